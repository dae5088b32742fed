"""Templates are read once a language by shorter ways than Django's; what they make is what Django's own make."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.template import Context, Engine, VariableDoesNotExist, engines
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import override

from articles.addresses import path_to
from config.words import templates as public_templates
from tests.conftest import reader_site

# Everything that a template may look up, and a few things that it may not find.
WRITTEN = """{% autoescape on %}{{ words }}|{{ safe }}|{{ number }}|{{ large }}|{{ part }}|{{ nothing }}|{{ yes }}
{{ day }}|{{ at }}|{{ missing }}
{{ thing.name }}|{{ thing.said }}|{{ thing.inner.name }}|{{ thing.missing }}|{{ thing.name.missing }}|{{ thing.fails }}
{{ table.name }}|{{ table.items }}|{{ table.keys|length }}|{{ row.0.name }}|{{ row.9 }}|{{ words.upper }}|{{ kind.name }}
{% if thing.name == "One & two" and not missing %}yes{% endif %}{% if missing.more %}no{% else %}none{% endif %}
{% for each in row %}{{ forloop.counter }}{{ each.name }}{% if not forloop.last %}, {% endif %}{% empty %}-{% endfor %}
{% for each in row %}{{ forloop.counter0 }}{{ forloop.revcounter }}{{ forloop.revcounter0 }}{{ forloop.first }}{{ forloop.missing }}
{% for inner in row reversed %}{{ forloop.counter }}/{{ forloop.parentloop.counter }}{{ forloop.parentloop.last }}
{{ inner.name }}{% endfor %}
{% for key, value in pairs %}{{ key }}{{ value }}{% endfor %}{% ifchanged each.missing %}changed{% endifchanged %}
{% endfor %}{{ each.name }}
{% for each in made %}{{ each }}{{ forloop.last }}{% endfor %}{% for each in missing %}{{ each }}{% empty %}{{ words }}{% endfor %}
{% for each in nothing %}{{ each }}{% endfor %}
{% filter upper %}{% if thing.name %}is {{ thing.name }}{% elif yes %}-{% endif %}{% endfilter %}
{{ words|default:thing.name|cut:"b" }}{{ "fixed & 'plain'" }}{{ 3|add:number }}
{% if words == "rice" or number in large %}{% else %}not{% endif %}
{% with thing.inner as inner %}{{ inner.name|upper }}{{ inner.missing|default:"-" }}{{ words|default:thing.name }}{% endwith %}
{% endautoescape %}{% autoescape off %}{{ words }}{{ thing.name }}{% endautoescape %}"""


@dataclass(frozen=True)
class Thing:
    """Something with a name, a method, and a property that has nothing to say."""

    name: str
    inner: Any = None

    def said(self) -> str:
        return f"<{self.name}>"

    @property
    def fails(self) -> str:
        error = LookupError("nothing here")
        error.silent_variable_failure = True  # type: ignore[attr-defined]  # Django asks for it
        raise error


@pytest.fixture
def both() -> tuple[Engine, Engine]:
    """Ours, and one that does everything Django's way; each with templates written here."""
    written = {
        "page.html": WRITTEN,
        "root.html": "<{% block a %}a{% endblock %}{% block b %}b{% endblock %}>{% cycle 'x' 'y' %}",
        "leaf.html": "{% extends 'root.html' %}{% block b %}{{ block.super }}{% for each in row %}"
        "{% include 'row.html' with name=each.name %}{% include 'row.html' with name='o' only %}"
        "{% include 'cycled.html' %}{% endfor %}{% include which %}{% endblock %}",
        "row.html": "[{{ name }}{{ words }}]",
        "cycled.html": "{% cycle '1' '2' %}{% include 'row.html' %}",
    }
    held = ("django.template.loaders.locmem.Loader", written)
    ours, django_s = (
        Engine(loaders=[(loader, [held])], builtins=["articles.templatetags.spoken"])
        for loader in ("config.templates.Loader", "django.template.loaders.cached.Loader")
    )
    return ours, django_s


