"""Every word of the public site that can be translated: out of its templates, its Python, and its closed lists.

What is marked `{% translate %}`, `{% blocktranslate %}`, `_("…")` in a template, and `say("…")` or `several("…", "…", n)` in
Python, is read from the sources. Labels of choices, and of a few tables that pages look up, come from the running models.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.template.base import FilterExpression, Node, Template, Variable
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise

from articles import due, facets
from articles.figures import wording
from articles.footnotes.verdict import Verdict
from articles.pages import (
    cards,
    claim,
    counted_by,
    fate_of_claim,
    fate_of_report,
    institutions,
    outlets,
    search,
    who_else,
)
from articles.pages import chain as chains
from articles.pages import due as due_pages

APPS = ("articles", "sources", "provinces")
# Templates of the desk, which speaks English.
_NOT_OURS = ("desk", "door", "admin")


@dataclass(frozen=True, order=True)
class Message:
    """English words as the catalogue knows them. `many`: their plural, "" where there is none; `context`: as in gettext."""

    one: str
    many: str = ""
    context: str = ""


def messages() -> dict[Message, list[str]]:
    """Each with where it stands, in order."""
    found: dict[Message, list[str]] = {}
    for message, place in (*_in_templates(), *_in_python(), *_in_lists()):
        places = found.setdefault(message, [])
        if place not in places:
            places.append(place)
    return _with_plurals(found)


def _with_plurals(found: Mapping[Message, list[str]]) -> dict[Message, list[str]]:
    """A word that stands alone in one place and counted in another is one entry of the catalogue."""
    counted = {(each.one, each.context): each for each in found if each.many}
    merged: dict[Message, list[str]] = {}
    for message, places in found.items():
        merged.setdefault(counted.get((message.one, message.context), message), []).extend(places)
    return merged


def templates() -> Iterator[Path]:
    """The public site's templates."""
    root = settings.BASE_DIR / "templates"
    for path in sorted(root.rglob("*.html")):
        if path.relative_to(root).parts[0] not in _NOT_OURS:
            yield path


def _in_templates() -> Iterator[tuple[Message, str]]:
    engine: Any = engines["django"]
    for path in templates():
        template: Template = engine.engine.get_template(str(path.relative_to(settings.BASE_DIR / "templates")))
        place = path.relative_to(settings.BASE_DIR).as_posix()
        for node in _nodes(template.nodelist):
            for message in _of_node(node):
                yield message, place


def _nodes(nodes: Iterable[Any]) -> Iterator[Node]:
    """Every node, those inside others too."""
    for node in nodes:
        yield node
        for name in getattr(node, "child_nodelists", ()):
            yield from _nodes(getattr(node, name, None) or ())
        for _, inner in getattr(node, "conditions_nodelists", ()):
            yield from _nodes(inner)
        if hasattr(node, "said"):
            yield from _nodes([node.said])


def _of_node(node: Node) -> Iterator[Message]:
    if isinstance(node, BlockTranslateNode):
        one, _ = node.render_token_list(node.singular)
        many = node.render_token_list(node.plural)[0] if node.plural else ""
        yield Message(one, many)
    if isinstance(node, TranslateNode):
        words: Any = node.filter_expression.var
        if isinstance(words, Variable):
            words = words.literal
        if isinstance(words, str):
            context: Any = node.message_context
            yield Message(words.replace("%", "%%"), context=str(context.var) if context else "")
    for value in vars(node).values():
        yield from _of_value(value)


def _of_value(value: Any) -> Iterator[Message]:
    """`_("…")` among the arguments of a tag or a filter."""
    if isinstance(value, Promise):
        yield Message(str(value))
    elif isinstance(value, FilterExpression):
        yield from _of_value(value.var)
        for _, arguments in value.filters:
            for _, argument in arguments:
                yield from _of_value(argument)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _of_value(each)


def _in_python() -> Iterator[tuple[Message, str]]:
    for app in APPS:
        for path in sorted((settings.BASE_DIR / app).rglob("*.py")):
            place = path.relative_to(settings.BASE_DIR).as_posix()
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                    for message in _of_call(call.func.id, call.args):
                        yield message, place


def _of_call(name: str, arguments: list[ast.expr]) -> Iterator[Message]:
    if name == "say" and arguments:
        yield from (Message(words) for words in _constants(arguments[0]))
    elif name == "several" and len(arguments) > 2:
        for one, many in zip(_constants(arguments[0]), _constants(arguments[1]), strict=True):
            yield Message(one, many)


def _constants(words: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: itself, or either end of a choice, or any value of a table looked up in."""
    match words:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_constants(one), *_constants(other))
        case ast.Subscript(value=ast.Dict(values=values)):
            yield from (text for each in values for text in _constants(each))
        case ast.Call(func=ast.Attribute(value=ast.Dict(values=values)), args=arguments):
            yield from (text for each in (*values, *arguments[1:]) for text in _constants(each))


def _in_lists() -> Iterator[tuple[Message, str]]:
    """Words that pages look up in a closed list and then say."""
    for model in apps.get_models():
        if model._meta.app_label in APPS and model.__module__.split(".")[0] in APPS and hasattr(model, "audience"):
            for field in model._meta.get_fields():
                if getattr(field, "name", "") in model.audience.public:
                    for _, label in getattr(field, "flatchoices", ()):
                        yield Message(str(label)), f"{model.__module__.replace('.', '/')}.py"
    tables: dict[str, Iterable[Any]] = {
        "articles/due.py": [*due.LABELS.values(), *due.PRECISIONS.values()],
        "articles/facets.py": [
            *facets.LANGUAGES.values(),
            *facets.SPEECH.values(),
            *(words for pair in (*facets.FACETS.values(), *facets.TIMES.values()) for words in pair),
            "not {values}",
        ],
        "articles/figures/wording.py": [
            *(word for pair in wording._CALLED.values() for word in pair),
            *wording._KINDS.values(),
        ],
        "articles/footnotes/verdict.py": Verdict,
        "articles/pages/cards.py": [*cards._UNNAMED.values()],
        "articles/pages/chain.py": [*chains._SPEECH.values()],
        "articles/pages/citation.py": ["Source reference"],
        "articles/pages/claim.py": [claim.FIGURES],
        "articles/pages/counted_by.py": [*counted_by.COUNTS, *counted_by.LABELS.values()],
        "articles/pages/due.py": [due_pages.UNDATED_LABEL, "By the body that announced it", "By topic"],
        "articles/pages/fate_of_claim.py": fate_of_claim._LINKED.values(),
        "articles/pages/fate_of_report.py": [fate_of_report.NEVER_COMPARED, fate_of_report.CLAIMS_ONLY],
        "articles/pages/institutions.py": institutions.PART_LABELS.values(),
        "articles/pages/outlets.py": outlets.SHOWS.values(),
        "articles/pages/search.py": [*search.MODE_LABELS.values(), *search.SORT_LABELS.values()],
        "articles/pages/who_else.py": [*who_else.TOLD_AS.values(), who_else.FIRST, who_else.IN_IT, who_else.TOLD_AGAIN],
        "articles/queries/names.py": facets.NAMED,
        "articles/queries/registry.py": ["removed"],
        "articles/pages/contradictions.py": ["Claim", "Standing"],
    }
    for place, words in tables.items():
        for each in words:
            yield Message(str(each.value if isinstance(each, Enum) else each)), place
