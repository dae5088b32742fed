"""Where one is signed in, and how to end it."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from config.door.sessions import end_session, end_sessions, sessions_of
from provinces.proof import ask_for_proof


def my_sessions(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """/sessions/: the list; sent with a mark or with `_others`, these end at once. Others than this one end with proof."""
    user: Any = request.user
    if request.method == "POST":
        if any(row.is_this and row.mark == request.POST.get("mark") for row in sessions_of(user, request.session)):
            logout(request)
            return redirect("account_login")
        asked = ask_for_proof(request, "end a session of yours")
        if asked:
            return asked
        if "_others" in request.POST:
            count = end_sessions(user, but=request.session)
            messages.success(request, f"Ended: {count}." if count else "There was no other.")
        elif end_session(user, request.POST.get("mark", "")):
            messages.success(request, "Ended.")
        else:
            messages.warning(request, "That one is over already.")
        return redirect("my_sessions")
    rows = sessions_of(user, request.session)
    context = {**site.each_context(request), "title": "My sessions", "sessions": rows, "has_others": len(rows) > 1}
    return TemplateResponse(request, "door/my_sessions.html", context)
