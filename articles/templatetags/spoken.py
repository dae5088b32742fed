"""Words, days and names in the language of the page; built into every template (settings.TEMPLATES).

{% translate "Claims" %}   {% blocktranslate with name=topic.name %}No report on {{ name }}{% endblocktranslate %}
{{ article.published_at|day }}   <p{% lang claim.language %}>   {{ note.paraphrase|english }}   {{ card.spelt|marked }}
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from html import escape, unescape
from typing import Any

from django import template
from django.conf import settings
from django.template import defaulttags
from django.template.base import FilterExpression, Node, Parser, TextNode, Token, Variable
from django.template.context import Context
from django.templatetags import i18n
from django.urls import NoReverseMatch, get_urlconf
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeData, SafeString
from django.utils.translation import gettext, ngettext

from articles.addresses import path_to
from articles.facets import day_label
from articles.shown import shown
from provinces import tongue
from provinces.particles import fitted
from provinces.scripts import runs
from provinces.tongue import say

register = template.Library()
_TAG = re.compile("(<[^>]*>)")
register.filters.update(i18n.register.filters)
register.tags.update(i18n.register.tags)


class Fitted(Node):
    """What Django's own tag says, with Korean particles that fit what was put in."""

    child_nodelists = ()

    def __init__(self, said: Node) -> None:
        self.said, self._fit = said, _fitting()

    def render(self, context: Context) -> SafeString:
        """In English nothing has to fit."""
        return self._fit(self.said.render(context))


class Said(TextNode):
    """Words that are the same on every page of a language: looked up when the template is read (config/templates.py)."""

    def __init__(self, words: str, said: Node) -> None:
        super().__init__(_fitting()(words))
        self.said = said


class Filled(Node):
    """Words with values: looked up when the template is read, so that on a page values alone are put in."""

    child_nodelists = ()

    def __init__(self, said: Any) -> None:
        self.said, self._fit = said, _fitting()
        self._one, names = said.render_token_list(said.singular)
        self._many, more = said.render_token_list(said.plural or [])
        self.names = tuple(dict.fromkeys((*names, *more)))
        self.words = gettext(self._one)

    def render(self, context: Context) -> SafeString:
        """As Django's tag does it, without going through the words again."""
        given = {name: value.resolve(context) for name, value in self.said.extra_context.items()}
        words = self.words
        if self.said.counter:
            given[self.said.countervar] = count = self.said.counter.resolve(context)
            words = ngettext(self._one, self._many, count)
        values = {name: shown(given[name] if name in given else context.get(name, ""), context) for name in self.names}
        return self._fit(words % values)


class Way(Node):
    """The address of a page of ours (articles/addresses.py)."""

    child_nodelists = ()

    def __init__(self, node: Any) -> None:
        self.name, self.args, self._as = node.view_name, node.args, node.asvar

    def render(self, context: Context) -> str:
        """As Django's tag does it: one that is kept under a name may be missing, and is written nowhere yet."""
        kept: Any = context.render_context  # of one page, all whose addresses are of one site
        among = kept.get("among") or kept.setdefault("among", get_urlconf() or settings.ROOT_URLCONF)
        try:
            found = path_to(self.name.resolve(context), *[part.resolve(context) for part in self.args], urlconf=among)
        except NoReverseMatch:
            if not self._as:
                raise
            found = ""
        if not self._as:
            return escape(found) if context.autoescape else found
        context[self._as] = found
        return ""


