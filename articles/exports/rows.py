"""What is told of a report or a claim to programs: the rows of tables, of the dataset and of the API's lists.

An unnamed source is called that, and no more. One row a report and one a claim; days are whole ISO days.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from articles.due import LABELS
from articles.feeds.entries import absolute
from articles.figures.values import measure_called
from articles.figures.wording import figure_words
from articles.models import Article, ClaimVersion, Credibility, CredibilityReason, Figure
from articles.models.claim import Standing
from articles.pages.cards import article_card, claim_card, words_for_lists
from articles.queries.origins import origin_of
from articles.queries.statements import statement_of
from articles.queries.support import independent_reports


def means(description: str) -> Any:
    """A field with what it means."""
    return Field(description=description)


class Row(BaseModel):
    """Frozen; its fields in the order of the columns."""

    model_config = ConfigDict(frozen=True)


class ArticleRow(Row):
    """One report, as lists tell of it."""

    id: str = means("public id; never used again for anything else")
    address: str = means("permanent address of the report")
    headline: str = means("as the outlet has it now")
    language: str = means("en or ko")
    outlet: str = means("name of the outlet that carried it")
    outlet_slug: str = means("the outlet in addresses and parameters")
    published: str = means("the outlet's date, as EDTF")
    published_earliest: date | None = means("first day that date allows")
    published_latest: date | None = means("last day that date allows")
    state: str = means("published, corrected_by_outlet, corrected_here or retracted")
    revision: int | None = means("number of the current text")
    copy_of: str | None = means("public id of the report it copies, or an outside address")
    copy_kind: str | None = means(
        "republication, relay, quotation, translation, machine_translation or back_translation"
    )
    copy_of_outlet: str | None = means("of a first report that is not here: its outlet")
    copy_of_published: str | None = means("of a first report that is not here: its date, as EDTF")
    counts_as: str = means("what it counts as: reports with the same value are one report, told several times")
    provinces: list[str] = means("slugs of the provinces it is about; never where a source is")
    topics: list[str] = means("slugs of its topics")
    claims: int = means("how many claims it has")
    original_address: str | None = means("address at the outlet")
    archived_address: str | None = means("address of an archived copy")
    here_since: datetime | None = means("when this site first published it")
    changed: datetime | None = means("last meaningful change on this site")


class ClaimRow(Row):
    """One claim in its newest version, as lists tell of it."""

    id: str = means("public id; never used again for anything else")
    version: int = means("number of the version told here")
    address: str = means("permanent address of this version")
    words: str = means("our paraphrase, or the report's words without what they say of its source")
    is_paraphrase: bool = means("whether the words are ours")
    language: str = means("of the words: en or ko")
    speakers: list[str] = means("the chain, outlet first; an unnamed source is called that and no more")
    speech: str | None = means("how the words come to us from the last speaker")
    event: str | None = means("when it happened, as EDTF")
    event_earliest: date | None = means("first day that allows")
    event_latest: date | None = means("last day that allows")
    due: str | None = means("when what was announced falls due, as EDTF")
    due_earliest: date | None = means("first day that allows")
    due_latest: date | None = means("last day that allows")
    outcome: str | None = means("what became of what was announced: kept, partly kept, not kept or cannot be checked")
    credibility: str | None = means("in words; empty means not graded, which is not 6")
    credibility_code: int | None = means("1 to 6")
    credibility_reason: str | None = means("from a closed list")
    linked_to: list[str] = means(
        "what it is to other claims, as editors stated: corroborates, contradicts, repeats, updates or updated_by, and an id"
    )
    independent_reports: int = means(
        "reports of independent origin that say this and stand, as editors stated; its own with all copies is 1"
    )
    figures_in_short: list[str] = means(
        "prices, rates and quantities among its words: the item's slug, the figure as printed, and where that was"
    )
    counts_as: str = means("what it counts as: claims with the same value repeat one another and are one statement")
    state: str = means("published or retracted")
    standing: str = means("whether the report's current text still has the words")
    provinces: list[str] = means("slugs of the provinces it is about; never where a source is")
    topics: list[str] = means("slugs of its topics")
    report: str = means("public id of the report it is in")
    headline: str = means("of that report")
    outlet: str = means("of that report")
    report_published_earliest: date | None = means("first day that the outlet's date allows")
    report_published_latest: date | None = means("last day that the outlet's date allows")
    revision: int = means("number of the text it is pinned to")
    paragraph: int = means("its paragraph there, from 1")
    start: int = means("first Unicode code point of its words there, from 0")
    end: int = means("the code point after its words")
    here_since: datetime | None = means("when this site first published it")
    changed: datetime | None = means("when this version was published")


def article_row(article: Article) -> ArticleRow:
    """A report as `queries.whole` has it."""
    row: Any = article
    card = article_card(article)
    return ArticleRow(
        id=card.public_id,
        address=absolute("articles:article", card.public_id),
        headline=card.headline,
        language=card.language,
        outlet=card.outlet.label,
        outlet_slug=card.outlet.slug,
        published=article.published_edtf,
        published_earliest=article.published_earliest,
        published_latest=article.published_latest,
        state=article.state,
        revision=row.current_texts[0].number if row.current_texts else None,
        copy_of=(article.origin.public_id if article.origin and article.origin.is_public else article.origin_url)
        or None,
        copy_kind=article.origin_kind or None,
        copy_of_outlet=article.origin_outlet or None,
        copy_of_published=article.origin_edtf or None,
        counts_as=origin_of(article),
        provinces=[name.slug for name in card.provinces],
        topics=[name.slug for name in card.topics],
        claims=card.claims,
        original_address=article.original_url or None,
        archived_address=article.archived_url or None,
        here_since=article.first_published_at,
        changed=article.changed_at,
    )


def claim_row(version: ClaimVersion) -> ClaimRow:
    """A claim as `queries.whole` has it."""
    row: Any = version
    card = claim_card(version)
    words, is_paraphrase = words_for_lists(version)
    report = version.claim.article
    reason = version.credibility_reason
    return ClaimRow(
        id=card.public_id,
        version=version.number,
        address=absolute("articles:claim_version", card.public_id, str(version.number)),
        words=words,
        is_paraphrase=is_paraphrase,
        language=card.language,
        speakers=[speaker.label for speaker in card.speakers],
        speech=card.speech or None,
        event=version.event_edtf or None,
        event_earliest=version.event_earliest,
        event_latest=version.event_latest,
        due=version.due_edtf or None,
        due_earliest=version.due_earliest,
        due_latest=version.due_latest,
        outcome=LABELS[row.became] if row.became else None,
        credibility=Credibility(version.credibility).label if version.credibility else None,
        credibility_code=version.credibility,
        credibility_reason=CredibilityReason(reason).label if reason else None,
        linked_to=sorted(f"{link.kind} {link.other.public_id}" for link in row.public_links),
        independent_reports=independent_reports(version),
        figures_in_short=[_figure(figure) for figure in row.public_figures],
        counts_as=statement_of(version.claim),
        state=version.claim.state,
        standing=Standing(version.standing).label,
        provinces=[name.slug for name in card.provinces],
        topics=[name.slug for name in card.topics],
        report=card.article_id,
        headline=card.headline,
        outlet=card.outlet.label,
        report_published_earliest=report.published_earliest,
        report_published_latest=report.published_latest,
        revision=version.revision_number,
        paragraph=version.paragraph,
        start=version.start,
        end=version.end,
        here_since=version.claim.first_published_at,
        changed=version.published_at,
    )


def _figure(figure: Figure) -> str:
    of = measure_called(figure.of) if figure.of else None
    said = figure_words(figure.low, figure.high, measure_called(figure.measure), figure.per, of)
    where = figure.place or figure.province
    return f"{figure.item}: {said}" + (f", {where.slug}" if where else "")


def columns(kind: type[Row]) -> Sequence[str]:
    """The heads of a table of such rows."""
    return tuple(kind.model_fields)


def cells(row: Mapping[str, Any]) -> Sequence[str]:
    """The values of a row as cells of text: names parted by "; ", chains by arrows, yes and no in words."""
    return [_cell(name, value) for name, value in row.items()]


def _cell(name: str, value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return (" ← " if name.endswith("speakers") else "; ").join(_item(each) for each in value)
        case date():  # a moment is a day too
            return value.isoformat()
        case _:
            return str(value)


def _item(value: Any) -> str:
    """One of a list: a name, or the subject of an act as "id version digest"."""
    return " ".join(str(each) for each in value.values() if each != "") if isinstance(value, dict) else str(value)