def context() -> Context:
    things = [Thing("One & two", Thing("three")), Thing("four")]
    return Context(
        {
            "words": "<b>'rice' & “쌀”</b>", "safe": mark_safe("<i>rice</i>"), "number": 7, "large": 1234567, "part": 1.5,
            "nothing": None, "yes": True, "day": date(2024, 3, 5), "at": datetime(2024, 3, 5, 9, tzinfo=UTC),
            "thing": things[0], "row": things, "table": {"name": "by key", "items": "a key"}, "kind": Thing,
            "which": "row.html", "made": (each for each in ("a", "<b>")),
            "pairs": [("a", 1), ("b", 2)],
        }
    )  # fmt: skip


@pytest.mark.parametrize("name", ["page.html", "leaf.html"])
def test_the_shorter_ways_lead_where_django_s_lead(name: str, both: tuple[Engine, Engine]) -> None:
    ours, django_s = both
    for language in ("en", "ko"):
        with override(language):
            made = [engine.get_template(name).render(context()) for engine in (ours, django_s, ours)]
            assert made[0] == made[1] == made[2]
    assert "&lt;b&gt;&#x27;rice&#x27;" in made[0]


def test_an_error_is_shown_where_it_stands_while_somebody_develops(both: tuple[Engine, Engine]) -> None:
    ours, _ = both
    held = [
        (
            "django.template.loaders.locmem.Loader",
            {"page.html": WRITTEN, "wrong.html": "{{ 1 }}\n{{ words|add:missing }}"},
        )
    ]
    plain = Engine(loaders=[("config.templates.Loader", held)], builtins=["articles.templatetags.spoken"], debug=True)
    assert plain.get_template("page.html").render(context()) == ours.get_template("page.html").render(context())
    with pytest.raises(VariableDoesNotExist) as error:
        plain.get_template("wrong.html").render(context())
    assert error.value.template_debug["line"] == 2  # type: ignore[attr-defined]  # Django's page of errors asks for it


def test_a_template_is_read_once_for_each_language_and_says_its_words_there() -> None:
    engine: Any = engines["django"]
    loader = engine.engine.template_loaders[0]
    with reader_site():
        request = RequestFactory().get("/nothing/")
        pages: dict[str, set[str]] = {}
        for language in ("en", "ko", "en", "ko"):
            with override(language):
                pages.setdefault(language, set()).add(get_template("404.html").render({}, request))
                assert loader.get_template("404.html") is loader.get_template("404.html")
    assert [len(found) for found in pages.values()] == [1, 1]
    assert "이 주소에는 아무것도 없습니다" in pages["ko"].pop()
    assert "이 주소" not in pages["en"].pop()


def test_every_template_of_the_public_site_can_be_read_in_both_languages() -> None:
    names = [path.relative_to(settings.BASE_DIR / "templates").as_posix() for path in public_templates()]
    assert len(names) > 60
    for language in ("en", "ko"):
        with override(language):
            for name in names:
                get_template(name)


def test_an_address_is_what_django_makes_of_it() -> None:
    ways: list[tuple[str, list[Any]]] = [
        ("home", []), ("articles", []), ("article", ["a0000000"]), ("article", ["a0000000", "a-slug"]), ("revision", ["a0000000", 2]),
        ("difference", ["a0000000", 1, 12]), ("article_cite", ["a0000000", "csl.json"]), ("topic", ["쌀값"]), ("topic", ["rice & maize"]),
        ("annotation", ["c0000000"]), ("claim_version", ["c0000000", 10]), ("series_of", ["rice"]), ("beside", ["a1", "zz0zz"]),
    ]  # fmt: skip
    with reader_site():
        for language in ("en", "ko", "en"):
            with override(language):
                for name, parts in ways:
                    assert path_to(f"articles:{name}", *parts) == reverse(f"articles:{name}", args=parts), name
        assert path_to("revision", "a0000000", 2, urlconf="articles.urls") == "/articles/a0000000/v/2/"
        wrong: list[tuple[str, list[Any]]] = [
            ("nowhere", []),
            ("article", []),
            ("article", [""]),
            ("revision", ["a0", "two"]),
            ("revision", ["a0", -1]),
        ]
        for name, parts in wrong:
            with pytest.raises(NoReverseMatch):
                path_to(f"articles:{name}", *parts)
