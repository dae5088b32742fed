"""Which words in marks are somebody's statement in an English report, not a title, a term or a fragment, and where they end. Pure."""

import re

from articles.suggestions.english.beside import utterer_behind
from articles.suggestions.english.words import ADDING, CUE_IN_OPEN_MARKS, FEELING, ORDERING, SAYING
from articles.suggestions.reading import Quotation
from provinces.patterns import lazy

_A_DAY = r"(?:\s(?:on\s)?(?:last\s|the\s)?(?:\w+day|\d\d?(?:st|nd|rd|th)|yesterday|today))?"
_WHOM = r"(?:\s(?:him|her|them|us|me|people|everyone|everybody|reporters|RFA|VOA|(?:Radio|Daily|Voice)\s[A-Z]\w+(?:\s[A-Z]\w+)?))?"
_TOLD = lazy(rf"(?:\b(?:{SAYING}|{ORDERING}|{ADDING})\b{_WHOM}{_A_DAY}\s*[,:]?|[,:])$", re.IGNORECASE)
_LONGEST_TOLD = 60
_TOLD_THAT = lazy(
    rf"\b(?:{SAYING}|{ORDERING}|{ADDING}|{FEELING}|heard|notes?|noting|(?:been|was|were)\stold)\s(?:[\w’'-]+\.?\s){{0,9}}that$",
    re.IGNORECASE,
)
# "Said that “the nets are full,” and that “nobody buys”": one goes on with the other.
_THAT_AGAIN, _AND_THAT = (
    lazy(r",?\s(?:and|but|while)\s(?:also\s)?that\s[“\"]"),
    lazy(r"[”\"],?\s(?:and|but|while)\s(?:also\s)?that$"),
)
_BECAUSE = lazy(r"\b(?:because|since|so)$")
# "Were found “driving to the villages”": what was seen, and nothing said.
_SEEN = lazy(r"\b(?:be|been|is|are|was|were)\s(?:found|learned|observed|reported|understood)$")
# "“…,” and “…,” according to a source": the second goes on with the first.
_JOINED = lazy(r"[”\"]\s(?:and|but|while)$")
# Whoever puts stops behind the marks ("…”.") has them between sentences.
_SENTENCES = lazy(r"[a-z]{2}[.?!]\s[A-Z]")
# In small letters.
# The memoir “Along the River,”
_TITLED = lazy(
    r"\b(?:memoirs?|books?|novels?|films?|movies?|songs?|poems?|dramas?|plays?|series|documentary|essay|article|campaign|titled|entitled)$"
)
# "With the slogan, “Let us mend every net”": nobody's words.
_SLOGAN = lazy(r"\b(?:slogans?|mottos?|watchwords?|catchphrases?|proverbs?)(?:\s(?:of|like|such\sas))?[,:]?$")
_TITLE = lazy(r"[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|an?|the|of|in|on|and|to|for|with|from|at|by)){1,9}[,.]?")
# "The “Ban on Selling Salt Outside of Harbours and the Use of Nets”": every word that is no particle has its capital.
_PARTICLES = frozenset(("a", "an", "the", "of", "in", "on", "and", "or", "to", "for", "with", "from", "at", "by"))
_FEWEST_OF_A_TITLE = 5
_LONGEST_KIND = 24
_SAID = lazy(rf"(?:{SAYING}|continue[sd]|according to|as saying|as telling)\b")
_ANSWERED = lazy(
    rf"\s(?:he|she|they|(?:the|one|another|an?)\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|[A-Z][\w’'-]+)\s(?:{SAYING}|continue[sd])\b"
)
_FOLLOWED = lazy(r"According to\b.*,$", re.DOTALL)
_SPACES_AND_MARKS = " \n\t’”'\"»"
_MADE_SMALL = lazy(r"\[[a-z]\]")
# Before a clause of somebody's own.
_LEADS_ON = lazy(r"(?:Therefore|Thus|Moreover|However|Accordingly|Consequently|Hence|So|Still|Now|Meanwhile|But|And),?")
# "The lamps suggest “work goes on at night,” a researcher told us": the clause is the researcher's.
_POINTS = lazy(r"\b(?:suggests?|shows?|indicates?|means?|hints?|implies|imply|proves?)(?:\sthat)?$")
# Behind these a sentence needs the words in marks; what follows a comma may only describe.
_NEEDED = lazy(
    r"\b(?:to|of|in|from|with|by|for|as|into|on|at|through|via|called|named|dubbed|an?|the|their|its|his|her)$"
)
_PARTICIPLE = lazy(r"(?:[a-z]+ly\s)?(?!(?:noth|someth|anyth|everyth|dur)ing\b)[a-z]+ing\s")
_FEW = 2
# So many words that open a sentence are hardly a name or a title.
_MANY = 10
_STOPS = tuple(".?!…,;:—-")
_OPEN = tuple(",?!—")
# A clause has a subject and a verb of its own.
_CLAUSE = lazy(
    r"(?:I|we|you|they|he|she|it|there|this|that|these|those|others|people|nobody|everyone|everybody|no one)(?:[’']\w+)?\s\w+"
    r"|(?:\S+\s){1,14}?(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|must|should|do|does|did|don[’']t)\b",
    re.IGNORECASE,
)


def _is_told(before: str) -> bool:
    """Whether the words before a quotation end in a verb of telling, or in a comma or colon."""
    return _TOLD.search(before, max(0, len(before) - _LONGEST_TOLD)) is not None


def _begins_anew(words: str) -> bool:
    """Whether words begin with a mark or bracket of their own, and not with a letter made small: "[f]or safety"."""
    return words[:1] in "[(“‘'" and not _MADE_SMALL.match(words)


