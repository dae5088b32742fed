"""Templates as they are written, read once for each language, with everything done then that is the same on every page.

Reading one already makes `{% translate "…" %}` its words (articles/templatetags/spoken.py). What is left on a page is mostly
to look up `note.public_id` and to escape it, some eight hundred times a report: that goes a shorter way here, and the long
way of Django wherever anything is unusual. Nothing of a page is kept.
"""

from collections.abc import Iterator
from typing import Any

from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    Template,
    Variable,
    VariableDoesNotExist,
    VariableNode,
)
from django.template.context import Context
from django.template.defaulttags import CycleNode, IfChangedNode, TemplateLiteral
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.template.loaders import base, cached
from django.template.smartif import TokenBase
from django.utils.safestring import SafeString

from articles.shown import shown
from provinces.tongue import language

# Kinds of things, and whether their attributes are what a template means: not keys, nor the thing called first.
_HAS_ATTRIBUTES: dict[type, bool] = {}
# What remembers something while a page is made, apart for each template in which it stands.
_REMEMBERING = (BlockNode, CycleNode, ExtendsNode, IfChangedNode)


class Read(base.Loader):
    """Reads a template, and shortens its ways."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        template = super().get_template(template_name, skip)
        template.nodelist = Nodes(template.nodelist)
        for part in _parts(template.nodelist):
            _shorten(part)
        return template


class Loader(cached.Loader, Read):
    """Keeps what was read for the language of the page that is being made."""

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        return f"{language()}:{super().cache_key(template_name, skip)}"


class Nodes(NodeList):
    """Those of a whole template, which does not change: Django looks through it for its blocks on every page."""

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.contains_nontext = nodes.contains_nontext
        self._found: dict[Any, list[Node]] = {}

    def get_nodes_by_type(self, nodetype: Any) -> list[Node]:
        if nodetype not in self._found:
            self._found[nodetype] = super().get_nodes_by_type(nodetype)
        return self._found[nodetype]


class Found(Variable):
    """`note.public_id`: a variable of the page, then attributes of it or keys of dictionaries."""

    __slots__ = ()

    def resolve(self, context: Any) -> Any:
        """What Django finds; itself only where it is a plain value."""
        lookups: Any = self.lookups
        first = lookups[0]
        for names in reversed(context.dicts):
            if first in names:
                value = names[first]
                break
        else:
            if hasattr(context, first):
                return super().resolve(context)
            raise VariableDoesNotExist("Failed lookup for key [%s] in %r", (first, context))
        for name in lookups[1:]:
            kind = type(value)
            try:
                if kind is dict:
                    value = value[name]
                elif _HAS_ATTRIBUTES[kind] if kind in _HAS_ATTRIBUTES else _has_attributes(kind):
                    value = getattr(value, name)
                else:
                    return super().resolve(context)
            except Exception:  # Django knows which of them mean that there is nothing
                return super().resolve(context)
        return super().resolve(context) if callable(value) else value


def _has_attributes(kind: type) -> bool:
    found = {name for each in kind.__mro__ for name in vars(each)}
    return _HAS_ATTRIBUTES.setdefault(kind, not found & {"__getitem__", "__call__"})


class Bare(FilterExpression):
    """A variable without any filter."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """What Django finds, and None for what is missing where that may be."""
        try:
            return self.var.resolve(context)
        except VariableDoesNotExist:
            return None if ignore_failures else super().resolve(context)


class Asked(TemplateLiteral):
    """The same in a condition."""

    value: Any

    def eval(self, context: Any) -> Any:
        """What Django finds, and None for what is missing."""
        try:
            return self.value.var.resolve(context)
        except VariableDoesNotExist:
            return None


class Shown(VariableNode):
    """`{{ note.paraphrase }}`"""

    def render_annotated(self, context: Context) -> str:
        return shown(self.filter_expression.resolve(context), context)


class Included(IncludeNode):
    """`{% include "articles/_note.html" %}`: found once, and drawn without a state of its own where none is needed."""

    nodes: NodeList | None = None

    def render(self, context: Context) -> SafeString:
        if self.nodes is None:
            drawn: Any = context.template
            found = drawn.engine.get_template(self.template.var)
            if any(found.nodelist.get_nodes_by_type(each) for each in _REMEMBERING):
                return super().render(context)
            self.nodes = found.nodelist
        values = {name: value.resolve(context) for name, value in self.extra_context.items()}
        if self.isolated_context:
            return self.nodes.render(context.new(values))
        with context.push(**values):
            return self.nodes.render(context)


def _shorten(part: Any) -> None:
    kind = type(part)
    if kind is VariableNode:
        part.__class__ = Shown
    elif kind is FilterExpression and part.is_var and not part.filters:
        part.__class__ = Bare
    elif kind is TemplateLiteral and isinstance(part.value, FilterExpression) and not part.value.filters:
        part.__class__ = Asked if part.value.is_var else kind
    elif kind is Variable and part.lookups is not None and not part.translate:
        part.__class__ = Found
    elif kind is IncludeNode and _is_named(part.template):
        part.__class__ = Included


def _is_named(template: FilterExpression) -> bool:
    """Whether it is called by its name, from the folder of all."""
    return isinstance(template.var, str) and not template.filters and not template.var.startswith(".")


def _parts(thing: Any) -> Iterator[Any]:
    """Every node, filter and variable in what a template was read into."""
    if isinstance(thing, list | tuple):
        for each in thing:
            yield from _parts(each)
    elif isinstance(thing, dict):
        yield from _parts(list(thing.values()))
    elif isinstance(thing, FilterExpression):
        yield thing
        yield from _parts([thing.var, thing.filters])
    elif isinstance(thing, Variable):
        yield thing
    elif isinstance(thing, Node | TokenBase):
        yield thing
        yield from _parts(list(vars(thing).values()))
