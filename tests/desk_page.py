"""A page of the editors' site with its forms, read once.

WebTest reads every page and then each of its forms again, by a parser written in Python: for the article's screen, of five
thousand tags, that took longer than making it. What WebTest does with a form that is read stays its own.
"""

from functools import cached_property
from typing import Any

from django_webtest.response import DjangoWebtestResponse  # type: ignore[import-untyped]  # brings no types
from lxml import html
from webtest.forms import Form  # type: ignore[import-untyped]  # brings no types

# Of lxml, which brings no types.
Element = Any


class Tag:
    """A tag as WebTest asks about it: its name, attributes and text, and the tags in it."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.name, self.attrs = str(element.tag), dict(element.attrib)

    @property
    def text(self) -> str:
        return str(self.element.text_content())

    def find_all(self, names: tuple[str, ...]) -> "list[Tag]":
        """The tags of these names within, and those elsewhere that say they are of this form; in the page's order."""
        within, own = set(self.element.iter(*names)), self.attrs.get("id")
        page = self.element.getroottree().getroot().iter(*names)
        return [Tag(each) for each in page if each in within or (own and each.get("form") == own)]

    def __call__(self, name: str) -> "list[Tag]":
        """The tags of this name within."""
        return [Tag(each) for each in self.element.iter(name)]


class ReadForm(Form):  # type: ignore[misc]  # see above
    """WebTest's form, of a tag that has been read."""

    id: str | None = None

    def __init__(self, page: "DeskPage", tag: Tag) -> None:
        self.response, self.html = page, tag
        self.action, self.method = tag.attrs.get("action", ""), tag.attrs.get("method", "GET")
        self.enctype = tag.attrs.get("enctype", "application/x-www-form-urlencoded")
        self._parse_fields()  # a form with an id would read the whole page again
        self.id = tag.attrs.get("id")


class DeskPage(DjangoWebtestResponse):  # type: ignore[misc]  # see above
    """An answer; what is no page has no forms."""

    @cached_property
    def read(self) -> Element:
        """The page as lxml reads it."""
        return html.document_fromstring(self.testbody)

    @cached_property
    def forms(self) -> dict[int | str, ReadForm]:
        """Its forms, each by its place on the page and by its id."""
        forms: dict[int | str, ReadForm] = {}
        for place, element in enumerate(self.read.iter("form")):
            forms[place] = form = ReadForm(self, Tag(element))
            if form.id:
                forms[form.id] = form
        return forms

    @property
    def words(self) -> str:
        """Its text, spaces made single; what runs or is styled is none."""
        shown = (text for text in self.read.xpath("//text()[not(parent::script or parent::style)]"))
        return " ".join(" ".join(shown).split())