def _is_long_title(words: str) -> bool:
    """Whether all words but particles, and more than a few, have the capital of a title; a sign is all capitals."""
    named = [word for word in words.split() if word not in _PARTICLES]
    return len(named) >= _FEWEST_OF_A_TITLE and not words.isupper() and all(word[0].isupper() for word in named)


def is_statement(body: str, quotation: Quotation, start: int, end: int) -> bool:
    """Whether a quotation of the sentence body[start:end] is a statement of its own."""
    words = body[quotation.start : quotation.end]
    before = body[start : quotation.outer_start].replace("\n", " ").rstrip()
    after = body[quotation.outer_end : end].replace("\n", " ")
    if len(words.split()) <= _FEW:
        if not before and words.endswith(_STOPS[:5]):
            is_title = words.istitle() and len(words.split()) == _FEW
            if _ANSWERED.match(after) or (not is_title and _is_uttered(words, before, after)):
                return True  # “Nobody,” he said.
        is_alone = not (before + after).strip(' .,”"’') and words.endswith((".", "!", "?"))
        return is_alone and len(words.split()) == _FEW  # “Nobody knows.”
    if _SLOGAN.search(before[-_LONGEST_KIND:]):
        return False
    if _is_long_title(words) or (_TITLED.search(before[-_LONGEST_KIND:]) and _TITLE.fullmatch(words)):
        return False
    is_told_that = before[-4:].lower() == "that" and (_TOLD_THAT.search(before) or _AND_THAT.search(before)) is not None
    if quotation.continues or not quotation.is_closed:
        return _begins_anew(words) or not words[:1].islower() or is_told_that or _is_told(before)
    if not (before + after).strip(' .,”"’'):
        return True
    if is_told_that:
        # Nothing but words in marks is explained.
        is_all = not after.strip(' .,”"’') or _THAT_AGAIN.match(after) is not None
        return words[:1].isupper() or is_all or bool(_CLAUSE.match(words))
    if _BECAUSE.search(before) and _CLAUSE.match(words) and _SAID.search(before.lower()):
        return True  # 'said salt was dear because "the carts stand still"'
    is_told = (
        before.endswith((",", ":"))
        or _JOINED.search(before) is not None
        or (_is_told(before) and not _SEEN.search(before))
    )
    if not _CLAUSE.match(words) and (_NEEDED.search(before) or (before.endswith(",") and _PARTICIPLE.match(words))):
        return False  # "was moved to “small local boats,” the study said", "was read out, “blaming some by name”"
    if _LEADS_ON.fullmatch(before) and _CLAUSE.match(words) and _SAID.search(after.lower()):
        return True
    if words.endswith(",") and _POINTS.search(before[-16:]) and _CLAUSE.match(words) and _SAID.search(after.lower()):
        return True
    if words.rstrip(_SPACES_AND_MARKS).endswith(_STOPS) and _SENTENCES.search(words):
        return True  # “were short of hands. So they hired more.”: it begins in the outlet's sentence and goes on alone
    if before and not is_told and not words[:1].isupper() and not _begins_anew(words):
        return False  # a phrase that the outlet's own sentence needs
    if is_told and words[:1].isupper():
        return True
    if is_told and words[:1].islower() and not before.endswith((",", ":")) and not _CLAUSE.match(words):
        return False  # "promised “ten sacks for each”, he said"
    is_clause = len(words.split()) >= _MANY or _CLAUSE.match(words)
    if not before and words[:1].isupper() and is_clause and _SAID.search(after.lower()):
        return True
    if (
        not before
        and words.endswith(",")
        and not (is_clause or _SAID.search(after.lower()) or _is_uttered(words, before, after))
    ):
        return False  # “The salt house,” built by traders, lends boats
    has_stop = words.rstrip(_SPACES_AND_MARKS).endswith(_STOPS) or after[:1] == "," or bool(_SENTENCES.search(words))
    return has_stop and (
        words[:1].isupper()
        or _begins_anew(words)
        or (is_told and _CLAUSE.match(words) is not None)
        or bool(_SAID.search(f"{before} {after}".lower()) or _FOLLOWED.match(before))
        or _is_uttered(words, before, after)
    )


def _is_uttered(words: str, before: str, after: str) -> bool:
    """Whether somebody stands right behind words that a comma or the like leaves open, or between them and those before."""
    if words.rstrip(_SPACES_AND_MARKS).endswith(_OPEN) and utterer_behind(after, 0):
        return True
    mark = max(before.rfind("”"), before.rfind('"')) if before.endswith(",") else -1
    return mark > 0 and before[mark - 1] in _OPEN and utterer_behind(before, mark) is not None


def end_of(body: str, quotation: Quotation) -> int:
    """Where the words of a quotation end: with their mark, or before the cue where the mark was forgotten."""
    if quotation.is_closed:
        return quotation.end
    cue = CUE_IN_OPEN_MARKS.search(body, quotation.start, quotation.end)
    return cue.end() if cue else quotation.end


def blotted(body: str, start: int, end: int, stops: dict[Quotation, int]) -> str:
    """body[start:end] with "▪" for every letter inside marks, so that no word there is taken for a cue, and its lines as one.

    `stops`: where the words of each quotation end.
    """
    parts, at = [], start
    for quotation, stop in stops.items():
        until = min(end, quotation.outer_end if quotation.is_closed else stop)
        parts += [body[at : quotation.outer_start], "▪" * (until - quotation.outer_start)]
        at = until
    return "".join([*parts, body[at:end]]).replace("\n", " ")
