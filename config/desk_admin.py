"""Tells Django's admin which site is the desk's."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    """Django's admin, with our frame."""

    default_site = "articles.desk.site.DeskSite"