def _fitting() -> Callable[[str], SafeString]:
    """What makes words fit in the language in which a template is being read."""
    return (lambda words: SafeString(fitted(words))) if tongue.is_korean() else SafeString


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "words" %}"""
    node: Any = i18n.do_translate(parser, token)
    words = node.filter_expression
    is_written_here = isinstance(words.var, Variable) and words.var.lookups is None and not words.filters
    return Said(node.render(Context()), node) if is_written_here and not node.asvar else Fitted(node)


@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """{% blocktranslate %}words with {{ values }}{% endblocktranslate %}"""
    node: Any = i18n.do_block_translate(parser, token)
    if node.asvar or node.trimmed or node.message_context:
        return Fitted(node)
    filled = Filled(node)
    return filled if filled.names or node.counter else Said(filled.words % {}, node)


@register.tag("url")
def url(parser: Parser, token: Token) -> Node:
    """{% url 'articles:claim' claim.public_id %}"""
    node: Any = defaulttags.url(parser, token)
    return node if node.kwargs else Way(node)


class Lang(Node):
    """The attribute `lang` of words in a language; nothing where the whole page is in it."""

    child_nodelists = ()

    def __init__(self, language: FilterExpression) -> None:
        self.language, self._here = language, tongue.language()

    def render(self, context: Context) -> str:
        language = self.language.resolve(context)
        return _lang(language) if language and language != self._here else ""


@lru_cache(maxsize=16)
def _lang(language: str) -> SafeString:
    return format_html(' lang="{}"', language)


@register.tag("lang")
def lang(parser: Parser, token: Token) -> Node:
    """{% lang report.language %}"""
    _, language = token.split_contents()
    return Lang(parser.compile_filter(language))


@register.filter
def english(words: str) -> str:
    """Words of ours that there are in English alone: on a Korean page marked as such."""
    return format_html('<span lang="en">{}</span>', words) if words and tongue.is_korean() else words


@register.filter
def marked(words: str, language: str = "") -> SafeString:
    """Words of both languages, each run of the other one marked as such. `language`: of what is around, else the page's."""
    around = language or tongue.language()
    if not isinstance(words, SafeData):
        return SafeString(_marked(words, around))
    # What is safe already may hold tags, which are left alone.
    parts = _TAG.split(words)
    return SafeString(
        "".join(part if place % 2 else _marked(unescape(part), around) for place, part in enumerate(parts))
    )


def _marked(text: str, around: str) -> str:
    if around == tongue.ENGLISH and text.isascii():
        return escape(text)  # nothing of it can be Korean
    return "".join(
        escape(run) if code == around else f'<span lang="{code}">{escape(run)}</span>'
        for code, run in runs(text, around)
    )


@register.filter
def said(words: Any) -> str:
    """A word out of a closed list, such as a kind or a state."""
    return tongue.say(str(words)) if words else ""


@register.filter
def either(thing: Any) -> str:
    """The name of a province, topic, body, outlet or place in the language of the page, the English one where it has no other."""
    return tongue.name_of(thing)


@register.simple_tag
def other_name(thing: Any, of: str = "") -> SafeString:
    """Its name in the other language, to stand beside the first, if it has one; `of`: the class it is drawn with."""
    name = tongue.other_name(thing)
    if not name:
        return SafeString("")
    code = tongue.ENGLISH if tongue.is_korean() else tongue.KOREAN
    kind = format_html(' class="{}"', of) if of else ""
    return format_html(' <span{} lang="{}">{}</span>', kind, code, name)


@register.filter(expects_localtime=True)
def day(at: date | None) -> str:
    """ "5 March 2024", "2024년 3월 5일"."""
    return day_label(at) if at else ""


@register.filter(expects_localtime=True)
def instant(at: datetime | None) -> str:
    """For `datetime` of an element: HTML knows no part of a second smaller than a thousandth."""
    return at.isoformat(timespec="seconds") if at else ""


@register.filter(expects_localtime=True)
def moment(at: datetime | None) -> str:
    """ "5 March 2024, 09:30 UTC", "2024년 3월 5일 09:30 UTC"."""
    if not at:
        return ""
    return say("{day}, {time}", day=day_label(at), time=date_format(at, "H:i T"))


@register.simple_tag
def page_language() -> str:
    """The code of the page's language."""
    return tongue.language()
