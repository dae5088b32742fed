"""What the API tells besides the rows of lists."""

from datetime import date, datetime

from pydantic import BaseModel

from articles.exports.acts import ActRow
from articles.exports.names import Institution, Outlet, Province, Topic
from articles.exports.rows import ArticleRow, ClaimRow, means


class Articles(BaseModel):
    """A page of a list of reports."""

    total: int = means("reports in the whole list")
    once: int = means("the same when copies and translations count once")
    items: list[ArticleRow] = means("newest first")
    next: str | None = means("address of the next page; null on the last")


class Claims(BaseModel):
    """A page of a list of claims."""

    total: int = means("claims in the whole list")
    items: list[ClaimRow] = means("newest report first, within it in the order of its text")
    next: str | None = means("address of the next page; null on the last")


class Found(BaseModel):
    """A page of a search, best first; one of the two lists is empty, by what was searched in."""

    looked_for: list[str] = means("the words that had to be there")
    passed_over: list[str] = means("what was not looked for: words too common, and lonely signs")
    articles: list[ArticleRow] = means("reports, with in=articles")
    claims: list[ClaimRow] = means("claims, with in=claims")
    next: str | None = means("address of the next page; null on the last")


class TextVersion(BaseModel):
    """One published text of a report."""

    number: int = means("of the revision, from 1")
    address: str = means("permanent address of this text")
    here_since: datetime = means("when this site published it")
    removed: datetime | None = means("when its words were removed for good")
    is_current: bool = means("whether it is the current one")
    digest: str = means("HMAC-SHA256 of headline, caption and body, joined by U+001F, as the ledger has it")


class ArticleDetail(ArticleRow):
    """One report with its text, where its outlet lets us show it."""

    byline: str | None = means("the reporter, as printed")
    text: str | None = means("the current text, paragraphs parted by a blank line; null where only claims may be shown")
    caption: str | None = means("of its picture, which is not shown here")
    credit: str | None = means("of its picture")
    key: str | None = means("key of the digest, in hex, of the current text where that is shown whole")
    texts: list[TextVersion] = means("every text that was published here")
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
    annotation: str = means("address of the same as a W3C Web Annotation")
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


class Index(BaseModel):
    """Where to begin."""

    openapi: str = means("address of the description of all this")
    acts: int = means("version of the public record")
    newest_report: date | None = means("latest day of the newest report")
    lists: list[str] = means("addresses of the lists")
