"""The frame of the editors' site: its front page, and the pages that are about no single report."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone

from articles.desk.frame import framed
from articles.desk.history_page import history
from articles.desk.merges import merges, undo
from articles.desk.outcome_page import what_fell_due
from articles.desk.removals import confirm, removals
from articles.desk.saved_once import saved_once
from articles.desk.waiting import waiting
from articles.editing.ledger import waits_for_a_standby


class DeskSite(AdminSite):
    """The admin's site with what waits on its front page."""

    site_header = site_title = "Trade Reading Room — desk"
    index_title = "The desk"
    index_template = "desk/index.html"
    # The public site has an address of its own, which this process does not serve.
    site_url = None
    # The lists need the width, and the first page names every screen.
    enable_nav_sidebar = False

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(
            request,
            {
                "waiting": waiting(timezone.localdate()) if request.user.has_perm("articles.view_article") else [],
                "is_one_person_desk": settings.ONE_PERSON_DESK,
                "is_confirmed_by_none": bool(settings.STANDBYS) and not waits_for_a_standby(),
                **(extra_context or {}),
            },
        )

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The stock page asks for a password alone; the door's (config/urls/desk.py) stands at the same address before it."""
        raise Http404

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Whatever is sent to a page of the desk is kept once."""
        return super().admin_view(saved_once(view), cacheable)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        own = [
            path("history/", framed(self, history), name="history"),
            path("due/", framed(self, what_fell_due), name="fell_due"),
            path("removals/", framed(self, removals), name="removals"),
            path("removals/<int:pk>/", framed(self, confirm), name="removal"),
            path("merged-topics/", framed(self, merges), name="topic_merges"),
            path("merged-topics/<int:pk>/", framed(self, undo), name="topic_merge_undo"),
        ]
        return [*own, *super().get_urls()]
