"""What a template was read into, by shorter ways than Django's; whatever is unusual goes Django's way (config/templates.py).

Nothing here outlasts a page but what the template itself says. What a node makes is put together as it comes, and is safe
text where a whole list of nodes is asked for.
"""

from collections.abc import Callable
from functools import cached_property
from operator import getitem
from typing import Any

from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    TextNode,
    Variable,
    VariableDoesNotExist,
    VariableNode,
)
from django.template.context import Context
from django.template.defaulttags import CycleNode, ForNode, IfChangedNode, IfNode, TemplateLiteral
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.utils.safestring import SafeString

from articles.shown import shown

# What remembers something while a page is made, apart for each template in which it stands.
_REMEMBERING = (BlockNode, CycleNode, ExtendsNode, IfChangedNode)


class Nodes(NodeList):
    """Those of a template or of a part of it, which do not change."""

    @cached_property
    def _steps(self) -> list[str | Callable[[Any], str]]:
        """Words as they stand, as many in a row as there are, and what makes the others."""
        steps: list[Any] = []
        words: list[str] = []
        for node in self:
            if isinstance(node, TextNode):
                words.append(node.s)
                continue
            steps += ["".join(words), node.render]
            words = []
        return [*steps, "".join(words)]

    def text(self, context: Context) -> str:
        """All they make."""
        return "".join([step if type(step) is str else step(context) for step in self._steps])  # type: ignore[operator]

    def render(self, context: Context) -> SafeString:
        """The same, for whoever goes on with it."""
        return SafeString(self.text(context))

    @cached_property
    def _by_type(self) -> dict[Any, list[Node]]:
        return {}

    def get_nodes_by_type(self, nodetype: Any) -> list[Node]:
        """Django looks through a template for its blocks on every page."""
        if nodetype not in self._by_type:
            self._by_type[nodetype] = super().get_nodes_by_type(nodetype)
        return self._by_type[nodetype]


class Loop(dict[Any, Any]):
    """`forloop`, told when it is asked; a dictionary as Django's is, where `{% ifchanged %}` remembers something."""

    __slots__ = ("_length", "counter0", "parentloop")

    def __init__(self, length: int, parentloop: Any) -> None:
        self._length, self.counter0, self.parentloop = length, 0, parentloop

    counter = property(lambda self: self.counter0 + 1)
    revcounter = property(lambda self: self._length - self.counter0)
    revcounter0 = property(lambda self: self._length - self.counter0 - 1)
    first = property(lambda self: self.counter0 == 0)
    last = property(lambda self: self.counter0 == self._length - 1)


class _Ways(dict[type, Callable[[Any, str], Any]]):
    """How a kind of thing is asked for what a template names: by attribute, but for dictionaries."""

    def __missing__(self, kind: type) -> Callable[[Any, str], Any]:
        found = {name for each in kind.__mro__ for name in vars(each)}
        return self.setdefault(kind, _by_django if found & {"__getitem__", "__call__"} else getattr)


def _by_django(thing: Any, name: str) -> Any:
    """For what may mean a key, or is called first."""
    raise VariableDoesNotExist(name)


_WAYS = _Ways({dict: getitem, Loop: getattr})


class Found(Variable):
    """`note.public_id`: a variable of the page, then attributes of it or keys of dictionaries."""

    __slots__ = ("_first", "_rest")

    def __init__(self, variable: Variable) -> None:
        super().__init__(variable.var)
        lookups: Any = self.lookups
        self._first, *self._rest = lookups

    def resolve(self, context: Any) -> Any:
        """What Django finds; itself only where it is a plain value."""
        first = self._first
        for names in reversed(context.dicts):
            if first in names:
                value = names[first]
                break
        else:
            if hasattr(context, first):
                return super().resolve(context)
            raise VariableDoesNotExist("Failed lookup for key [%s] in %r", (first, context))
        try:
            for name in self._rest:
                value = _WAYS[type(value)](value, name)
        except Exception:  # Django knows which of them mean that there is nothing
            return super().resolve(context)
        return super().resolve(context) if callable(value) else value


