"""Looking provinces up in the database by what people call them; used by public addresses that redirect."""

from provinces.models import Province, Spelling
from provinces.names import folds


def provinces_spelt(spelling: str) -> list[Province]:
    """The public provinces whose own name this is, in any of its spellings, by name; a place's spelling finds none.

    Several when the name covers several ("North and South Hamgyong"); none when it is not known.
    """
    for folded, kind in folds(spelling):
        spelt = Spelling.objects.published().filter(folded=folded, province__isnull=False)
        provinces = Province.objects.published().filter(pk__in=spelt.values("province"))
        found = list(provinces.filter(kind=kind) if kind else provinces)
        if found:
            return found
    return []


def province_for(spelling: str) -> Province | None:
    """The one public province of this name, or None when there is none or more than one."""
    found = provinces_spelt(spelling)
    return found[0] if len(found) == 1 else None
