# `make demo` to look around, `make test` to check everything. Needs Python 3.11 or newer, and make.

SHELL = /bin/sh
# Hundreds of processes begin with the same code: what Python made of it once is kept, wherever it was told not to.
unexport PYTHONDONTWRITEBYTECODE
VENV = .venv
READER_PORT ?= 8000
DESK_PORT ?= 8001
OPERATIONS ?= 10000
# Which drills: all of them, or these.
DRILLS ?=
# Where make proof keeps its pictures, and more of its options (PROOF="--only home article").
PICTURES ?= var/proof
PROOF ?=
# Which guards: all of them, or those whose names begin like this.
GUARDS ?=
# Options of make bench-pages and make bench-import.
BENCH ?=
IMPORT ?=
# The newest Python found below, unless you name one: make demo PYTHON=/opt/python3.12/bin/python3
PYTHON ?=

# Relative, so that the folder's own name may hold anything.
PY = $(VENV)/bin/python
SAY = printf '\n== %s\n'
# What pip, a cache and the data of the demo need.
NEEDED_MB = 600

.PHONY: help demo guards test check lint types templates deploy migrations pytest browser proof proof-quick pictures bench bench-pages bench-import drills drills-full drill-permalinks interpreter venv clean
.NOTPARALLEL:

help:
	@echo 'make demo    look around: both sites with sample reports (READER_PORT=8000 DESK_PORT=8001)'
	@echo 'make test    every check and every test'
	@echo 'make check   the checks alone: style, types, templates, settings, migrations'
	@echo 'make lint    style alone'
	@echo 'make browser both sites in a real browser; needs Chromium and its driver'
	@echo 'make proof   every public page in a real browser, both languages, light and dark, wide and narrow; pictures in var/proof'
	@echo 'make proof-quick  the same once a page and language, in two minutes; both need Chromium, Java, lynx and npm'
	@echo 'make pictures  the pictures of docs/editors-guide.md, taken anew in Chromium'
	@echo 'make bench   how long reading a report takes; figures, no verdict'
	@echo 'make bench-pages  what a page costs, from memory and afresh, beside nginx; needs nginx and wrk (BENCH=--wagtail=…/python)'
	@echo 'make bench-import  how fast reports come in, beside COPY of the same rows (IMPORT="--publish --held 20000 --profile")'
	@echo 'make drills  what must hold when something breaks, each within a minute (DRILLS="grants canary …"; what each does: docs/drills.md)'
	@echo 'make drills-full  the same to the counts of the threat model; takes long'
	@echo 'make guards  every guard taken away, one at a time: its test has to miss it; about an hour (GUARDS="rule door …", docs/guards.csv)'
	@echo 'make drill-permalinks  10,000 random acts of editors; no address is lost, no old text reads otherwise (OPERATIONS=10000)'
	@echo 'make venv    only make the environment in $(VENV)'
	@echo 'make clean   remove the environment and caches; data in var/ stay'
	@echo 'PYTHON=...   the Python to make the environment with (3.11 or newer)'

demo: $(VENV)/.installed
	@exec $(PY) manage.py demo --reader-port '$(READER_PORT)' --desk-port '$(DESK_PORT)'

test: check pytest
	@$(MISSING)

check: lint types templates deploy migrations

lint: $(VENV)/.installed-dev
	@$(SAY) 'Style (ruff)'
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

types: $(VENV)/.installed-dev
	@$(SAY) 'Types (mypy)'
	@$(CHECK_ENV) $(PY) -m mypy config articles sources provinces tests

templates: $(VENV)/.installed-dev
	@$(SAY) 'Templates (djlint)'
	@$(PY) -m djlint --lint --quiet templates

# Settings as on a real server, without a database: nothing below connects to one.
CHECK_ENV = SECRET_KEY=2fRkd8sKq0vLw3XbNzYh7TgPm5JcUe9AoQi1DxVn4BtGyEs6HlCr \
	BASE_URL=https://reading-room.example ALLOWED_HOSTS=reading-room.example \
	DATABASE_URL=postgresql://owner:o@127.0.0.1:1/reading_room \
	DESK_DATABASE_URL=postgresql://desk:d@127.0.0.1:1/reading_room \
	READER_DATABASE_URL=postgresql://reader:r@127.0.0.1:1/reading_room

deploy: $(VENV)/.installed-dev
	@$(SAY) 'Settings of both sites (manage.py check --deploy)'
	@for site in reader desk; do \
		$(CHECK_ENV) SITE=$$site $(PY) manage.py check --deploy --fail-level WARNING || exit 1; \
	done

