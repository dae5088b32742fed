"""Bring reports in on the desk: one, with a question when it seems to copy another; or all that a file holds."""

from dataclasses import dataclass
from itertools import islice

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from articles.desk.add_form import AddForm
from articles.desk.frame import user_of
from articles.desk.verdict import keep_verdict, verdict_for
from articles.editing.copies import CannotJoin
from articles.editing.drafting import latest_revision
from articles.editing.importing import Imported, Status, bring_in, outlet_named, together
from articles.incoming.brought import Brought, Refused
from articles.models import Article
from articles.queries.likeness import Kin, likely_kin, told_by
from articles.report_text import UnreadableReport
from sources.models import Outlet

MOST_REPORTS = 50


@dataclass(frozen=True)
class Line:
    """What became of one report of a file that holds several."""

    where: str
    status: str
    reason: str = ""
    article: Article | None = None
    headline: str = ""
    kin: Kin | None = None


def add_article(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The form; what it brought in; or the question which report it copies."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    form = AddForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method != "POST" or not form.is_valid():
        return _draw(request, site, form)
    name, reading = form.reading()
    found = list(islice(reading, MOST_REPORTS + 1))
    field = "text" if form.cleaned_data["text"].strip() else "file"
    if len(found) > MOST_REPORTS:
        form.add_error(field, f"It holds more than {MOST_REPORTS} reports; use import_reports.")
        return _draw(request, site, form)
    if len(found) > 1:
        for said in form.said_of_one():
            form.add_error(said, f"This describes one report; the file holds {len(found)}.")
        return _draw(request, site, form) if form.errors else _bring_in_each(request, site, form, name, found)
    match found:
        case [Brought() as report]:
            return _bring_in_one(request, site, form, name, report, field)
        case [Refused(where, reason)]:
            form.add_error(field, f"{where}: {reason}" if where else reason)
        case _:
            form.add_error(field, "There is no report in it.")
    return _draw(request, site, form)


def _bring_in_one(
    request: HttpRequest, site: AdminSite, form: AddForm, name: str, found: Brought, field: str
) -> HttpResponse:
    """Bring it in, unless it seems to copy another and the editor has not said yet whether it does."""
    verdict = form.cleaned_data["verdict"]
    try:
        with transaction.atomic():
            imported = _bring_in(request, form, _outlet(request, form), name, found)
            kin = _kin_of(imported, found) if verdict is None else []
            if kin:
                # Nothing is kept until the editor has answered.
                transaction.set_rollback(True)
            elif verdict is not None and imported.status == Status.CREATED:
                keep_verdict(by=user_of(request), article=imported.article, verdict=verdict)
    except UnreadableReport as error:
        form.add_error(field, str(error))
        return _draw(request, site, form)
    except (CannotJoin, IntegrityError, DataError) as error:
        form.add_error(None, f"This was refused: {str(error).splitlines()[0]}")
        return _draw(request, site, form)
    if kin:
        form.keep_file()
        return _draw(request, site, form, kin)
    return _say(request, imported)


def _bring_in_each(
    request: HttpRequest, site: AdminSite, form: AddForm, name: str, found: list[Brought | Refused]
) -> HttpResponse:
    """Each by itself: what is refused is named with its place, the rest go in as drafts."""
    with transaction.atomic():
        outlet = _outlet(request, form)
    lines = []
    for each in found:
        if isinstance(each, Refused):
            lines.append(Line(each.where, Status.REJECTED, each.reason))
            continue
        try:
            imported = _bring_in(request, form, outlet, f"{name}, {each.where}", each)
        except (UnreadableReport, IntegrityError, DataError) as error:
            lines.append(Line(each.where, Status.REJECTED, str(error).splitlines()[0], headline=each.headline))
            continue
        kin = next(iter(_kin_of(imported, each)), None)
        lines.append(Line(each.where, imported.status, "", imported.article, imported.headline, kin))
    context = {"title": f"What {name} brought", "lines": lines, "name": name}
    return TemplateResponse(request, "desk/added.html", {**site.each_context(request), **context})


def _outlet(request: HttpRequest, form: AddForm) -> Outlet:
    known: Outlet | None = form.cleaned_data["outlet"]
    return known or outlet_named(by=user_of(request), name=form.cleaned_data["new_outlet"], show=None)


def _bring_in(request: HttpRequest, form: AddForm, outlet: Outlet, name: str, found: Brought) -> Imported:
    return bring_in(
        by=user_of(request),
        outlet=outlet,
        name=name,
        text=found.text,
        original=found.original,
        given=together(form.given(), found),
    )


def _kin_of(imported: Imported, found: Brought) -> list[Kin]:
    """Which reports a new one seems to copy, or to be the origin of; none where that was said."""
    if imported.status != Status.CREATED or imported.article.origin_kind:
        return []
    notes = "\n".join(found.text.furniture)
    return likely_kin(told_by(imported.article, latest_revision(imported.article), notes))


def _say(request: HttpRequest, imported: Imported) -> HttpResponse:
    """Where the editor goes from here, and what was done."""
    address = reverse("admin:articles_article_change", args=[imported.article.pk])
    link = format_html('<a href="{}">{}</a>', address, imported.headline or imported.article.public_id)
    match imported.status:
        case Status.DUPLICATE:
            messages.warning(request, format_html("Nothing was added: the same words are here already, as {}.", link))
            return redirect("admin:articles_article_add")
        case Status.UNCHANGED:
            messages.info(request, format_html("Nothing was added: this report is here already, as {}.", link))
            return redirect("admin:articles_article_add")
        case Status.REVISED:
            messages.success(request, "The report was here already; its new text stands as a proposed revision.")
        case _:
            messages.success(request, "Brought in as a draft.")
    return redirect(address)


def _draw(request: HttpRequest, site: AdminSite, form: AddForm, kin: list[Kin] | None = None) -> HttpResponse:
    context = {
        "title": "Bring reports in",
        "form": form,
        "kin": [(verdict_for(each), each) for each in kin or []],
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "desk/add.html", {**site.each_context(request), **context}, status=status)
