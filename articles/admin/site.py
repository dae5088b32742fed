"""The frame of the editors' site."""

import taggit.admin  # noqa: F401  # registers its screen, which would otherwise happen after it is closed here
from django.contrib import admin
from django.contrib.auth.models import Group
from taggit.models import Tag

admin.site.site_header = admin.site.site_title = "Trade Reading Room — desk"
admin.site.index_title = "The desk"
# The public site has an address of its own, which this process does not serve.
admin.site.site_url = None
# The lists need the width, and the first page names every screen.
admin.site.enable_nav_sidebar = False


def close_stock_doors() -> None:
    """Screens that other apps bring along and the desk does not use: topics are ours, groups are set in code."""
    for model in (Group, Tag):
        if admin.site.is_registered(model):
            admin.site.unregister(model)
