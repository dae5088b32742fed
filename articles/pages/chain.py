"""What may be told of a chain of speakers. A source's role, province and contact are not among it."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import ClaimVersion
from provinces.tongue import language as page_language
from provinces.tongue import name_of, say
from sources.models import Basis, Institution, Speaker, Speech, Step

_SPEECH = {
    Speech.DIRECT: "direct",
    Speech.INDIRECT: "indirect",
    Speech.SUMMARY: "summary",
    Speech.OWN: "own words",
}


@dataclass(frozen=True)
class Body:
    """An institution that may be named: its page exists. `slug` leads there."""

    name: str
    slug: str

    @classmethod
    def of(cls, institution: Institution | None) -> "Body | None":
        """None for no institution and for one that has no page."""
        if institution is None or not institution.is_public:
            return None
        return cls(name_of(institution), institution.slug)


@dataclass(frozen=True)
class SpeakerLine:
    """One link of a chain.

    `name`: outlet, body or descriptor; `language`: of `name`. `printed`: the report's words where they differ.
    `how`: "direct", "indirect", "summary", "own words"; `basis`: "" when the speaker is printed right there.
    `outlet` and `institution`: slugs of pages, or "".
    """

    name: str
    language: str
    printed: str
    verb: str
    how: str
    how_long: str
    basis: str
    is_unnamed: bool
    outlet: str
    institution: str


def chain_of(version: ClaimVersion, language: str) -> tuple[SpeakerLine, ...]:
    """The speakers of a claim, the outlet first; `language` is the report's."""
    steps: Iterable[Step] = version.chain.steps.all()
    return tuple(_line(step, language) for step in steps)


def _line(step: Step, language: str) -> SpeakerLine:
    outlet = step.outlet if step.outlet and step.outlet.is_public else None
    body = Body.of(step.institution)
    descriptor = step.attribution.descriptor if step.attribution and step.attribution.is_public else ""
    known = name_of(outlet) if outlet else body.name if body else ""
    name = known or descriptor or step.printed
    return SpeakerLine(
        name=name or _nameless(step),
        language=page_language() if known or not name else language,
        printed=step.printed if step.printed != name else "",
        verb=step.verb,
        how=say(_SPEECH[Speech(step.speech)]),
        how_long=say(Speech(step.speech).label),
        basis="" if step.basis == Basis.PRINTED else say(Basis(step.basis).label),
        is_unnamed=step.kind == Speaker.UNNAMED,
        outlet=outlet.slug if outlet else "",
        institution=body.slug if body else "",
    )


def _nameless(step: Step) -> str:
    """For a speaker whose page is not public and whom the report does not word."""
    return say(
        {"outlet": "an outlet", "unnamed": "an unnamed source", "institution": "a body"}.get(step.kind, "a speaker")
    )
