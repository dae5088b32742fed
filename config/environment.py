"""What the environment may say, read strictly: a malformed value stops the start with one line that names it."""

import os
import re
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

import environ


class Environment:
    """Typed look-ups; every problem is a SystemExit whose message names the variable, its value and what it should be."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables

    def text(self, name: str, default: str) -> str:
        """The value without surrounding space, or the default when unset or empty."""
        return self._variables.get(name, "").strip() or default

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        """One of a closed list."""
        value = self.text(name, default)
        if value not in choices:
            raise self._refused(name, value, f"one of {', '.join(sorted(choices))}")
        return value

    def flag(self, name: str, default: bool) -> bool:
        """true or false, also 1/0, yes/no, on/off."""
        value = self.text(name, str(default)).lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value in {"0", "false", "no", "off"}:
            return False
        raise self._refused(name, value, "true or false")

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 0 to `most`."""
        value = self.text(name, str(default))
        if not value.isascii() or not value.isdigit() or len(value) > len(str(most)) or int(value) > most:
            raise self._refused(name, value, f"a whole number from 0 to {most}")
        return int(value)

    def words(self, name: str, default: str) -> list[str]:
        """A comma-separated list."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def header(self, name: str) -> str:
        """The name of a header, or "" when unset."""
        value = self.text(name, "")
        if value and not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{0,60}", value):
            raise self._refused(name, value, "the name of a header such as X-Real-IP")
        return value

    def web_address(self, name: str, default: str) -> str:
        """An http(s) address without a trailing slash, path or query."""
        value = self.text(name, default).rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
            raise self._refused(name, value, "an address such as https://reading-room.example")
        return value

    def database(self, name: str, default: str) -> dict[str, object]:
        """A Django database setting out of postgresql://user:password@host:port/name."""
        return self._database(name, self.text(name, default))

    def databases(self, name: str) -> list[dict[str, object]]:
        """Such a setting for each of a comma-separated list; none when unset."""
        return [self._database(name, value) for value in self.words(name, "")]

    @staticmethod
    def _database(name: str, value: str) -> dict[str, object]:
        parts = urlsplit(value)
        if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/") or not parts.username:
            raise SystemExit(f"{name}: must be postgresql://user:password@host:port/name")
        settings: dict[str, object] = dict(environ.Env.db_url_config(value))
        settings["ENGINE"] = "django.db.backends.postgresql"
        return settings

    @staticmethod
    def _refused(name: str, value: str, wanted: str) -> SystemExit:
        return SystemExit(f"{name}={value!r}: must be {wanted}")
