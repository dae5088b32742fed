"""A briefing as Markdown, for those who write in plain text."""

import re

from articles.citations.runs import Run
from articles.pages.briefing import BriefingPage, Item

# Signs that Markdown would take for its own; addresses are written in angle brackets and left alone.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(page: BriefingPage) -> str:
    """The whole briefing; each claim with its id and version."""
    parts = [f"# Briefing of {len(page.items)} claim{'' if len(page.items) == 1 else 's'}"]
    parts += [f"{_plain(page.site)}, {page.day.day} {page.day:%B %Y}. <{page.address}>"]
    parts += [part for item in page.items for part in _item(item)]
    if page.summary:
        parts += ["## Sources", "\n".join(f"- {head}: {_plain(said)}" for head, said in page.summary.lines())]
    cited = [item for item in page.items if item.citation]
    if cited:
        parts += ["## Citations", "\n".join(f"{item.place}. {_runs(item.citation)}" for item in cited)]
    return "\n\n".join(parts) + "\n"


def _item(item: Item) -> list[str]:
    head = f"## {item.place}. Claim {item.pin.public_id}, version {item.pin.version}"
    changed = f"**{_capital(item.fate.verdict)}.** {_plain(' '.join(item.fate.said))}"
    if item.note is None:
        return [head, changed, f"<{item.address}>"]
    words = [f"> {_plain(' '.join(item.note.words.split()))}"]
    gist = [_plain(item.note.paraphrase)] if item.note.paraphrase else []
    became = [changed] if item.is_changed else [_plain(" ".join(item.since))] if item.since else []
    return [head, *words, *gist, _plain(item.reference), *became, f"<{item.address}>"]


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"*{_plain(run.text)}*" if run.is_italic else _plain(run.text) for run in runs)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
