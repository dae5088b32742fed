"""Screens that libraries bring to the desk and that nobody needs: second factors belong to their owner alone."""

from django.conf import settings
from django.contrib import admin

if settings.SITE != "reader":
    # Loaded here, so that they are there to be taken away.
    import allauth.account.admin
    import allauth.mfa.admin  # noqa: F401  # as above
    from allauth.account.models import EmailAddress
    from allauth.mfa.models import Authenticator

    admin.site.unregister([EmailAddress, Authenticator])
