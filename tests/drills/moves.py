"""A browser on the desk of a stand, for many threads at once: it keeps its cookies, reads real forms, and sends them again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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

    def open(self, address: str, form: str = "form") -> Form:
        """The first form of a page that a path of CSS names. Raises OSError, http.client.HTTPException, LookupError."""
        status, _, body = self._ask(address)
        if status != 200:
            raise LookupError(f"{address} answers {status}")
        for found in html.fromstring(body).cssselect(form):
            if found.get("id") != "logout-form":
                return Form(found.get("action") or address, [(name, str(value)) for name, value in found.form_values()])
        raise LookupError(f"{address} has no form {form}")

    def send(self, form: Form) -> tuple[int, str]:
        """Status and where it leads; errors as above."""
        status, headers, _ = self._ask(form.address, form.body)
        return status, headers.get("location", "")

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


def browser(here: Stand, server: Server, name: str) -> Browser:
    """That of an editor of the cast, logged in: the session is made beside, for the door is not what is drilled here."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username=name))
    return Browser(server, {key: morsel.value for key, morsel in client.cookies.items()})


def texts(count: int) -> Sequence[str]:
    """Bodies of reports, each its own."""
    return [f"In Hyesan {n} sacks of rice were sold on Monday.\n\nNobody saw more than {n + 7}." for n in range(count)]
