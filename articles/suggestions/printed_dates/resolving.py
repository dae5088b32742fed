"""The dates of a report as printed, read against its day of publication. Pure: no Django, no database."""

from datetime import date, timedelta

from articles.dates import DateError, PartialDate
from articles.suggestions.printed_dates import english, korean
from articles.suggestions.printed_dates.finding import Mode, Printed
from articles.suggestions.printed_dates.moments import Portion
from articles.suggestions.printed_dates.stretches import HALVES, QUARTERS, Stretch, resolve
from articles.suggestions.values import Passage, SuggestedDate
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# A publication known to the month still says something; known to the year only, it dates nothing by itself.
LONGEST_DOUBT = 31
LONGEST_QUOTATION = 600
# Inside a quotation "told us in March" is no talk with the outlet.
_TOLD_THEM = lazy(r"(?:\b(?:us|me|them)|\b(?:they|he|she)\s\w+)\s(?:in\s|on\s)?\Z")
# A straight mark right behind a word or a stop closes, also where another was lost.
_CLOSES = lazy(r"[\w.,!?…]\"\Z")
_ROUGH_MONTH = lazy(r"\d{4}-\d\d~")
# "From July 1" in June begins in July; further ahead, last July is meant.
SOON = timedelta(days=62)


def dates_in(
    body: str, language: str, published: PartialDate, words: Vocabulary | None = None
) -> tuple[SuggestedDate, ...]:
    """The dates printed in a text (NFC), in order, none overlapping. `language`: "ko" is Korean, any other English.

    A date that cannot be known from `published` has words alone; so has every date on which a source spoke.
    `words`: those of the text, where they are known.
    """
    found = korean.printed_in(body) if language.startswith("ko") else english.printed_in(body, words)
    return tuple(_suggested(printed, body, published) for printed in found)


def _counts_from_speaking(printed: Printed) -> bool:
    """ "Yesterday", "last week": inside a quotation they count from the day of speaking, which is never resolved."""
    return printed.moment.day_away is not None or printed.moment.week_away is not None


def _is_quoted(body: str, position: int) -> bool:
    """Whether a quotation is open there, as far as the paragraph's last few hundred characters tell."""
    before = body[max(0, position - LONGEST_QUOTATION) : position].rpartition("\n\n")[2]
    is_straight = before.count('"') % 2 == 1 and not _CLOSES.search(before, 0, before.rfind('"') + 1)
    return before.rfind("“") > before.rfind("”") or is_straight


def _suggested(printed: Printed, body: str, published: PartialDate) -> SuggestedDate:
    passage = Passage(printed.start, printed.end, body[printed.start : printed.end])
    words = " ".join(passage.text.split())
    if printed.is_contact and not (
        _TOLD_THEM.search(body, max(0, printed.start - 24), printed.start) and _is_quoted(body, printed.start)
    ):
        return SuggestedDate(passage, PartialDate.printed(words, ""), "contact")
    if _counts_from_speaking(printed) and _is_quoted(body, printed.start):
        return SuggestedDate(passage, PartialDate.printed(words, ""), "event")
    meant = _meant(words, printed, published)
    return SuggestedDate(passage, meant, "due" if _is_due(printed, meant, published) else "event")


def _meant(words: str, printed: Printed, published: PartialDate) -> PartialDate:
    """The date the words mean; the words alone where nothing can be known."""
    if published.earliest is None or published.latest is None:
        days = [date(1900, 1, 1), date(2000, 12, 31)]  # two days so far apart agree on absolute dates alone
    else:
        days = [published.earliest, published.latest]
    readings = list(dict.fromkeys(_edtf(printed, day) for day in dict.fromkeys(days)))
    if None in readings:
        return PartialDate.printed(words, "")
    try:
        first, *others = (PartialDate.printed(words, edtf or "") for edtf in readings)
        return PartialDate.printed(words, _doubtful(first, others[0], days)) if others else first
    except DateError:
        return PartialDate.printed(words, "")


