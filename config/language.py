"""In which language a page is made: its address alone decides, no cookie, no session, no header."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from articles.languages import language_of, speaking


class LanguageOfAddress:
    """Middleware of the public site: `/ko/…` is made in Korean, everything else in English; nothing lasts beyond it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        with speaking(language):
            response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response["Content-Language"] = language
        return response
