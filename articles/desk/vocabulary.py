"""What an editor may choose from on one page: read once a request, however many claims the page holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from articles.models import Topic
from provinces.models import Province
from sources.models import Institution, InstitutionName, Outlet, OutletName

Body = TypeVar("Body", Institution, Outlet)


class NotKnown(ValueError):
    """A name that is nobody's here, or several bodies'. `str()` is a sentence."""


class Names(Generic[Body]):
    """Bodies by every name they have."""

    def __init__(self, noun: str, named: Iterable[tuple[str, Body]]) -> None:
        self.noun = noun
        self.named: list[tuple[str, Body]] = [(name, body) for name, body in named if name]
        self.labels: list[str] = []
        self._found: dict[str, list[Body]] = {}
        for name, body in self.named:
            if body not in self._found.setdefault(_key(name), []):
                self._found[_key(name)].append(body)
                self.labels.append(name)

    def find(self, name: str) -> Body:
        """The one body of this name; where another was called so as well, the one that is. Raises NotKnown."""
        found = self._found.get(_key(name), [])
        found = [body for body in found if _key(str(body)) == _key(name)] or found
        if len(found) > 1:
            raise NotKnown(f"“{name}” may be {' or '.join(str(body) for body in found)}; write which.")
        if not found:
            raise NotKnown(f"There is no {self.noun} called “{name}” yet; add it to the {self.noun}s first.")
        return found[0]

    def has(self, name: str) -> bool:
        """Whether the name is anybody's."""
        return _key(name) in self._found


@dataclass(frozen=True)
class Vocabulary:
    """Provinces and topics in the order of their names, institutions and outlets by all theirs."""

    provinces: Sequence[Province]
    topics: Sequence[Topic]
    institutions: Names[Institution]
    outlets: Names[Outlet]

    @classmethod
    def read(cls) -> "Vocabulary":
        """As it stands now, in six queries."""
        bodies = {body.pk: body for body in Institution.objects.all()}
        body_names = [(body.name_en, body) for body in bodies.values()]
        body_names += [(body.name_ko, body) for body in bodies.values()]
        body_names += [(row.name, bodies[row.institution_id]) for row in InstitutionName.objects.all()]
        outlets = {outlet.pk: outlet for outlet in Outlet.objects.all()}
        outlet_names = [(outlet.name, outlet) for outlet in outlets.values()]
        outlet_names += [(outlet.name_ko, outlet) for outlet in outlets.values()]
        outlet_names += [(row.name, outlets[row.outlet_id]) for row in OutletName.objects.all()]
        return cls(
            provinces=list(Province.objects.all()),
            topics=list(Topic.objects.all()),
            institutions=Names("institution", body_names),
            outlets=Names("outlet", outlet_names),
        )


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
