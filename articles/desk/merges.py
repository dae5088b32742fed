"""Merges of topics, to read and to take back."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from articles.editing.topic_merging import CannotUndo, undo_merge
from articles.models import TopicMerge

VIEW, CHANGE = "articles.view_topic", "articles.change_topic"


def merges(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """Every merge, the newest first."""
    user: Any = request.user
    if not user.has_perm(VIEW):
        raise PermissionDenied
    context = {
        **site.each_context(request),
        "title": "Merged topics",
        "merges": TopicMerge.objects.select_related("by", "undone_by"),
        "may_undo": user.has_perm(CHANGE),
    }
    return TemplateResponse(request, "desk/merges.html", context)


def undo(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What would go back; then it does."""
    user: Any = request.user
    if not user.has_perm(CHANGE):
        raise PermissionDenied
    merge = get_object_or_404(TopicMerge, pk=pk)
    if merge.undone_at is not None:
        messages.warning(request, "This merge was taken back already.")
        return redirect("admin:topic_merges")
    problem, status = "", 200
    if request.method == "POST":
        try:
            topic = undo_merge(by=user, merge=merge)
            messages.success(request, f"“{topic}” is a topic of its own again.")
            return redirect("admin:articles_topic_change", topic.pk)
        except CannotUndo as error:
            problem, status = f"{error}.", 409
    moved = merge.moved
    went = [
        ("reports", len(moved["articles"]) + len(moved["articles_under_both"])),
        ("versions of claims", len(moved["versions"]) + len(moved["versions_under_both"])),
        ("narrower topics", len(moved["narrower"])),
        ("other names", len(moved["names_before"])),
    ]
    context = {
        **site.each_context(request),
        "title": f"Take back the merge of “{merge.name}” into “{merge.into_name}”?",
        "merge": merge,
        "went": went,
        "problem": problem,
    }
    return TemplateResponse(request, "desk/merge_undo.html", context, status=status)
