"""What the reader of reports suggests, as the initial values of the article screen's forms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.desk.bodies import Bodies, NewBody, new_body
from articles.desk.claim_form import words_mark
from articles.desk.pinned import Pinned, occurrence_of
from articles.desk.vocabulary import Vocabulary
from articles.models import Article, Refusal, Revision
from articles.queries.origins import dates_count_from
from articles.suggestions.reader import suggest
from articles.suggestions.values import Kind, SuggestedClaim, SuggestedSource, SuggestedStep, Suggestions
from sources.models import Attribution

# Longer texts would keep an editor waiting for a second; their claims are marked by hand.
MOST_CHARACTERS = 60_000


@dataclass(frozen=True)
class Offers:
    """Initial values: of new source forms, and of claim forms with their `steps`; bodies that are not here yet.

    `topics`: what the report as a whole seems to be about, by their numbers.
    """

    sources: tuple[dict[str, Any], ...] = ()
    claims: tuple[dict[str, Any], ...] = ()
    bodies: tuple[NewBody, ...] = ()
    topics: tuple[int, ...] = ()


def offers_for(
    article: Article,
    revision: Revision,
    vocabulary: Vocabulary,
    claims: Sequence[Pinned],
    attributions: Sequence[Attribution],
) -> Offers:
    """Claims the newest text seems to make, without those that are pinned and those an editor turned down."""
    if len(revision.body) > MOST_CHARACTERS:
        return Offers()
    suggestions = suggest(
        revision.body, language=article.language, published=dates_count_from(article), headline=revision.headline
    )
    taken = [place for pinned in claims if (place := pinned.place_in(revision)) is not None]
    refused = list(Refusal.objects.filter(revision=revision).values_list("start", "end"))
    fresh = [row for row in suggestions.claims if not _is_taken(row, taken) and not _is_refused(row, refused)]
    writer = _Writer(article, revision, vocabulary, suggestions, attributions)
    offered = tuple(writer.claim(claim) for claim in fresh)
    return Offers(
        sources=tuple(writer.source(source) for source in writer.new_sources),
        claims=offered,
        bodies=tuple(writer.new_bodies.values()),
        topics=writer.topics_of(suggestions.topics),
    )


def _is_taken(claim: SuggestedClaim, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether most of the suggested words are spoken for."""
    start, end = claim.passage.start, claim.passage.end
    return any(2 * (min(end, there) - max(start, here)) > end - start for here, there in taken)


def _is_refused(claim: SuggestedClaim, refused: Iterable[tuple[int, int]]) -> bool:
    """Whether it is one that was turned down: one within it, or around it, is another."""
    start, end = claim.passage.start, claim.passage.end
    return any(2 * (min(end, there) - max(start, here)) > max(end - start, there - here) for here, there in refused)


class _Writer:
    """Says a suggestion in the terms of the forms: numbers of rows, names of bodies, "source 2"."""

    def __init__(
        self,
        article: Article,
        revision: Revision,
        vocabulary: Vocabulary,
        suggestions: Suggestions,
        attributions: Sequence[Attribution],
    ) -> None:
        self.outlet, self.revision, self.suggestions = article.outlet, revision, suggestions
        self.provinces = {row.slug: row.pk for row in vocabulary.provinces}
        self.topics = {row.slug: row.pk for row in vocabulary.topics}
        self.bodies = Bodies(vocabulary.institutions.named, {pk: slug for slug, pk in self.provinces.items()})
        # A source that is put down already keeps its number on the page; the new ones follow.
        known = {
            " ".join(row.descriptor.casefold().split()): number for number, row in enumerate(attributions, start=1)
        }
        self.new_sources = [source for source in suggestions.sources if _key(source) not in known]
        fresh = {_key(source): len(attributions) + n for n, source in enumerate(self.new_sources, start=1)}
        self.numbers = {source.number: {**fresh, **known}[_key(source)] for source in suggestions.sources}
        self.new_bodies: dict[str, NewBody] = {}
        self.descriptors = {source.number: source.descriptor for source in suggestions.sources}

    def topics_of(self, slugs: Iterable[str]) -> tuple[int, ...]:
        return tuple(self.topics[slug] for slug in slugs if slug in self.topics)

    def source(self, source: SuggestedSource) -> dict[str, Any]:
        return {
            "suggested": True,
            "descriptor": source.descriptor,
            "role": source.role,
            "province": str(self.provinces.get(source.province, "")),
            "told": source.told,
            "contact": source.contact,
            "condition": source.condition,
        }

    def claim(self, claim: SuggestedClaim) -> dict[str, Any]:
        passage = claim.passage
        return {
            "suggested": f"{passage.start}-{passage.end}-{words_mark(passage.text)}",
            "exact": passage.text,
            "occurrence": occurrence_of(self.revision.body, passage.text, passage.start),
            "source": "chain" if claim.anonymous or claim.steps else "nobody",
            "utterance": claim.utterance,
            "actor": self._body(claim.actor),
            "addressee": self._known_body(claim.addressee),
            "provinces": [self.provinces[slug] for slug in claim.provinces if slug in self.provinces],
            "topics": list(self.topics_of(claim.topics)),
            "event_words": claim.event.passage.text if claim.event else "",
            "event_edtf": claim.event.date.edtf if claim.event else "",
            "due_words": claim.due.passage.text if claim.due else "",
            "due_edtf": claim.due.date.edtf if claim.due else "",
            "steps": [self._step(step) for step in claim.steps if not self._is_first(step)],
        }

    def _is_first(self, step: SuggestedStep) -> bool:
        """The outlet of the report, which every chain on the page begins with anyway."""
        return step.kind == Kind.OUTLET and not step.printed

    def _step(self, step: SuggestedStep) -> dict[str, Any]:
        who = {Kind.NAMED: "a named person", Kind.OUTLET: step.printed}.get(step.kind, "")
        if step.kind == Kind.UNNAMED and step.source is not None:
            who = f"source {self.numbers[step.source]}: {self.descriptors[step.source]}"
        elif step.kind == Kind.INSTITUTION:
            who = self._body(step.body or step.printed)
        return {
            "who": who,
            "printed": step.printed,
            "verb": step.verb,
            "speech": step.speech.value,
            "basis": step.basis.value,
            "kind": "",
        }

    def _known_body(self, name: str) -> str:
        """The same for whom a body speaks to: mostly people, so none is put down that does not speak here itself."""
        found = self.bodies.find(name, self.suggestions.provinces) if name else None
        speaks = name.casefold() in {body.casefold() for body in self.suggestions.institutions}
        return self._body(name) if found is not None or speaks else ""

    def _body(self, name: str) -> str:
        """The name under which we have the body, or would put it down."""
        if not name:
            return ""
        found = self.bodies.find(name, self.suggestions.provinces)
        if found is not None:
            return str(found)
        body = self.new_bodies.setdefault(name.casefold(), new_body(name, list(self.suggestions.provinces)))
        return body.name


def _key(source: SuggestedSource) -> str:
    return " ".join(source.descriptor.casefold().split())
