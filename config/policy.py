"""The Content-Security-Policy, which is the same for every answer of a site (settings.CONTENT_SECURITY_POLICY)."""

from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class SamePolicy(CSPMiddleware):
    """Puts it together once: no answer of ours asks for another, and there is no script with a number drawn for it."""

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        self.policy = build_policy()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """While somebody develops, Django's own pages for errors go without, as the library has it."""
        if settings.DEBUG:
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.policy)
        return response
