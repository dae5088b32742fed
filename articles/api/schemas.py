"""What the API tells besides the rows of lists."""

from datetime import date, datetime

from pydantic import BaseModel

from articles.exports.acts import ActRow
from articles.exports.contradictions import ContradictionRow
from articles.exports.coverage import ProvinceMonth
from articles.exports.due import DueRow, OutcomeRow
from articles.exports.names import Institution, Outlet, Province, Topic
from articles.exports.rows import ArticleRow, ClaimRow, means
from articles.exports.series import FigureRow, ObservationRow, SeriesRow


class Articles(BaseModel):
    """A page of a list of reports."""

    total: int = means("reports in the whole list")
    once: int = means("the same when copies and translations count once")
    items: list[ArticleRow] = means("newest first")
    next: str | None = means("address of the next page; null on the last")


class Claims(BaseModel):
    """A page of a list of claims."""

    total: int = means("claims in the whole list")
    once: int = means("the same when claims that repeat one another count once")
    items: list[ClaimRow] = means("newest report first, within it in the order of its text")
    next: str | None = means("address of the next page; null on the last")


class FirstSeen(BaseModel):
    """The first report or claim that a search finds, by the outlet's date."""

    id: str = means("public id")
    published: str = means("the outlet's date, in words")
    outlet: str = means("name of the outlet")
    same_day: int = means("how many others have a date that ends on the same day")
    may_be_earlier: int = means("how many others have a date so vague that they may be from before")


class Found(BaseModel):
    """A page of a search, best first; one of the two lists is empty, by what was searched in."""

    looked_for: list[str] = means("the words that had to be there")
    passed_over: list[str] = means("what was not looked for: words too common, and lonely signs")
    articles: list[ArticleRow] = means("reports, with in=articles")
    claims: list[ClaimRow] = means("claims, with in=claims")
    nearly: list[ArticleRow] = means(
        "on the first page, with in=articles, where fewer than ten reports have all of the words: those that have most,"
        " best first, up to ten together; empty with mode=exact"
    )
    first_report: FirstSeen | None = means(
        "the first report of all that are found; null further on and of another time"
    )
    first_claim: FirstSeen | None = means("the first claim of all that are found, likewise")
    next: str | None = means("address of the next page; null on the last")


class TextVersion(BaseModel):
    """One published text of a report."""

    number: int = means("of the revision, from 1")
    address: str = means("permanent address of this text")
    here_since: datetime = means("when this site published it")
    removed: datetime | None = means("when its words were removed for good")
    is_current: bool = means("whether it is the current one")
    digest: str = means("HMAC-SHA256 of headline, caption and body, joined by U+001F, as the ledger has it")


class Carrier(BaseModel):
    """A report of one family; what derives from one another is one report."""

    outlet: str = means("that carried it")
    kind: str = means("first, or what it is to the first")
    published: str | None = means("its date, in words")
    report: str | None = means("public id; null for a first report that is not in this collection")
    address: str | None = means("of a first report that is not in this collection")


class ClaimLink(BaseModel):
    """What a claim is to another, as an editor stated."""

    kind: str = means("corroborates, contradicts, repeats, updates or updated_by")
    claim: str = means("public id of the other claim")
    words: str = means("of the other: our paraphrase, or its report's words without what they say of its source")
    outlet: str = means("of the other's report")
    because: str = means("why an editor says so, from a closed list")
    counts: bool = means("whether it is a report of another origin that says the same and stands")
    contradiction: str | None = means("how a contradiction stands: unresolved, explained or superseded")
    contradiction_reason: str | None = means("why it stands so, from a closed list")


class OriginSummary(BaseModel):
    """Who else carries the report of a claim, and how many independent reports say the same."""

    carried_by: list[Carrier] = means("the first report with its copies and translations; together one report")
    independent_reports: int = means(
        "reports of independent origin, as editors stated; two may still rest on one person"
    )
    support_is_gone: bool = means("it was graded “confirmed by other sources”, and too few of those stand now")


