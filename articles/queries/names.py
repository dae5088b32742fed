"""What people call what a list can be narrowed to, and what older names of it mean today."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.text import slugify

from articles.facets import EXCLUDED, NAMED, BadParameter, Filter
from articles.models import Topic, TopicName
from articles.queries.times import check_time
from provinces.models import Edition, Province
from provinces.queries import province_for
from provinces.tongue import is_korean, say
from sources.models import Institution, InstitutionName, Outlet, OutletName


@dataclass(frozen=True)
class Names:
    """`labels` and `ids`: parameter → slug → name, and → row number. `below`: topic → itself and all narrower ones.

    `edition`: of the record, at which they were read; "" where they were not.
    """

    labels: Mapping[str, Mapping[str, str]]
    ids: Mapping[str, Mapping[str, int]]
    below: Mapping[int, frozenset[int]]
    edition: str = ""

    @cached_property
    def slugs(self) -> Mapping[str, Mapping[int, str]]:
        """Parameter → row number → slug."""
        return {name: {pk: slug for slug, pk in found.items()} for name, found in self.ids.items()}

    def called(self, name: str, pk: int | None) -> tuple[str, str]:
        """Slug and name of what has this row number; empty for nothing, and for what is not public."""
        slug = self.slugs[name].get(pk, "") if pk else ""
        return slug, self.labels[name].get(slug, "")

    def ids_of(self, name: str, filter: Filter, *, excluded: bool = False) -> list[int]:
        """The row numbers of a filter's values of one facet, or of those it excludes; topics with their narrower ones."""
        values = filter.unwanted(name) if excluded else filter.wanted(name)
        ids = [self.ids[name][value] for value in values]
        if name == "topic" and filter.narrower:
            return sorted({below for id in ids for below in self.below[id]})
        return ids


# For a filter that names nothing.
NO_NAMES = Names({}, {}, {})


# The names of the last edition this process has seen, in English and in Korean; exchanged whole.
_kept = (NO_NAMES, NO_NAMES)


def load_names() -> Names:
    """Every public province, topic, outlet and institution; one query, and four more when the record has changed.

    By what they are called in the language of the page that is being made.
    """
    global _kept
    edition, kept = Edition.now(), _kept
    if not edition or kept[0].edition != edition:
        kept = _kept = read_names(edition)
    return kept[is_korean()]


def read_names(edition: str = "") -> tuple[Names, Names]:
    """The same in both languages, read now: four queries. What has no Korean name keeps its English one."""
    topics = list(Topic.objects.published().values_list("pk", "slug", "name", "label_ko", "broader"))
    rows = {
        "province": list(Province.objects.published().values_list("pk", "slug", "name_en", "name_ko_rok")),
        "topic": [(pk, slug, name, korean) for pk, slug, name, korean, _ in topics],
        "outlet": list(Outlet.objects.published().values_list("pk", "slug", "name", "name_ko")),
        "institution": list(Institution.objects.published().values_list("pk", "slug", "name_en", "name_ko")),
    }
    english = Names(
        labels={name: {slug: label for _, slug, label, _ in found} for name, found in rows.items()},
        ids={name: {slug: pk for pk, slug, _, _ in found} for name, found in rows.items()},
        below=_below({pk: broader for pk, _, _, _, broader in topics}),
        edition=edition,
    )
    korean = {name: {slug: other or label for _, slug, label, other in found} for name, found in rows.items()}
    return english, replace(english, labels=korean)


def _below(broader: Mapping[int, int | None]) -> dict[int, frozenset[int]]:
    """Each topic with all that leads up to it; a circle, should an editor make one, ends."""
    below: dict[int, set[int]] = {pk: {pk} for pk in broader}
    for pk in broader:
        above, seen = broader[pk], {pk}
        while above is not None and above in below and above not in seen:
            below[above].add(pk)
            seen.add(above)
            above = broader[above]
    return {pk: frozenset(found) for pk, found in below.items()}


def settle(filter: Filter, names: Names) -> Filter:
    """The filter with every name as it is today: old addresses and other spellings work. Raises BadParameter.

    So does its time when it cannot be asked for.
    """
    check_time(filter)
    for name in NAMED:
        settled = tuple(sorted({_settled(name, value, names) for value in filter.values(name)}))
        filter = filter.without(name).having(name, *settled)
    return filter


def _settled(name: str, value: str, names: Names) -> str:
    if value.startswith(EXCLUDED):
        return EXCLUDED + _called(name, value[1:], names)
    return _called(name, value, names)


def _called(name: str, value: str, names: Names) -> str:
    slug = slug_of(name, value, names)
    if slug is None:
        raise BadParameter(name, value, say("is no {what} that we have reports about or from", what=say(name)))
    return slug


def slug_of(name: str, value: str, names: Names) -> str | None:
    """The slug of what a value of one of NAMED means today; None where there is no such thing."""
    if value in names.labels[name]:
        return value
    # No name begins with a minus: a second one excludes nothing.
    slug = FORMERLY[name](value) if not value.startswith(EXCLUDED) else None
    return slug if slug is not None and slug in names.labels[name] else None


def province_slug(spelling: str) -> str | None:
    """The slug of the one province of this name, in any spelling."""
    province = province_for(spelling)
    return province.slug if province is not None else None


def topic_slug(name: str) -> str | None:
    """The slug of the topic that has, or had, this name or address."""
    tidy = slugify(name, allow_unicode=True)
    other = TopicName.objects.published().filter(slug__in=[name, tidy]).select_related("topic").first()
    if other is not None and other.topic.is_public:
        return other.topic.slug  # type: ignore[no-any-return]  # the stubs know less than Django does
    topics = Topic.objects.published()
    topic = topics.filter(slug=tidy).first() or topics.filter(name__iexact=name).first()
    topic = topic or topics.filter(label_ko__in=[name, name.replace("-", " ")]).exclude(label_ko="").first()
    return topic.slug if topic else None


def outlet_slug(name: str) -> str | None:
    """The slug of the outlet that has, or had, this address or name."""
    other = (
        OutletName.objects.published().filter(slug=slugify(name, allow_unicode=True)).select_related("outlet").first()
    )
    if other is not None:
        return _public_slug(other.outlet)
    return _public_slug(Outlet.objects.published().filter(slug=slugify(name)).first())


def institution_slug(name: str) -> str | None:
    """The slug of the institution that has, or had, this address or name."""
    tidy = slugify(name, allow_unicode=True)
    other = InstitutionName.objects.published().filter(slug=tidy).select_related("institution").first()
    if other is not None:
        return _public_slug(other.institution)
    return _public_slug(Institution.objects.published().filter(slug=slugify(name)).first())


def _public_slug(row: Outlet | Institution | None) -> str | None:
    """Of a row that the public may see; joined rows come as None where they may not."""
    return row.slug if row is not None and row.is_public else None


FORMERLY: Mapping[str, Callable[[str], str | None]] = {
    "province": province_slug,
    "topic": topic_slug,
    "outlet": outlet_slug,
    "institution": institution_slug,
}
