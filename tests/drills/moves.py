"""A browser on the desk of a stand, for many threads at once: it keeps its cookies, reads real forms, and sends them again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from lxml import html

from tests.drills.stand import Server, Stand

Pairs = list[tuple[str, str]]


@dataclass
class Form:
    """One form as it is sent: where, and its fields in their order."""

    address: str
    fields: Pairs

    def fill(self, **values: str) -> "Form":
        """Type into fields that are there. Raises KeyError for one that is not."""
        for name, value in values.items():
            if name not in dict(self.fields):
                raise KeyError(f"no field {name}; there are {', '.join(dict(self.fields))[:600]}")
            self.fields = [(key, value if key == name else old) for key, old in self.fields]
        return self

    def press(self, button: str) -> "Form":
        """With a button's name among the fields."""
        self.fields.append((button, "1"))
        return self

    @property
    def body(self) -> bytes:
        return urlencode(self.fields).encode()


@dataclass
class Browser:
    """One editor's."""

    server: Server
    cookies: dict[str, str] = field(default_factory=dict)
    page: bytes = b""

    def open(self, address: str, form: str) -> Form:
        """The form of a page that has this id. Raises OSError, http.client.HTTPException, LookupError."""
        status, _, self.page = self._ask(address)
        if status != 200:
            raise LookupError(f"{address} answers {status}")
        return self.form(form, address)

    def form(self, name: str, address: str) -> Form:
        """The same of the page that is open."""
        for found in html.fromstring(self.page).forms:
            if found.get("id") == name:
                return Form(found.get("action") or address, list(_fields(found)))
        raise LookupError(f"{address} has no form {name}")

    def send(self, form: Form) -> tuple[int, str]:
        """Status and where it leads; errors as above."""
        status, headers, self.page = self._ask(form.address, form.body)
        return status, headers.get("location", "")

    def said(self) -> str:
        """The words of the page that is open, and of its fields."""
        page = html.fromstring(self.page or b"<p></p>")
        return " ".join([*page.text_content().split(), *page.xpath("//@value")])

    def rows(self, name: str) -> list[list[str]]:
        """The cells of the tables within what is of this class on the page that is open."""
        rows = html.fromstring(self.page).xpath("//*[contains(concat(' ', @class, ' '), $name)]//tr", name=f" {name} ")
        return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in rows]

    def _ask(self, address: str, body: bytes | None = None) -> tuple[int, dict[str, str], bytes]:
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            said |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.server.port}",
            }
        answer = self.server.ask(address, method="GET" if body is None else "POST", headers=said, body=body)
        for cookie in answer[1].get("set-cookie", "").split(", "):
            name, _, value = cookie.partition(";")[0].partition("=")
            if name in ("desk", "desk-csrf"):
                self.cookies[name] = value
        return answer


def _fields(form: Any) -> Iterator[tuple[str, str]]:
    """What a browser would send of it, empty fields too; of buttons only the one that is pressed."""
    for control in form.iter("input", "select", "textarea"):
        name, kind = control.get("name"), control.get("type", "text") if control.tag == "input" else control.tag
        if not name or control.get("disabled") is not None or kind in ("submit", "button", "image", "reset", "file"):
            continue
        if kind in ("checkbox", "radio"):
            if control.checked:
                yield name, control.get("value") or "on"
        elif kind == "select" and control.multiple:
            yield from ((name, value) for value in control.value)
        else:
            # The line that begins a field of several lines is the page's, not the field's.
            yield name, (control.value or "").removeprefix("\n")


def browser(here: Stand, server: Server, name: str) -> Browser:
    """That of an editor of the cast, logged in: the session is made beside, for the door is not what is drilled here."""
    from django.contrib.auth.models import User
    from django.test import Client

    from tests.conftest import enter

    client = Client()
    enter(client, User.objects.get(username=name))
    return Browser(server, {key: morsel.value for key, morsel in client.cookies.items()})
