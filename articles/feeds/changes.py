"""The feed of changes: one entry an act, the act's own address as its id. What is withdrawn is an id and no more."""

from django.conf import settings

from articles.feeds.entries import Entry, Feed, absolute
from articles.listing import Listing
from articles.pages.changes import Change, changes_page

ABOUT = "Every act on the public record. What was withdrawn is named by its id alone, and in every list."


def changes_feed(listing: Listing, after: str = "") -> Feed:
    """/changes.atom and .json, of everything or of a list. Raises BadParameter."""
    page = changes_page(listing, after)
    return Feed(
        name="changes",
        title=f"Changes{page.title} · {settings.SITE_NAME}",
        about=ABOUT,
        query=page.query,
        after=after,
        next=page.next,
        entries=tuple(_entry(change) for change in page.changes),
    )


def _entry(change: Change) -> Entry:
    first = change.reports[0].card.headline if change.reports else ", ".join(change.ids[:1])
    others = change.count - 1 if not change.reports else len(change.reports) - 1
    title = f"{change.said.capitalize()}: {first}" + (f" and {others} more" if others > 0 else "")
    return Entry(
        address=absolute("articles:change", str(change.number)),
        title=title,
        text="; ".join(_lines(change)),
        author=settings.SITE_NAME,
        language="en",
        published=None,
        updated=change.at,
        categories=(change.said,),
        more={
            "_act": {
                "number": change.number,
                "kind": change.kind,
                "ids": [
                    *change.ids,
                    *(each for report in change.reports for each in (report.card.public_id, *report.claims)),
                ],
            }
        },
    )


def _lines(change: Change) -> list[str]:
    lines = [change.why or change.said]
    for report in change.reports:
        lines.append(
            f"{report.card.headline} ({report.card.outlet.label}, {report.card.published}) {report.card.public_id}"
        )
        if report.claims:
            lines.append(f"claim{'s' if len(report.claims) > 1 else ''} {', '.join(report.claims)}")
    lines += [", ".join(change.ids)] if change.ids else []
    lines += [f"instead: {change.successor}"] if change.successor else []
    lines += [f"and {change.more} more"] if change.more else []
    return lines
