"""Screens that other apps bring along and the desk does not use."""

import taggit.admin  # noqa: F401  # registers its screen, which would otherwise happen after it is closed here
from django.contrib import admin
from django.contrib.auth.models import Group
from taggit.models import Tag


def close_stock_doors() -> None:
    """Topics are ours, groups are set in code."""
    for model in (Group, Tag):
        if admin.site.is_registered(model):
            admin.site.unregister(model)
