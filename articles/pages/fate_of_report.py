"""What became of a link to a report, to one of its revisions or to a paragraph."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from articles.differences import Change, Pair, differences
from articles.facets import day_label
from articles.footnotes.finding import Link
from articles.footnotes.verdict import Fate, Lead, Verdict
from articles.models import ActKind, Article, PublicText, State
from articles.queries.footnotes import Record
from articles.spans import paragraphs
from provinces.tongue import say

# The desk, too, has the command that checks a file; it does not know the public site's addresses by itself.
_PUBLIC = "articles.urls"
_LONGEST = 600
NEVER_COMPARED = "Never compared with the outlet’s page."
CLAIMS_ONLY = (
    "The outlet lets us show single statements alone, so the words of its text are not laid side by side here."
)

_VERDICTS = {State.CORRECTED_BY_OUTLET: Verdict.BY_OUTLET, State.CORRECTED_HERE: Verdict.HERE}
_KINDS = (ActKind.CORRECTED_BY_OUTLET, ActKind.CORRECTED_HERE, ActKind.RETRACTED)


def fate_of_report(link: Link, article: Article, record: Record) -> Fate:
    """The fate of a link to a public report: of its paragraph if it names one, of the revision cited, or as it stands."""
    texts = record.texts[article.pk]
    current = next(text for text in texts.values() if text.is_current)
    lead = (lead_to(article.public_id),)
    cited = current if link.revision is None else texts.get(link.revision)
    if cited is None:
        return Fate(Verdict.MISTYPED, (_no_such(link.revision, current.number),), leads=lead)
    if cited.removed_at is not None:
        gone = say(
            "The words of revision {number} were removed on {day}; the report stands.",
            number=cited.number,
            day=day(cited.removed_at),
        )
        return Fate(Verdict.REMOVED, (gone,), leads=lead)
    count = len(paragraphs(cited.body))
    if link.paragraph is not None and count and not 1 <= link.paragraph <= count:
        said = say(
            "There is no paragraph {paragraph}: revision {revision} has {count}.",
            paragraph=link.paragraph,
            revision=cited.number,
            count=count,
        )
        return Fate(Verdict.MISTYPED, (said,), leads=lead)
    if article.state == State.RETRACTED:
        return Fate(Verdict.RETRACTED, (retracted(article, record),), leads=lead)
    if cited.number != current.number:
        return _compared(link, article, cited, current, corrected(article, record))
    place = (lead_to(article.public_id, link.paragraph),)
    if link.revision is None and article.state in _VERDICTS:
        sentences = (corrected(article, record), say("The current text is revision {number}.", number=current.number))
        return Fate(_VERDICTS[State(article.state)], sentences, leads=place)
    return Fate(Verdict.CURRENT, (say(NEVER_COMPARED),), leads=place)


def lead_to(public_id: str, paragraph: int | None = None) -> Lead:
    """The way to the thing as it reads now."""
    is_report = public_id[0] == "a"
    path = reverse("article" if is_report else "claim", urlconf=_PUBLIC, args=[public_id])
    thing = say("report {id}" if is_report else "claim {id}", id=public_id)
    if paragraph is None:
        return Lead(thing, path)
    return Lead(say("{thing}, paragraph {number}", thing=thing, number=paragraph), f"{path}#p{paragraph}")


def day(at: datetime) -> str:
    """3 May 2024, where the site is."""
    return day_label(timezone.localtime(at))


def corrected(article: Article, record: Record) -> str:
    """When the report was corrected last, and by whom; "" when it was not."""
    if article.state not in _VERDICTS:
        return ""
    verdict, on = say(_VERDICTS[State(article.state)]), _on(article, record)
    if on:
        return say("The report was {verdict} on {day}.", verdict=verdict, day=on)
    return say("The report was {verdict}.", verdict=verdict)


def retracted(article: Article, record: Record) -> str:
    """When the outlet took the report back, as a sentence."""
    on = _on(article, record)
    if on:
        return say("The outlet no longer stands by this report; marked here on {day}.", day=on)
    return say("The outlet no longer stands by this report; marked here.")


def verdict_of_correction(article: Article) -> Verdict:
    """Who corrected the report, for words that are no longer in it; a new text that nobody owns to is ours."""
    return _VERDICTS.get(State(article.state), Verdict.HERE)


def _on(article: Article, record: Record) -> str:
    acts = [act for act in record.acts.get(article.public_id, []) if act.kind in _KINDS]
    return day(acts[-1].at) if acts else ""


def _no_such(revision: int | None, newest: int) -> str:
    if newest == 1:
        return say("There is one revision alone, and no revision {revision}.", revision=revision)
    return say("There are revisions 1 to {newest}, and no revision {revision}.", newest=newest, revision=revision)


def _compared(link: Link, article: Article, cited: PublicText, current: PublicText, correction: str) -> Fate:
    """An earlier revision beside the current one."""
    now = say(
        "It is now revision {number}." if correction else "Compared with revision {number}.", number=current.number
    )
    since, lead = f"{correction} {now}".strip(), (lead_to(article.public_id),)
    if not (cited.body and current.body):
        if link.paragraph is not None or cited.headline == current.headline:
            return Fate(Verdict.REWORDED, (since, say(CLAIMS_ONLY)), leads=lead)
        return Fate(Verdict.REWORDED, (since, say(CLAIMS_ONLY)), cited.headline, current.headline, lead)
    pairs = differences(cited.body, current.body)
    if link.paragraph is not None:
        return _paragraph(link.paragraph, article, cited, current, pairs, since)
    names: list[str] = []
    before: list[str] = []
    after: list[str] = []
    ends = [
        (say("the headline"), cited.headline, current.headline),
        (say("the caption"), cited.caption, current.caption),
    ]
    for name, then, later in ends:
        if then != later:
            names, before, after = [*names, name], [*before, then], [*after, later]
    for pair in pairs:
        if pair.change != Change.SAME:
            names.append(_named(pair))
            before.append(_side(pair.old, "".join(run.text for run in pair.old_runs)))
            after.append(_side(pair.new, "".join(run.text for run in pair.new_runs)))
    if not names:
        return Fate(Verdict.CURRENT, (since, say("Its words are the same."), say(NEVER_COMPARED)), leads=lead)
    path = reverse("difference", urlconf=_PUBLIC, args=[article.public_id, cited.number, current.number])
    both = Lead(say("revisions {old} and {new} side by side", old=cited.number, new=current.number), path)
    said = say("Otherwise now: {names}.", names=", ".join(names))
    return Fate(Verdict.REWORDED, (since, said), _cut(before), _cut(after), (*lead, both))


def _paragraph(
    number: int, article: Article, cited: PublicText, current: PublicText, pairs: tuple[Pair, ...], since: str
) -> Fate:
    words = paragraphs(cited.body)[number - 1].text
    pair = next(pair for pair in pairs if pair.old == number)
    # A paragraph that changed places with others is found by its words, where they stand once.
    places = (
        [pair.new] if pair.change == Change.SAME else [p.number for p in paragraphs(current.body) if p.text == words]
    )
    if len(places) == 1 and places[0] == number:
        return Fate(
            Verdict.CURRENT,
            (since, say("This paragraph is the same."), say(NEVER_COMPARED)),
            leads=(_at(article, number),),
        )
    if len(places) == 1 and places[0] is not None:
        return Fate(
            Verdict.MOVED, (say("Now paragraph {number}.", number=places[0]), since), leads=(_at(article, places[0]),)
        )
    if pair.new is not None:
        now = "".join(run.text for run in pair.new_runs)
        moved = (say("Now paragraph {number}.", number=pair.new),) if pair.new != number else ()
        return Fate(Verdict.REWORDED, (since, *moved), words, now, (_at(article, pair.new),))
    gone = say("This paragraph is no longer in the text.")
    return Fate(verdict_of_correction(article), (since, gone), words, leads=(lead_to(article.public_id),))


def _at(article: Article, paragraph: int) -> Lead:
    return lead_to(article.public_id, paragraph)


def _named(pair: Pair) -> str:
    if pair.old is None:
        return say("paragraph {number} is new", number=pair.new)
    return say("paragraph {number}" if pair.new is not None else "paragraph {number} is gone", number=pair.old)


def _side(number: int | None, words: str) -> str:
    return f"¶ {number}: {words}" if number is not None else ""


def _cut(parts: list[str]) -> str:
    """What changed of a whole text, as far as a table can hold it; the rest stands on the page of both revisions."""
    words = " … ".join(part for part in parts if part)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
