"""The page that files many reports, or many claims, at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from articles.desk.filing_form import FilingForm
from articles.desk.vocabulary import Vocabulary
from articles.editing.bulk import NotYours, file_articles, file_claims
from articles.editing.locking import StaleEdit
from articles.models import Article, Claim, ClaimState, ClaimVersion, Revision, State
from provinces.models import Province

MOST = 1_000


@dataclass(frozen=True)
class Line:
    """One chosen row. `why_not`: why it cannot be filed, or ""; `opened`: "pk:edit" of the report it belongs to."""

    row: Any
    words: str
    language: str
    topics: tuple[Any, ...]
    provinces: tuple[Province, ...]
    is_out: bool
    why_not: str
    opened: str


@dataclass(frozen=True)
class Kind:
    """Reports, or claims."""

    noun: str
    permission: str
    changelist: str
    lines: Callable[[Iterable[int]], list[Line]]
    file: Callable[..., Sequence[Any]]


def lines_of_articles(pks: Iterable[int]) -> list[Line]:
    """The reports in the order of the queue, in four queries."""
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number").values("headline")[:1]
    rows: Iterable[Any] = (
        Article.objects.filter(pk__in=pks)
        .annotate(headline=Subquery(newest))
        .prefetch_related("topic_items__tag", "filed_provinces__province")
        .order_by("-pk")
    )
    return [
        Line(
            row=row,
            words=row.headline or row.public_id,
            language=row.language,
            topics=tuple(item.tag for item in row.topic_items.all()),
            provinces=tuple(item.province for item in row.filed_provinces.all()),
            is_out=row.is_public,
            why_not="withdrawn" if row.state == State.WITHDRAWN else "",
            opened=f"{row.pk}:{row.edit_number}",
        )
        for row in rows
    ]


def lines_of_claims(pks: Iterable[int]) -> list[Line]:
    """The claims by their newest version, the newest first, in four queries."""
    versions = (
        ClaimVersion.objects.filter(claim__in=pks)
        .order_by("-claim_id", "-number")
        .distinct("claim_id")
        .select_related("claim__article")
        .prefetch_related("topic_items__tag", "filed_provinces__province")
    )
    return [
        Line(
            row=version.claim,
            words=version.exact or "(removed)",
            language=version.claim.article.language,
            topics=tuple(item.tag for item in version.topic_items.all()),
            provinces=tuple(item.province for item in version.filed_provinces.all()),
            is_out=version.claim.is_public,
            why_not=_why_not(version),
            opened=f"{version.claim.article_id}:{version.claim.article.edit_number}",
        )
        for version in versions
    ]


def _why_not(version: ClaimVersion) -> str:
    if version.claim.state == ClaimState.WITHDRAWN or version.claim.article.state == State.WITHDRAWN:
        return "withdrawn"
    return "its words were removed" if version.removed_at is not None else ""


def _file_articles(by: Any, lines: list[Line], opened: dict[int, int], filing: Any) -> Sequence[Article]:
    return file_articles(by=by, articles=[line.row for line in lines], opened=opened, filing=filing)


def _file_claims(by: Any, lines: list[Line], opened: dict[int, int], filing: Any) -> Sequence[Claim]:
    return file_claims(by=by, claims=[line.row for line in lines], opened=opened, filing=filing)


REPORTS = Kind(
    "report", "articles.change_article", "admin:articles_article_changelist", lines_of_articles, _file_articles
)
CLAIMS = Kind("claim", "articles.change_claim", "admin:articles_claim_changelist", lines_of_claims, _file_claims)


def file_many(request: HttpRequest, site: AdminSite, kind: Kind, chosen: Iterable[int] | None = None) -> HttpResponse:
    """Show the chosen rows and ask what to change; keep all of it or nothing. `chosen`: by the list that leads here."""
    if not request.user.has_perm(kind.permission):
        raise PermissionDenied
    pks = list(chosen) if chosen is not None else numbers(request.POST.getlist("row"))
    if not pks or len(pks) > MOST:
        choose = f"Choose {kind.noun}s first" if not pks else f"Choose at most {MOST:,} {kind.noun}s at once"
        messages.warning(request, f"{choose}, then “File under topics and provinces…”.")
        return redirect(kind.changelist)
    lines = kind.lines(pks)
    may = [line for line in lines if not line.why_not]
    form = FilingForm(
        request.POST if chosen is None else None,
        vocabulary=Vocabulary.read(),
        topics={topic.pk for line in may for topic in line.topics},
        provinces={province.pk for line in may for province in line.provinces},
    )
    status = 200
    if chosen is None:
        status = 422
        if form.is_valid():
            try:
                changed = kind.file(request.user, may, opened_at(request), form.cleaned_data["filing"])
            except (StaleEdit, NotYours) as error:
                form.add_error(None, f"{error}. Nothing was saved for any of them; below is how they are filed now.")
                status, lines = 409, kind.lines(pks)
            else:
                same = len(may) - len(changed)
                rest = f"; {same} stood so already" if same else ""
                messages.success(request, f"{len(changed)} {kind.noun}{'' if len(changed) == 1 else 's'} filed{rest}.")
                return redirect(kind.changelist)
    context = {
        **site.each_context(request),
        "title": f"File {len(may)} {kind.noun}{'' if len(may) == 1 else 's'}",
        "kind": kind,
        "lines": lines,
        "opened": sorted({line.opened for line in may}),
        "out": sum(line.is_out for line in may),
        "may": may,
        "form": form,
        "media": form.media,
    }
    return TemplateResponse(request, "desk/filing.html", context, status=status)


def opened_at(request: HttpRequest) -> dict[int, int]:
    """At which edit the page read each report."""
    pairs = [pair.partition(":") for pair in request.POST.getlist("opened")]
    return {
        int(pk): int(edit) for pk, _, edit in pairs if f"{pk}{edit}".isdecimal() and len(pk) < 10 and len(edit) < 10
    }


def numbers(typed: Iterable[str]) -> list[int]:
    """Numbers of rows, without what is none."""
    return [int(text) for text in typed if text.isdecimal() and len(text) < 10]
