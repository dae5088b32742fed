"""A browser on the editors' site that fills real forms, and the few moves that scenes there share."""

from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, override_settings
from django.urls import reverse
from django_webtest import DjangoTestApp  # type: ignore[import-untyped]  # brings no types

from articles.dates import PartialDate
from articles.editing.drafting import Description, Words, draft_report
from articles.models import Article
from articles.report_text import read_report
from sources.models import Institution, Outlet
from tests.conftest import enter
from tests.desk_page import DeskPage
from tests.rules import check_rules
from tests.story import FILE, HEADLINE

# A form or a page as the browser sees it (`DeskPage`); its library brings no types.
Page = Any
Form = Any


@cache
def _handler() -> WSGIHandler:
    """The middleware looks through all stylesheets when it is made: once a site, not once a browser."""
    return WSGIHandler()


class Desk(DjangoTestApp):  # type: ignore[misc]  # see above
    """A browser on the editors' site: cookies, forms, the very middleware of the site; an error there is one here."""

    response_class = DeskPage

    def __init__(self, user: User | None = None, *, seconds_ago: int = 0) -> None:
        super().__init__()
        if user is not None:
            client = Client()
            enter(client, user, seconds_ago=seconds_ago)
            self.set_cookie(settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value)

    def get_wsgi_handler(self) -> WSGIHandler:
        return _handler()

    def do_request(self, *args: Any, **kwargs: Any) -> Page:
        check_rules()
        with override_settings(DEBUG_PROPAGATE_EXCEPTIONS=True):
            page = super().do_request(*args, **kwargs)
        check_rules()
        return page

    def screen(self, article: Article) -> Form:
        """The one form of the article's screen, freshly opened."""
        return self.get(screen_of(article)).forms["screen"]


def screen_of(article: Article) -> str:
    """The address of the article's screen."""
    return reverse("admin:articles_article_change", args=[article.pk])


def door(name: str, *args: Any) -> str:
    """An address of the editors' site by its name, such as "articles_article_publish"."""
    return reverse(f"admin:{name}", args=args)


def sheet(page: Page) -> Form:
    """The page's own form, which is not the one that logs out."""
    (form,) = (form for key, form in page.forms.items() if isinstance(key, int) and form.id != "logout-form")
    return form


def fill(form: Form, prefix: str = "", **fields: Any) -> None:
    """Type into fields, choose in selects."""
    for name, value in fields.items():
        form[f"{prefix}{name}"] = value


def tick(form: Form, name: str, *values: object) -> None:
    """Tick the boxes of these values, and no others."""
    for box in form.fields[name]:
        box.checked = box._value in {str(value) for value in values}


def add_source(form: Form, *, province: str = "", **fields: str) -> str:
    """Put an unnamed source down in the first empty place; by what a step names it."""
    prefix = empty_place(form, "sources")
    fill(form, prefix, **fields)
    if province:
        form[f"{prefix}province"].select(text=province)
    return f"source {int(prefix.split('-')[1]) + 1}"


def pin(form: Form, exact: str, *steps: dict[str, str], **fields: Any) -> str:
    """Pin a claim in the first empty place, with its speakers after the outlet; the prefix of its fields."""
    prefix = empty_place(form, "claims")
    fill(form, prefix, exact=exact, **fields)
    for place, step in enumerate(steps):
        fill(form, f"{prefix}steps-{place}-", **step)
    return prefix


def empty_place(form: Form, group: str) -> str:
    """The prefix of the first empty place for a claim or a source, after those there are and those suggested."""
    words_field = {"claims": "exact", "sources": "descriptor"}[group]
    number = 0
    while form[f"{group}-{number}-pk"].value or form[f"{group}-{number}-{words_field}"].value:
        number += 1
    return f"{group}-{number}-"


def wrong(page: Page) -> dict[str, str]:
    """What is said beside each field that was refused, by the field's name; "" for what concerns no field."""
    said: dict[str, str] = {}
    for errors in page.read.find_class("errorlist"):
        around = errors.xpath("ancestor::*[contains(concat(' ', @class, ' '), ' field ')]") or errors.xpath(
            "ancestor::td"
        )
        control = next(around[-1].iter("input", "textarea", "select"), None) if around else None
        said["" if control is None else control.get("name")] = " ".join(" ".join(errors.itertext()).split())
    return said


def words(page: Page) -> str:
    """The page's text, spaces made single."""
    return str(page.words)


def keep_as_printed(form: Form) -> None:
    """Answer every warning about the words of the claims: the outlet printed them, they stay."""
    for name in form.fields:
        if name and "-answer-" in name:
            form[name] = "keep"


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the desk's tables, the history's and the accounts' included, but for the lines that tell of refusals."""
    models = [
        model for app in ("articles", "sources", "auth", "admin") for model in apps.get_app_config(app).get_models()
    ]
    found = {model.__name__: list(model._base_manager.order_by("pk").values()) for model in models}
    lines = [row for row in found["LogEntry"] if not str(row["change_message"]).startswith("Was refused: ")]
    return found | {"LogEntry": lines}


def unpinned(*, by: User) -> Article:
    """The report of the story as it came in: dated, no source put down, no claim pinned; the committee is known."""
    outlet = Outlet.objects.create(name="Northern Courier", slug="northern-courier", show="full")
    Institution.objects.create(
        slug="ryanggang-party-committee",
        name_en="Ryanggang Provincial Party Committee",
        name_ko="량강도당위원회",
        kind="party",
        level="provincial",
    )
    text = read_report(FILE.read_bytes())
    return draft_report(
        by=by,
        outlet=outlet,
        words=Words(HEADLINE, text.body, text.caption, text.credit),
        description=Description(published=PartialDate.parse("2023-04")),
    )