migrations: $(VENV)/.installed-dev
	@$(SAY) 'Models and migrations agree (manage.py makemigrations --check)'
	@$(CHECK_ENV) SITE=owner $(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

pytest: $(VENV)/.installed-dev
	@$(SAY) 'Tests (pytest)'
	@$(PY) -m pytest -n auto --maxprocesses 4 --dist worksteal $(PYTEST)

browser: $(VENV)/.installed-dev
	@$(SAY) 'Both sites in Chromium (pytest -m browser)'
	@$(PY) -m pytest -m browser -p no:xdist tests/test_browser*.py

proof: $(VENV)/.installed-dev
	@$(SAY) 'Every public page in Chromium (tests.proof)'
	@$(PY) -m tests.proof --pictures '$(PICTURES)' $(PROOF)

proof-quick: $(VENV)/.installed-dev
	@$(SAY) 'Every public page once in each language in Chromium (tests.proof --quick)'
	@$(PY) -m tests.proof --quick --pictures '$(PICTURES)' $(PROOF)

pictures: $(VENV)/.installed-dev
	@PICTURES=docs/pictures $(PY) -m pytest -m browser -p no:xdist tests/test_browser.py -k "suggestions or pages"

bench: $(VENV)/.installed-dev
	@$(PY) -m tests.benchmarks.reading

bench-pages: $(VENV)/.installed-dev
	@$(PY) -m tests.benchmarks.pages $(BENCH)

bench-import: $(VENV)/.installed-dev
	@$(PY) -m tests.benchmarks.importing --twice $(IMPORT)

drills: $(VENV)/.installed-dev
	@$(PY) -m tests.drills $(DRILLS)

drills-full: $(VENV)/.installed-dev
	@$(PY) -m tests.drills --full $(DRILLS)

guards: $(VENV)/.installed-dev
	@$(PY) -m tests.guards $(GUARDS)

drill-permalinks: $(VENV)/.installed-dev
	@PERMANENCE_OPERATIONS='$(OPERATIONS)' $(PY) -m tests.drills --full permalinks

# The environment with nothing in it yet.
interpreter:
	@$(MAKE_VENV)

venv: $(VENV)/.installed

$(VENV)/.installed: requirements.txt
	@$(MAKE_VENV)
	@$(call INSTALL,requirements.txt)
	@touch $@

# Both lists in one go, for the second names the first.
$(VENV)/.installed-dev: tests/requirements.txt requirements.txt
	@$(MAKE_VENV)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { \
		echo 'The checks need Python 3.11.5 or newer: make clean, then name one with PYTHON=/path/to/python3.' >&2; exit 1; }
	@$(call INSTALL,tests/requirements.txt)
	@touch $(VENV)/.installed $@

# What this run did not do, in the last lines, where it is read.
define MISSING
if command -v chromium >/dev/null; then echo 'Not run here: what needs a browser (make browser, make proof).'; \
else echo 'NOT RUN: Chromium is not on this machine, so neither make browser nor make proof could be (Debian: apt-get install chromium).'; fi
endef

# The first Python that is new enough and can make environments; else what is wrong, in one line.
define MAKE_VENV
free=$$(df -Pk . | awk 'NR == 2 { print int($$4 / 1024) }'); \
if [ ! -e $(PY) ] && [ "$${free:-9999}" -lt $(NEEDED_MB) ]; then \
	echo "Not enough room on this disk: $$free MB free, $(NEEDED_MB) MB needed." >&2; exit 1; \
fi; \
if [ -e $(PY) ] && $(PY) -c 'import pip' 2>/dev/null; then exit 0; fi; \
found=''; without_venv=''; \
for python in $(if $(PYTHON),'$(PYTHON)',python3.13 python3.12 python3.11 python3 python); do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	if "$$python" -c 'import venv, ensurepip' 2>/dev/null; then found=$$python; break; fi; \
	without_venv=$$python; \
done; \
if [ -z "$$found" ] && [ -n "$$without_venv" ]; then \
	echo "$$without_venv has no venv module: install it (on Debian and Ubuntu the package python3-venv)." >&2; exit 1; \
elif [ -z "$$found" ]; then \
	echo "Python 3.11 or newer is needed and was not found; name one with PYTHON=/path/to/python3." >&2; exit 1; \
fi; \
echo "Making the environment $(VENV) with $$("$$found" -c 'import sys; print("Python %d.%d.%d" % sys.version_info[:3])')"; \
"$$found" -m venv --clear $(VENV) || { echo "The environment could not be made in $(VENV)." >&2; exit 1; }
endef

# $(1): a file of requirements.
define INSTALL
echo "Installing $(1) into $(VENV) (the first time this takes a minute or two)"; \
$(PY) -m pip install --disable-pip-version-check --no-input -q -r $(1) || { \
	echo "Installing $(1) failed; the reason stands above. Is the network there, and room on the disk?" >&2; exit 1; \
}
endef

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
