"""Claims as W3C Web Annotations."""

import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.exports.annotation import CONTENT_TYPE, annotation
from articles.exports.series import claim_figures
from articles.problems import departed, problem
from articles.public_ids import check
from articles.queries import reading
from articles.queries.registry import departure_of
from articles.views.permalinks import Elsewhere, misdirected, removed


@require_safe
def claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """/claims/<id>.jsonld"""
    if not check(public_id) or public_id[0] != "c":
        wrong = misdirected(request, public_id, "c")
        # A right id in other letters leads to the claim's page, as it does everywhere.
        return wrong if isinstance(wrong, Elsewhere) else problem(404)
    found = reading.claim_called(public_id)
    if found is None:
        departure = departure_of(public_id)
        return departed(departure) if departure else problem(404)
    version = next(version for version in reading.versions_of(found) if version.is_current)
    if version.removed_at is not None:
        return removed(request, public_id, version.removed_at, found.article.public_id)
    written = annotation(found, version, reading.texts_of(found.article), claim_figures(version))
    return HttpResponse(json.dumps(written, ensure_ascii=False, indent=1) + "\n", content_type=CONTENT_TYPE)
