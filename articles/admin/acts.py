"""The ledger, to read."""

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.models import Act
from provinces.admin import OnlyLooks

if TYPE_CHECKING:
    ActBase = admin.ModelAdmin[Act]
else:
    ActBase = admin.ModelAdmin


@admin.register(Act)
class ActAdmin(OnlyLooks, ActBase):
    """Acts on the public record, the newest first."""

    list_display = ["number", "at", "kind", "withdrawal_class", "about", "successor", "by", "reason"]
    list_display_links = ["number"]
    list_filter = ["kind", "withdrawal_class"]
    list_select_related = ["by"]
    ordering = ["-number"]
    search_fields = ["subjects", "reason"]
    fields = [
        "number", "at", "kind", "withdrawal_class", "successor", "subjects", "by", "reason", "previous_hash", "hash",
    ]  # fmt: skip

    @admin.display(description="about")
    def about(self, act: Act) -> str:
        ids = [subject["id"] for subject in act.subjects]
        return ", ".join(ids[:4]) + (f" and {len(ids) - 4} more" if len(ids) > 4 else "")
