"""Whatever an editor sends is kept once. The same form sent again, as after an answer that was lost, is answered as before.

Each page that is drawn has its own token against forgery (Django masks it anew); with who sent it, the address and all that
was sent it names one form. The name is put down in the same transaction as what the form keeps, unique in the database: so
a second one waits for the first and then finds it, and where the first came to nothing, so did its name. Names older than
KEPT_DAYS go whenever a form is kept: by then no answer is waited for.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import salted_hmac

from articles.models import Act, SavedForm

_FIELD = "csrfmiddlewaretoken"
KEPT_DAYS = 30


def saved_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view, whose forms are kept once. What is drawn again with errors, or answers with a page, is not counted."""

    @wraps(view)
    def once(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        token = _token(request)
        if not token:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            pk = _take(token, request)
            if pk is None:
                messages.info(request, "This was saved already; nothing was saved twice.")
                return HttpResponseRedirect(SavedForm.objects.get(token=token).answer)
            by, written = request.user.pk, _rows_written()
            before = Act.objects.order_by("-number").values_list("number", flat=True).first() or 0
            response = view(request, *args, **kwargs)
            row = SavedForm.objects.filter(pk=pk)
            # What leads elsewhere without having kept anything, as to a question who is there, is no answer yet.
            if isinstance(response, HttpResponseRedirect) and len(response.url) <= 500 and _rows_written() > written:
                mine = Act.objects.filter(number__gt=before, by=by)
                row.update(answer=response.url, act=mine.order_by("-number").values_list("number", flat=True).first())
            else:
                row.delete()
            return response

    return once


def _token(request: HttpRequest) -> str:
    """The name of the form that was sent; "" for what is no form of a page of ours."""
    if request.method != "POST" or _FIELD not in request.POST or not request.user.is_authenticated:
        return ""
    sent: list[Any] = [request.user.pk, request.get_full_path(), sorted(request.POST.lists())]
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            found = hashlib.sha256()
            for chunk in file.chunks():
                found.update(chunk)
            file.seek(0)
            sent.append([name, file.name, found.hexdigest()])
    return salted_hmac("articles.desk.saved_once", json.dumps(sent), algorithm="sha256").hexdigest()


def _rows_written() -> int:
    """How many rows this transaction has written so far, sessions left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables"
            " WHERE relname NOT IN ('config_desksession', 'django_session')"
        )
        return int(cursor.fetchone()[0])


def _take(token: str, request: HttpRequest) -> int | None:
    """Put the name down; None when it stands there already. Waits while another transaction is just doing it."""
    with connection.cursor() as cursor:
        cursor.execute(
            # Old ones that another save is just taking away are left to it, so that nobody waits for that.
            "WITH old AS (DELETE FROM articles_savedform WHERE id IN (SELECT id FROM articles_savedform"
            "  WHERE at < now() - make_interval(days => %s) ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED) RETURNING id)"
            " INSERT INTO articles_savedform (token, by_id, at, answer) VALUES (%s, %s, now(), '')"
            " ON CONFLICT (token) DO NOTHING RETURNING id",
            [KEPT_DAYS, token, request.user.pk],
        )
        row = cursor.fetchone()
    return int(row[0]) if row else None