def _doubtful(first: PartialDate, last: PartialDate, days: list[date]) -> str:
    """The span of two readings, marked uncertain, or "" where publication is not known to the month."""
    if not 0 < (days[1] - days[0]).days <= LONGEST_DOUBT:
        return ""
    starts, ends = (first.earliest, last.earliest), (first.latest, last.latest)
    start = ".." if None in starts else f"{min(day for day in starts if day)}?"
    end = ".." if None in ends else f"{max(day for day in ends if day)}?"
    return f"{start}/{end}"


def _edtf(printed: Printed, today: date) -> str | None:
    """The EDTF of a printed date in a report of `today`, or None."""
    stretch = _stretch(printed, today)
    if stretch is None:
        return None
    if printed.until is not None:
        last = resolve(printed.until, today, is_ahead=printed.is_ahead)
        is_on = printed.moment.day is not None or stretch.first == f"{today:%Y-%m}"
        if last and stretch.first > last.last and is_on and printed.until.year is None:
            # "from May 20 through August", "June and July", printed in June
            last = resolve(printed.until, today, is_ahead=True)
        if last and stretch.first > last.last and printed.moment.month is not None and printed.moment.year is None:
            # "January-September", printed in May: both of the year before.
            stretch = resolve(printed.moment._replace(year_away=-1), today, is_ahead=False) or stretch
        return Stretch(stretch.first, last.last).edtf if last else None
    if printed.mode is Mode.UNTIL or (printed.mode is Mode.BEFORE and printed.moment.portion is Portion.END):
        return f"../{_last_day(stretch)}"
    if printed.mode is Mode.BEFORE:
        return _before(stretch)
    if printed.mode in (Mode.SINCE, Mode.FROM, Mode.AFTER):
        return f"{_beginning(printed, stretch)}/.."
    return stretch.edtf


def _stretch(printed: Printed, today: date) -> Stretch | None:
    """The dates of the printed one, or of the first of a range, read ahead where its words let it be."""
    has_period = printed.moment.month is not None or printed.moment.part in QUARTERS
    if printed.mode in (Mode.FROM, Mode.FOR) and has_period and not printed.is_ahead:
        ahead = resolve(printed.moment, today, is_ahead=True)
        if ahead and _begins_within(ahead, today, SOON):
            return ahead
    return resolve(printed.moment, today, is_ahead=printed.is_ahead)


def _beginning(printed: Printed, stretch: Stretch) -> str:
    """What "since" begins with: of a quarter, a half or a third of a year the first day, else as precise as printed."""
    if printed.moment.part in (*QUARTERS, *HALVES) or stretch.first[5:] in map(str, HALVES):
        return _first_day(stretch)
    is_third = stretch.first != stretch.last and _ROUGH_MONTH.fullmatch(stretch.first)
    return f"{_first_day(stretch)}~" if is_third else stretch.first


def _first_day(stretch: Stretch) -> str:
    """The first day of what a stretch begins with."""
    earliest = PartialDate.parse(stretch.first).earliest
    return str(earliest) if earliest else stretch.first


def _last_day(stretch: Stretch) -> str:
    """The last day of a deadline, plain: a term has a last day however rough its words are."""
    latest = PartialDate.parse(stretch.last).latest
    return str(latest) if latest else stretch.last


def _before(stretch: Stretch) -> str | None:
    """Up to the day before it begins, plain as every term is: "before the winter"."""
    earliest = PartialDate.parse(stretch.first).earliest
    if earliest is None or earliest == date.min:
        return None
    mark = "~" if stretch.first.endswith("~") else ""
    return f"../{date.fromordinal(earliest.toordinal() - 1)}{mark}"


def _begins_within(stretch: Stretch, today: date, time: timedelta) -> bool:
    """Whether it lies ahead, by so much time at most. "From July 1" then begins there."""
    earliest = PartialDate.parse(stretch.first).earliest
    return earliest is not None and timedelta(0) < earliest - today <= time


def _is_due(printed: Printed, meant: PartialDate, published: PartialDate) -> bool:
    """Whether a date is one that something was announced for: a deadline not passed, or a day after publication."""
    if published.latest is None or published.earliest is None:
        return printed.mode is Mode.UNTIL
    if printed.mode in (Mode.UNTIL, Mode.BEFORE):
        return meant.latest is None or meant.latest >= published.earliest
    if printed.moment.feast:
        return False  # "ahead of Chuseok" sets no term
    return meant.earliest is not None and meant.earliest > published.latest
