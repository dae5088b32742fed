"""/check/: links go in by a form and the table comes back; nothing of either is kept, logged or put into an address."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from articles.footnotes.finding import MAX_CHARACTERS, TooLong, find
from articles.pages.footnote_tables import as_csv
from articles.pages.footnotes import TooMany, check_page, our_hosts
from provinces.tongue import say

# The form changes nothing, so it needs no protection against being sent from elsewhere: the sender sees no answer.


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()  # and what it calls
def check(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the table, as a page or, with format=csv, as a file."""
    return _checked(request) if request.method == "POST" else _form(request)


@never_cache
def _checked(request: HttpRequest) -> HttpResponse:
    try:
        text = request.POST.get("text", "")
        page = check_page(find(text, our_hosts()))
    except RequestDataTooBig:
        return _form(
            request,
            refusal=say("That is more than the {most:,} characters that are read at once", most=MAX_CHARACTERS),
            status=413,
        )
    except (TooLong, TooMany) as error:
        return _form(request, refusal=str(error), status=413)
    if request.POST.get("format") == "csv":
        answer = HttpResponse(as_csv(page), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="checked-links.csv"'
        return answer
    return render(request, "articles/check.html", {"page": page, "text": text})


def _form(request: HttpRequest, refusal: str = "", status: int = 200) -> HttpResponse:
    return render(request, "articles/check.html", {"refusal": refusal}, status=status)
