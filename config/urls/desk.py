"""Addresses of the editors' site: its door, then the desk behind it."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from articles.desk.frame import framed
from config.door.my_sessions import my_sessions
from config.door.second_factor import AddApp, AddPasskey, Codes, Factors, NewCodes, RemoveApp, RemovePasskey
from config.door.signing_in import Again, AgainByCode, AgainByPasskey, SecondStep, SignIn, change_password
from config.servers_page import servers_page


def icon(request: HttpRequest) -> HttpResponse:
    """/favicon.ico, which browsers ask for beside whatever names no icon."""
    return HttpResponseRedirect(static("favicon.svg"))


# Named as django-allauth looks for them.
DOOR: list[URLPattern | URLResolver] = [
    path("login/", SignIn.as_view(), name="account_login"),
    path("login/second/", SecondStep.as_view(), name="mfa_authenticate"),
    path("again/", Again.as_view(), name="account_reauthenticate"),
    path("again/code/", AgainByCode.as_view(), name="mfa_reauthenticate"),
    path("again/passkey/", AgainByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("second-factor/", Factors.as_view(), name="mfa_index"),
    path("second-factor/app/", AddApp.as_view(), name="mfa_activate_totp"),
    path("second-factor/app/remove/", RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("second-factor/passkey/", AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("second-factor/passkey/<int:pk>/remove/", RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("second-factor/codes/", Codes.as_view(), name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", NewCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("password_change/", framed(admin.site, change_password), name="change_password"),
    path("sessions/", framed(admin.site, my_sessions), name="my_sessions"),
]
# About the machines beneath.
MACHINES: list[URLPattern | URLResolver] = [path("servers/", framed(admin.site, servers_page), name="servers")]
urlpatterns: list[URLPattern | URLResolver] = [path("favicon.ico", icon), *DOOR, *MACHINES, path("", admin.site.urls)]

handler403 = "config.door.rules.refused"
handler500 = "config.middleware.broken"
