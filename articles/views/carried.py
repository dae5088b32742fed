"""A briefing in the making goes along from page to page in the address, since nothing of a reader is kept anywhere."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from articles.briefing import MAX_BYTES

_VALUE = re.compile(r"[0-9A-Za-z.-]+")
# A link to a page of this site: not to a file, and not to a place on the same page.
_LINK = re.compile(r'(<a\s[^>]*?href=")((?:/(?!/)|\?)[^"#]*)(?=["#])')
_FILE = re.compile(r"\.[a-z.]+(?:\?|$)")
_FORM = re.compile(r'<form\b(?![^>]*method="post")[^>]*>')


class CarriedBriefing:
    """Middleware of the public site: the parameter `briefing` of a page's address is kept in that page's own links."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        carried = request.GET.get("briefing", "")
        if not carried or len(carried) > MAX_BYTES or not _VALUE.fullmatch(carried) or not _is_page(response):
            return response
        page = _LINK.sub(lambda link: link[1] + _with(link[2], carried), response.content.decode())
        hidden = f'<input type="hidden" name="briefing" value="{carried}">'
        response.content = _FORM.sub(lambda form: form[0] + hidden, page).encode()
        return response


def _is_page(response: HttpResponse) -> bool:
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def _with(address: str, carried: str) -> str:
    """The address with the parameter at its end."""
    if _FILE.search(address):
        return address
    return f"{address}{'&amp;' if '?' in address else '?'}briefing={carried}"
