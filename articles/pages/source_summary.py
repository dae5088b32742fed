"""A summary of the sources behind several claims. It counts origins and hops, and tells no two sources apart or alike."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from articles.models import ClaimVersion, Language
from articles.queries.origins import origin_of
from articles.queries.support import origins_of_each
from provinces.tongue import say, several
from sources.models import Speaker


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """Of the claims that are shown.

    `origins`: reports, copies and translations counted once, whether independent or not; `alone`: claims that rest on one
    origin, no other being linked by an editor as saying the same independently; `largest`: the most claims that one origin
    carries. `unnamed`: claims that pass through an unnamed person. `hops`: how many speakers stand behind the outlet,
    fewest, middle and most. `earliest`, `latest`: of the reports' dates, as words; `years`: the age of the oldest, whole
    years. `languages`: (name, claims).
    """

    claims: int
    reports: int
    copies: int
    origins: int
    alone: int
    largest: int
    unnamed: int
    hops: tuple[int, int, int]
    earliest: str
    latest: str
    years: int
    languages: tuple[tuple[str, int], ...]

    @property
    def alone_percent(self) -> int:
        """The share of claims that rest on one origin."""
        return round(100 * self.alone / self.claims)

    @property
    def unnamed_percent(self) -> int:
        """The share of claims that pass through an unnamed person."""
        return round(100 * self.unnamed / self.claims)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """The same in words: (heading, what there is to say)."""
        fewest, middle, most = self.hops
        copies = say(", {number} of them copies or translations", number=self.copies) if self.copies else ""
        reports = several(
            "{claims}, out of {number} report", "{claims}, out of {number} reports", self.reports, claims=self.claims
        )
        hops = (
            f"{fewest}"
            if fewest == most
            else say(
                "{fewest} to {most}, half of the claims {middle} or fewer", fewest=fewest, most=most, middle=middle
            )
        )
        dated = (
            self.latest
            if self.earliest == self.latest
            else say("{first} to {last}", first=self.earliest, last=self.latest)
        )
        age = (
            several("; the oldest more than a year ago", "; the oldest more than {number} years ago", self.years)
            if self.years
            else say("; none is a year old")
        )
        return (
            (say("Claims"), f"{reports}{copies}"),
            (
                say("Origins"),
                say(
                    "{origins}, copies counted once; {largest} of the claims come from one",
                    origins=self.origins,
                    largest=self.largest,
                ),
            ),
            (say("On one origin alone"), self._share(self.alone, self.alone_percent)),
            (say("Through an unnamed source"), self._share(self.unnamed, self.unnamed_percent)),
            (say("Speakers behind the outlet"), hops),
            (say("Reports dated"), f"{dated}{age}"),
            (say("Languages"), ", ".join(f"{name} {count}" for name, count in self.languages)),
        )

    def _share(self, number: int, percent: int) -> str:
        return say("{number} of {all} ({percent} %)", number=number, all=self.claims, percent=percent)


def source_summary(versions: Sequence[ClaimVersion], today: date) -> SourceSummary | None:
    """The summary of claims fetched with chains and reports; None for none."""
    if not versions:
        return None
    reports = {version.claim.article_id: version.claim.article for version in versions}
    carried = Counter(origin_of(version.claim.article) for version in versions)
    chains = [list(version.chain.steps.all()) for version in versions]
    hops = [len(chain) - 1 for chain in chains]
    dated = sorted((report.published for report in reports.values()), key=lambda day: day.sort_key)
    oldest = dated[0].latest or today
    languages = Counter(say(Language(version.claim.article.language).label) for version in versions)
    return SourceSummary(
        claims=len(versions),
        reports=len(reports),
        copies=sum(bool(report.origin_kind) for report in reports.values()),
        origins=len(carried),
        alone=sum(origins == 1 for origins in origins_of_each(versions).values()),
        largest=max(carried.values()),
        unnamed=sum(any(step.kind == Speaker.UNNAMED for step in chain) for chain in chains),
        hops=(min(hops), median_low(hops), max(hops)),
        earliest=dated[0].label(),
        latest=dated[-1].label(),
        years=today.year - oldest.year - ((today.month, today.day) < (oldest.month, oldest.day)),
        languages=tuple(sorted(languages.items())),
    )