class ArticleDetail(ArticleRow):
    """One report with its text, where its outlet lets us show it."""

    byline: str | None = means("the reporter, as printed")
    text: str | None = means("the current text, paragraphs parted by a blank line; null where only claims may be shown")
    caption: str | None = means("of its picture, which is not shown here")
    credit: str | None = means("of its picture")
    key: str | None = means("key of the digest, in hex, of the current text where that is shown whole")
    texts: list[TextVersion] = means("every text that was published here")
    carried_by: list[Carrier] = means("the first report with its copies and translations; together one report")
    claim_rows: list[ClaimRow] = means("its claims, in the order of the text")


class Step(BaseModel):
    """One speaker of a chain."""

    kind: str = means("outlet, unnamed, named or institution")
    name: str = means("of outlet or institution; an unnamed source is called that and no more")
    institution: str | None = means("slug of its page")
    speech: str = means("direct, indirect, summary or own")
    basis: str = means("printed, carried (from an earlier paragraph) or bracket (an editor's)")


class Version(BaseModel):
    """One published version of a claim."""

    number: int = means("from 1")
    address: str = means("permanent address of this version")
    here_since: datetime | None = means("when this site published it")
    removed: datetime | None = means("when its words were removed for good")
    is_current: bool = means("whether it is the newest")


class ClaimDetail(ClaimRow):
    """One claim with the report's exact words."""

    exact: str = means("the words it is pinned to")
    paraphrase: str | None = means("the same in our words")
    chain: list[Step] = means("who is speaking through whom, the outlet first")
    actor: str | None = means("slug of the institution that acts in it")
    addressee: str | None = means("slug of the institution that is spoken to")
    due_words: str | None = means("when what it announces falls due, in the words printed")
    due_state: str | None = means("how that stands today: open, passed, kept, partly, not_kept or uncheckable")
    announced_first_in: str | None = means("of a copy: the claim of its first report that announces the same")
    outcomes: list[OutcomeRow] = means("every statement of what became of it, the newest last")
    figures: list[FigureRow] = means("prices, rates and quantities in its words, as an editor stated them")
    annotation: str = means("address of the same as a W3C Web Annotation")
    origin: OriginSummary = means("who else carries it")
    links: list[ClaimLink] = means("what it is to other claims")
    versions: list[Version] = means("every version that was published")


class Provinces(BaseModel):
    """All provinces, by name."""

    items: list[Province]


class Topics(BaseModel):
    """All topics, by name."""

    items: list[Topic]


class Institutions(BaseModel):
    """All bodies that have a page, by name."""

    items: list[Institution]


class Outlets(BaseModel):
    """All outlets with a public report, by name."""

    items: list[Outlet]


class Changes(BaseModel):
    """A page of the ledger."""

    items: list[ActRow] = means("newest first")
    next: str | None = means("address of the next page; null on the last")


class Contradictions(BaseModel):
    """A page of contradictions."""

    total: int = means("contradictions in the whole list")
    items: list[ContradictionRow] = means("the last changed first")
    next: str | None = means("address of the next page; null on the last")


class Due(BaseModel):
    """A page of announcements."""

    as_of: date = means("the day on which they stand as told here: a date passes without an act")
    total: int = means("announcements in the whole list; what a copy repeats of its first report is not another one")
    items: list[DueRow] = means("what falls due last first")
    next: str | None = means("address of the next page; null on the last")


class CoverageYear(BaseModel):
    """A year of provinces by month; a page is a year."""

    first_month: str | None = means(
        "the first month of this collection to which a report is dated; null while it is empty"
    )
    last_month: str | None = means("the last one")
    items: list[ProvinceMonth] = means("the newest month first, within it by province")
    next: str | None = means("address of the year before; null on the first")


class SeriesIndex(BaseModel):
    """How much there is of each item, everywhere and place by place."""

    items: list[SeriesRow] = means("items in the order of the vocabulary; of each everywhere first")


class Observations(BaseModel):
    """A page of a series."""

    total: int = means("figures in the whole series; what a copy or translation says again is not another one")
    reports: int = means("the reports they are from; copies and translations count once")
    items: list[ObservationRow] = means("the latest first")
    next: str | None = means("address of the next page; null on the last")


class Index(BaseModel):
    """Where to begin."""

    openapi: str = means("address of the description of all this")
    acts: int = means("version of the public record")
    newest_report: date | None = means("latest day of the newest report")
    lists: list[str] = means("addresses of the lists")
