"""Which institution a report means by the words it has for one, and what a new one would be put down as."""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify

from provinces.gazetteer import Gazetteer
from provinces.models import Province
from sources.models import Institution, InstitutionName
from sources.models.institution import Kind, Level

_WORD = re.compile(r"[^\W_]+")
_NOTHING = {"the", "of", "a", "an", "s", "and", "in", "korea", "korean", "north", "workers", "its", "local"}
_SAME = {
    "provincial": "province",
    "committees": "committee",
    "companies": "company",
    "bureaux": "bureau",
    "firm": "company",
}
# Longer Korean names are cut at these, which say the same as the English words.
_KOREAN = (
    ("도당위원회", "province party committee"), ("도당", "province party committee"), ("시당위원회", "city party committee"),
    ("군당위원회", "county party committee"), ("당위원회", "party committee"), ("인민위원회", "people committee"),
    ("무역회사", "trading company"), ("세관", "customs"), ("보위국", "security bureau"), ("안전국", "safety bureau"),
    ("위원회", "committee"), ("무역관리국", "trade management bureau"), ("무역국", "trade bureau"),
)  # fmt: skip
_KINDS = (
    (Kind.PARTY, {"party"}),
    (Kind.MILITARY, {"army", "border", "guard", "command", "military", "corps"}),
    (Kind.COMPANY, {"company", "factory", "enterprise", "mine"}),
    (Kind.STATE, {"ministry", "committee", "bureau", "customs", "people", "department", "cabinet", "office"}),
)

_LOCAL = {"city", "county", "district", "company", "factory", "farm", "mine"}


@dataclass(frozen=True)
class NewBody:
    """What an institution that is not here yet would be put down as; an editor confirms it."""

    name: str
    kind: Kind
    level: Level
    province: str

    def __str__(self) -> str:
        """As it travels through a form."""
        return "|".join((self.kind, self.level, self.province, self.name))

    @classmethod
    def read(cls, sent: str) -> "NewBody":
        """Back from a form. Raises ValueError."""
        kind, level, province, name = sent.split("|", 3)
        if (province and province not in _province_names()) or not name.strip() or len(name) > 160:
            raise ValueError(f"“{sent[:80]}” is no body we offered")
        return cls(name, Kind(kind), Level(level), province)

    @property
    def label(self) -> str:
        """What an editor reads before saying yes."""
        where = f", {_province_names()[self.province]}" if self.province else ""
        return f"{self.name}: {self.kind.label}, {self.level.label}{where}"


@transaction.atomic
def add_bodies(*, by: AbstractBaseUser, bodies: Iterable[NewBody]) -> None:
    """Put down institutions an editor has confirmed; one that is here by now is left as it is."""
    for body in bodies:
        if Institution.objects.filter(name_en__iexact=body.name).exists():
            continue
        slug = slugify(body.name)[:90] or "body"
        if Institution.objects.filter(slug=slug).exists() or InstitutionName.objects.filter(slug=slug).exists():
            slug = f"{slug}-{secrets.token_hex(3)}"
        province = Province.objects.get(slug=body.province) if body.province else None
        Institution.objects.create(slug=slug, name_en=body.name, kind=body.kind, level=body.level, province=province)


class Bodies:
    """The institutions there are, by the words of all their names. `provinces`: slugs by pk."""

    def __init__(self, named: Iterable[tuple[str, Institution]], provinces: Mapping[int, str]) -> None:
        self._words: list[tuple[frozenset[str], Institution]] = []
        for name, body in named:
            words = words_of(name)
            if body.province_id is not None and body.province_id in provinces:
                words |= {provinces[body.province_id]}
            if words:
                self._words.append((words, body))

    def find(self, name: str, provinces: Iterable[str]) -> Institution | None:
        """The one body these words can mean in a report about these provinces (slugs); None for none or several."""
        words = words_of(name)
        if not words:
            return None
        for asked in (words, *(words | {province} for province in provinces)):
            found = {body.pk: body for known, body in self._words if known == asked}
            if len(found) == 1:
                return next(iter(found.values()))
        return None


def words_of(name: str) -> frozenset[str]:
    """What counts of a name, in small English letters: provinces and places by their slugs, 's and articles left out."""
    gazetteer = Gazetteer.from_file()
    language = "ko" if any("가" <= letter <= "힣" for letter in name) else "en"
    words, rest = set(), name
    for mention in reversed(gazetteer.find(name, language)):
        words.add(mention.place or mention.province or "")
        rest = rest[: mention.start] + " " + _units(mention.text) + " " + rest[mention.end :]
    if language == "ko":
        for korean, english in _KOREAN:
            rest = rest.replace(korean, f" {english} ")
    found = {_SAME.get(word, word) for word in _WORD.findall(rest.casefold())}
    return frozenset((words | found) - _NOTHING - {""})


def _units(text: str) -> str:
    """The unit that went with a place's name, which is a word of the body's name too."""
    if " " in text:
        return text.split()[-1]
    return {"도": "province", "시": "city", "군": "county"}.get(text[-1:], "")


def new_body(name: str, provinces: list[str]) -> NewBody:
    """A guess at what a body is, from its words and the only province of the report."""
    words = words_of(name)
    kind = next((kind for kind, signs in _KINDS if words & signs), Kind.OTHER)
    own = [slug for slug in words if slug in _province_names()]
    province = own[0] if own else provinces[0] if len(provinces) == 1 and "province" in words else ""
    if words & _LOCAL:
        level = Level.LOCAL
    elif province or "province" in words:
        level = Level.PROVINCIAL
    else:
        level = Level.LOCAL if kind in (Kind.COMPANY, Kind.OTHER) else Level.NATIONAL
    tidy = _tidy(name)
    return NewBody(tidy if own or not province else f"{_province_names()[province]} {tidy}", kind, level, province)


def _province_names() -> dict[str, str]:
    return {entry.slug: entry.name for entry in Gazetteer.from_file().listed("provinces")}


def _tidy(name: str) -> str:
    """Without the article, each word with a capital, as a name is written."""
    bare = re.sub(r"^(?:the|a|an|its)\s+", "", " ".join(name.split()), flags=re.I)
    return " ".join(
        word if word[:1].isupper() or word in {"of", "and", "the"} else word.capitalize() for word in bare.split()
    )
