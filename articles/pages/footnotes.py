"""The footnote checker's one table: a row for each link, in the order in which they were pasted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from articles.footnotes.finding import Link
from articles.footnotes.verdict import Fate, Lead, Verdict
from articles.models import Article
from articles.pages.fate_of_claim import fate_of_claim
from articles.pages.fate_of_report import day, fate_of_report, lead_to
from articles.public_ids import suggest
from articles.queries.footnotes import Record, record_of
from articles.queries.registry import departure_in
from provinces.tongue import name_of, say

MAX_LINKS = 1_000


class TooMany(ValueError):
    """More links than are looked up at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One link: its words as pasted and their line, what it is, and what became of it.

    `headline` and `outlet` are "" for what is not public; `language` is that of the words then and now.
    """

    number: int
    line: int
    pasted: str
    public_id: str
    thing: str
    headline: str
    outlet: str
    language: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The whole table. `counts`: (verdict, how many), in the order of the verdicts."""

    rows: tuple[Row, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def is_all_current(self) -> bool:
        """Whether nothing has to be done; so of an empty table, and of links that cite nothing."""
        return all(row.fate.verdict in (Verdict.CURRENT, Verdict.NOT_CHECKED) for row in self.rows)


def our_hosts() -> list[str]:
    """The names under which this site is linked to."""
    named = [urlsplit(settings.BASE_URL).hostname or "", *settings.ALLOWED_HOSTS]
    return sorted({host.lstrip(".").lower() for host in named if host.strip(".*")})


def check_page(links: Sequence[Link]) -> CheckPage:
    """What became of these links, as the public record has it; a fixed number of queries. Raises TooMany."""
    if len(links) > MAX_LINKS:
        raise TooMany(
            say(
                "{number:,} links are more than the {most:,} that are looked up at once",
                number=len(links),
                most=MAX_LINKS,
            )
        )
    near = {link.typed: suggest(link.typed) for link in links if link.typed and not link.public_id}
    record = record_of(
        sorted({link.public_id for link in links if link.public_id}),
        sorted({public_id for found in near.values() for public_id in found}),
        {link.revision for link in links if link.revision is not None},
    )
    # A word of the prose whose check character holds by chance is no footnote, unless something was issued under it.
    meant = [link for link in links if not link.is_word or _is_known(link.public_id, record)]
    rows = tuple(_row(number, link, near.get(link.typed, []), record) for number, link in enumerate(meant, start=1))
    counted = Counter(row.fate.verdict for row in rows)
    return CheckPage(rows, tuple((verdict.value, counted[verdict]) for verdict in Verdict if counted[verdict]))


def _is_known(public_id: str, record: Record) -> bool:
    return public_id in record.articles or public_id in record.claims or public_id in record.acts


def _row(number: int, link: Link, near: Sequence[str], record: Record) -> Row:
    article = _article(link, record)
    return Row(
        number=number,
        line=link.line,
        pasted=link.pasted,
        public_id=link.public_id,
        thing=_thing(link),
        headline=next(text.headline for text in record.texts[article.pk].values() if text.is_current)
        if article
        else "",
        outlet=name_of(article.outlet) if article else "",
        language=article.language if article else "en",
        fate=fate_of(link, record, near),
    )


def _article(link: Link, record: Record) -> Article | None:
    """The public report that a link leads to or whose claim it is."""
    claim = record.claims.get(link.public_id)
    return claim.article if claim else record.articles.get(link.public_id)


def _thing(link: Link) -> str:
    """What a link is of, by its form alone."""
    if not link.public_id:
        return say("briefing" if link.problem else "another page" if link.is_other else "")
    words = [say("report" if link.public_id[0] == "a" else "claim")]
    words += [say("version {number}", number=link.version)] if link.version is not None else []
    words += [say("revision {number}", number=link.revision)] if link.revision is not None else []
    words += [say("paragraph {number}", number=link.paragraph)] if link.paragraph is not None else []
    return ", ".join(words)


def fate_of(link: Link, record: Record, near: Sequence[str] = ()) -> Fate:
    """What became of one link; `near`: ids one slip away from one that does not hold."""
    if link.problem:
        return Fate(Verdict.MISTYPED, (link.problem,))
    if link.is_other:
        return Fate(
            Verdict.NOT_CHECKED, (say("A list or another page of this site: it names no report and no claim."),)
        )
    if not link.public_id:
        return _mistyped(near, record)
    if link.public_id in record.articles:
        return fate_of_report(link, record.articles[link.public_id], record)
    if link.public_id in record.claims:
        return fate_of_claim(link, record.claims[link.public_id], record)
    return _gone(link.public_id, record)


def _mistyped(near: Sequence[str], record: Record) -> Fate:
    likely = [public_id for public_id in near if public_id in record.public]
    if not likely:
        return Fate(
            Verdict.MISTYPED, (say("Its check character does not hold, and nothing published is one slip away."),)
        )
    said = say("One slip away:" if len(likely) == 1 else "One slip away, any of these:")
    return Fate(Verdict.MISTYPED, (f"{said} {', '.join(likely)}.",), leads=tuple(map(lead_to, likely)))


def _gone(public_id: str, record: Record) -> Fate:
    """What the registry tells of an id that is not public; of one never issued and of a draft's alike, nothing."""
    departure = departure_in(public_id, record.acts.get(public_id, []))
    if departure is None:
        return Fate(Verdict.NEVER_ISSUED, (say("Nothing was ever published here under this id."),))
    said = say("Since {day}: {why}.", day=day(departure.at), why=say(departure.said))
    if not departure.successor:
        return Fate(Verdict.REMOVED, (said,))
    if departure.successor not in record.public:
        return Fate(Verdict.REPLACED, (say("{id}, which is not here any more.", id=departure.successor), said))
    lead: Lead = lead_to(departure.successor)
    return Fate(Verdict.REPLACED, (f"{departure.successor}.", said), leads=(lead,))
