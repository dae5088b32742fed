"""Words, days and names in the language of the page; built into every template (settings.TEMPLATES).

{% translate "Claims" %}   {% blocktranslate with name=topic.name %}No report on {{ name }}{% endblocktranslate %}
{{ article.published_at|day }}   <p{% lang claim.language %}>   {{ note.paraphrase|english }}   {{ card.spelt|marked }}
"""

import re
from datetime import date, datetime
from html import unescape
from typing import Any

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeData, SafeString, mark_safe

from articles.facets import day_label
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
        self.said = said

    def render(self, context: Context) -> SafeString:
        """In English nothing has to fit."""
        words = self.said.render(context)
        return mark_safe(fitted(words)) if tongue.is_korean() else mark_safe(words)  # noqa: S308  # as safe as it came


@register.tag("translate")
def translate(parser: Parser, token: Token) -> Node:
    """{% translate "words" %}"""
    return Fitted(i18n.do_translate(parser, token))


@register.tag("blocktranslate")
def blocktranslate(parser: Parser, token: Token) -> Node:
    """{% blocktranslate %}words with {{ values }}{% endblocktranslate %}"""
    return Fitted(i18n.do_block_translate(parser, token))


@register.simple_tag
def lang(language: str) -> SafeString:
    """The attribute `lang` of words in this language; nothing where the whole page is in it."""
    return format_html(' lang="{}"', language) if language and language != tongue.language() else SafeString("")


@register.filter
def english(words: str) -> str:
    """Words of ours that there are in English alone: on a Korean page marked as such."""
    return format_html('<span lang="en">{}</span>', words) if words and tongue.is_korean() else words


@register.filter
def marked(words: str, language: str = "") -> SafeString:
    """Words of both languages, each run of the other one marked as such. `language`: of what is around, else the page's."""
    around = language or tongue.language()
    # What is safe already may hold tags, which are left alone.
    parts = _TAG.split(words) if isinstance(words, SafeData) else [words]
    texts = [unescape(part) if isinstance(words, SafeData) else part for part in parts]
    return mark_safe(  # noqa: S308  # tags as they came, all between them escaped
        "".join(
            part if place % 2 else _marked(text, around)
            for place, (part, text) in enumerate(zip(parts, texts, strict=True))
        )
    )


def _marked(text: str, around: str) -> str:
    return format_html_join(
        "",
        "{}{}{}",
        (
            (format_html('<span lang="{}">', code), run, SafeString("</span>")) if code != around else ("", run, "")
            for code, run in runs(text, around)
        ),
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
