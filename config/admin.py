"""Screens of the desk that belong to its door; those of libraries that nobody needs: second factors are their owner's alone."""

from django.conf import settings
from django.contrib import admin

if settings.SITE != "reader":
    # Loaded here, so that they are there to be taken away.
    import allauth.account.admin
    import allauth.mfa.admin  # noqa: F401  # as above
    from allauth.account.models import EmailAddress
    from allauth.mfa.models import Authenticator

    import config.door.account_screen  # noqa: F401  # registers itself

    admin.site.unregister([EmailAddress, Authenticator])
