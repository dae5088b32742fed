"""/servers/ on the desk: which standbys keep up, and whether publications wait for one. For superusers alone."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.editing.ledger import waits_for_a_standby
from config.standbys.report import look


def servers_page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Looked at anew each time; without an address of any."""
    if not getattr(request.user, "is_superuser", False):
        raise PermissionDenied
    context = {
        **site.each_context(request),
        "title": "Servers",
        "rows": look(),
        "limit": settings.REPLICA_LAG_MS / 1000,
        "is_confirmed": waits_for_a_standby(),
    }
    return TemplateResponse(request, "desk/servers.html", context)
