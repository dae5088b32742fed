"""Citations as files beside a report, a revision, a claim and a version of it: cite.txt, .ris, .bib, .csl.json."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.citations.works import Work
from articles.pages.citation import FILES, citation_file, report_cited, statement_cited, text_under
from articles.queries import reading
from articles.views.permalinks import gone, misdirected, removed

TYPES = {
    "txt": "text/plain; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json",
}


@require_safe
def article(request: HttpRequest, public_id: str, ending: str, number: int | None = None) -> HttpResponse:
    """A report as it reads now, or one revision of it."""
    answer = _misdirected(request, public_id, "a", ending, number)
    if answer is not None:
        return answer
    found = reading.article_called(public_id)
    if found is None:
        return gone(request, public_id)
    texts = reading.texts_of(found)
    text = reading.of_number(texts, number)
    if text is None:
        raise Http404
    if text.removed_at is not None:
        return removed(request, public_id, text.removed_at)
    return _file(report_cited(found, texts, text), ending)


@require_safe
def claim(request: HttpRequest, public_id: str, ending: str, number: int | None = None) -> HttpResponse:
    """A claim as it stands, or one of its frozen versions."""
    answer = _misdirected(request, public_id, "c", ending, number)
    if answer is not None:
        return answer
    found = reading.claim_called(public_id)
    if found is None:
        return gone(request, public_id)
    versions = reading.versions_of(found)
    version = reading.of_number(versions, number)
    if version is None:
        raise Http404
    if version.removed_at is not None:
        return removed(request, public_id, version.removed_at)
    version.claim = found
    texts = reading.texts_of(found.article)
    report = report_cited(found.article, texts, text_under(version, texts))
    return _file(statement_cited(version, versions, report), ending)


def _misdirected(request: HttpRequest, typed: str, kind: str, ending: str, number: int | None) -> HttpResponse | None:
    if ending not in FILES:
        raise Http404
    page, version = {"a": ("article_cite", "revision_cite"), "c": ("claim_cite", "claim_version_cite")}[kind]
    if number is None:
        return misdirected(request, typed, kind, page, ending=ending)
    return misdirected(request, typed, kind, version, number=number, ending=ending)


def _file(work: Work, ending: str) -> HttpResponse:
    answer = HttpResponse(citation_file([work], ending, timezone.localdate()), content_type=TYPES[ending])
    if ending != "txt":
        answer["Content-Disposition"] = f'attachment; filename="{work.key}.{ending}"'
    return answer