class Bare(FilterExpression):
    """A variable without any filter."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """What Django finds, and None for what is missing where that may be."""
        try:
            return self.var.resolve(context)
        except VariableDoesNotExist:
            return None if ignore_failures else super().resolve(context)


class Filtered(FilterExpression):
    """A variable with one filter that only makes one value of another: `piece.text|marked:language`."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """What Django makes of it."""
        try:
            value = self.var.resolve(context)
        except VariableDoesNotExist:
            return super().resolve(context, ignore_failures)
        ((make, given),) = self.filters
        return make(value, *[each.resolve(context) for _, each in given])

    @staticmethod
    def fits(filters: list[tuple[Any, Any]]) -> bool:
        """Whether there is one, which Django only calls, with nothing or with variables."""
        does_more = ("expects_localtime", "needs_autoescape", "is_safe")
        return len(filters) == 1 and all(
            all(looks for looks, _ in given) and not any(getattr(make, each, False) for each in does_more)
            for make, given in filters
        )


class Fixed(FilterExpression):
    """Words or a number that the template itself says: `'articles:claim'`."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """As they stand."""
        return self.var


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
    """`{{ note.paraphrase|english }}`"""

    def render(self, context: Context) -> str:
        """What Django makes of it."""
        return shown(self.filter_expression.resolve(context), context)


class ShownBare(Shown):
    """`{{ note.paraphrase }}` without any filter."""

    def render(self, context: Context) -> str:
        """The same without asking on the way."""
        try:
            value = self.filter_expression.var.resolve(context)
        except VariableDoesNotExist:
            value = self.filter_expression.resolve(context)
        return shown(value, context)


class If(IfNode):
    """`{% if note.event %}`"""

    conditions_nodelists: Any

    def render(self, context: Context) -> Any:
        """The part that is meant, or nothing."""
        for condition, nodes in self.conditions_nodelists:
            try:
                is_meant = condition is None or condition.eval(context)
            except VariableDoesNotExist:
                continue
            if is_meant:
                return nodes.text(context)
        return ""


class Each(ForNode):
    """`{% for note in page.notes %}`, one name and in order."""

    loopvars: Any
    sequence: Any
    nodelist_loop: Any
    nodelist_empty: Any

    def render(self, context: Context) -> Any:
        """The part for each, or the one for none."""
        if self.is_reversed or len(self.loopvars) > 1:
            return super().render(context)
        things = self.sequence.resolve(context, ignore_failures=True)
        things = () if things is None else things if hasattr(things, "__len__") else list(things)
        if not len(things):
            with context.push():
                return self.nodelist_empty.render(context)
        (name,), made = self.loopvars, []
        loop = Loop(len(things), context.get("forloop", {}))
        here = {"forloop": loop, name: None}
        context.dicts.append(here)
        try:
            for loop.counter0, here[name] in enumerate(things):
                made.append(self.nodelist_loop.text(context))
        finally:
            context.dicts.pop()
        return "".join(made)


class Included(IncludeNode):
    """`{% include "articles/_note.html" %}`: found once, and drawn without a state of its own where none is needed."""

    nodes: Nodes | None = None

    def render(self, context: Context) -> Any:
        """As Django does it, in what is around or in what is handed over alone."""
        if self.nodes is None:
            drawn: Any = context.template
            found = drawn.engine.get_template(self.template.var)
            if any(found.nodelist.get_nodes_by_type(each) for each in _REMEMBERING):
                return super().render(context)
            self.nodes = found.nodelist
        around = context.dicts
        given = {name: value.resolve(context) for name, value in self.extra_context.items()}
        context.dicts = [around[0], given] if self.isolated_context else [*around, given]
        try:
            return self.nodes.text(context)
        finally:
            context.dicts = around
