"""Which reports have to be read again because of what happened: what hangs on an act, and who is told with it."""

from collections.abc import Iterable, Iterator

from articles.models import Act, Article, Claim
from articles.queries.due import showing_anything_in
from articles.search.index.documents import with_their_groups
from articles.search.index.opened import Opened, having, numbers
from articles.search.index.pieces import BATCH, batched
from articles.search.index.state import State


def touched_since(opened: Opened, state: State) -> set[int]:
    """The reports, by their rows, of which something may have changed between what an index knows and a state of the record.

    What is said of a report rests on its copies too; of those that are gone nothing is left to say.
    """
    acts = Act.objects.published().filter(number__gt=opened.state.act, number__lte=state.act).order_by("number")
    ids = {subject["id"] for subjects in acts.values_list("subjects", flat=True) for subject in subjects}
    pks = set(_named(opened, ids))
    pks |= set(_told_as(opened, pks))
    pks |= set(_beside(opened, pks))
    pks |= set(_shown_in(opened, pks))
    moved = {pk for pk in state.above if opened.state.above.get(pk) != state.above[pk]}
    pks |= _filed_under(opened, moved)
    return pks | set(with_their_groups(pks))


def _named(opened: Opened, ids: Iterable[str]) -> Iterator[int]:
    """The reports, as they are and as they were, that acts on these public ids concern."""
    for some in batched(sorted(ids), BATCH):
        yield from Article.objects.published().filter(public_id__in=some).values_list("pk", flat=True)
        yield from Claim.objects.published().filter(public_id__in=some).values_list("article", flat=True)
        for searcher in opened.searchers.values():
            yield from numbers(searcher, having("id", some), "article")


def _told_as(opened: Opened, pks: Iterable[int]) -> Iterator[int]:
    """The reports with claims that are, or were, one statement with a claim of these."""
    searcher = opened.searchers["claims"]
    for some in batched(sorted(pks), BATCH):
        joined = Claim.objects.published().filter(article__among=some).exclude(statement=None)
        had = numbers(searcher, having("article", some), "statement")
        statements = sorted({*had, *(pk for pk in joined.values_list("statement", flat=True) if pk)})
        if statements:
            yield from Claim.objects.published().filter(statement__in=statements).values_list("article", flat=True)
            yield from numbers(searcher, having("statement", statements), "article")


def _beside(opened: Opened, pks: Iterable[int]) -> Iterator[int]:
    """The reports that were of one group with these: what a first report announced is left to its copies once it is gone."""
    searcher = opened.searchers["articles"]
    for some in batched(sorted(pks), BATCH):
        if groups := sorted(set(numbers(searcher, having("article", some), "group"))):
            yield from numbers(searcher, having("group", groups), "article")


def _shown_in(opened: Opened, pks: Iterable[int]) -> Iterator[int]:
    """The reports with announcements of which a claim of these shows, or showed, what became."""
    for some in batched(sorted(pks), BATCH):
        yield from showing_anything_in(some)
        yield from numbers(opened.searchers["claims"], having("shown_by", some), "article")


def _filed_under(opened: Opened, topics: set[int]) -> set[int]:
    found: set[int] = set()
    for searcher in opened.searchers.values() if topics else ():
        found.update(numbers(searcher, having("own_topic", sorted(topics)), "article"))
    return found
