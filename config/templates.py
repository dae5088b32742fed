"""Templates as they are written, read once for each language, with everything done then that is the same on every page.

Reading one already makes `{% translate "…" %}` its words (articles/templatetags/spoken.py). What is left on a page is mostly
to look up `note.public_id` and to escape it, some eight hundred times a report: that goes a shorter way (config/nodes.py), and
the long way of Django wherever anything is unusual. Nothing of a page is kept.
"""

from collections.abc import Iterator
from typing import Any

from django.template.base import FilterExpression, Node, NodeList, Template, Variable, VariableNode
from django.template.defaulttags import ForNode, IfNode, TemplateLiteral
from django.template.loader_tags import IncludeNode
from django.template.loaders import base, cached
from django.template.smartif import TokenBase

from config.nodes import Asked, Bare, Each, Filtered, Fixed, Found, If, Included, Nodes, Shown, ShownBare
from provinces.tongue import language


class Read(base.Loader):
    """Reads a template, and shortens its ways."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        template = super().get_template(template_name, skip)
        # An error in a template is shown where it stands by Django's ways alone.
        if not self.engine.debug:
            for part in _parts(template.nodelist):
                _shorten(part)
        return template


class Loader(cached.Loader, Read):
    """Keeps what was read for the language of the page that is being made."""

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        return f"{language()}:{super().cache_key(template_name, skip)}"


_SHORTER: dict[type, type] = {NodeList: Nodes, IfNode: If, ForNode: Each}


def _shorten(part: Any) -> None:
    kind = type(part)
    if kind in _SHORTER:
        part.__class__ = _SHORTER[kind]
    elif kind is VariableNode:
        part.__class__ = ShownBare if _is_bare(part.filter_expression) else Shown
    elif kind is FilterExpression:
        part.var = _found(part.var)
        part.filters = [(made, [(looks, _found(each)) for looks, each in given]) for made, given in part.filters]
        if not part.filters:
            part.__class__ = Bare if part.is_var else Fixed
        elif part.is_var and Filtered.fits(part.filters):
            part.__class__ = Filtered
    elif kind is TemplateLiteral and _is_bare(part.value):
        part.__class__ = Asked
    elif kind is IncludeNode and _is_named(part.template):
        part.__class__ = Included


def _is_bare(thing: Any) -> bool:
    """Whether it is a variable without any filter."""
    return isinstance(thing, FilterExpression) and thing.is_var and not thing.filters


def _found(thing: Any) -> Any:
    """A variable of the page by the shorter way; a number or words as they are."""
    is_of_page = type(thing) is Variable and thing.lookups is not None and not thing.translate
    return Found(thing) if is_of_page else thing


def _is_named(template: FilterExpression) -> bool:
    """Whether it is called by its name, from the folder of all."""
    return isinstance(template.var, str) and not template.filters and not template.var.startswith(".")


def _parts(thing: Any) -> Iterator[Any]:
    """Every list of nodes, node and filter in what a template was read into."""
    if isinstance(thing, list | tuple):
        if isinstance(thing, NodeList):
            yield thing
        for each in thing:
            yield from _parts(each)
    elif isinstance(thing, dict):
        yield from _parts(list(thing.values()))
    elif isinstance(thing, FilterExpression):
        yield thing
    elif isinstance(thing, Node | TokenBase):
        yield thing
        yield from _parts(list(vars(thing).values()))
