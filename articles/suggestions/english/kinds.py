"""What an English phrase names: a person, a body, an outlet, a document. Pure, and linear in its length.

A phrase is a run of words without a verb of its own; the noun at its head tells.
"""

from enum import StrEnum
from itertools import takewhile

from articles.remembered import within_a_reading
from articles.suggestions.english.bodies import BODY
from articles.suggestions.english.bodies_named import OWNS
from articles.suggestions.english.heads import head_of, noun_of
from articles.suggestions.english.nouns import (
    APPOSITION,
    CODE_NAME,
    COMPANY,
    DETERMINERS,
    FEW,
    FINITE,
    GERUNDS,
    KINDS_OF_HOUSES,
    NAME,
    NAMED_HOUSE,
    NO_BEGINNING,
    NORTHERN_MEDIA,
    OF_A_HOUSE,
    OFFICE_HOLDER,
    OUTLET,
    OUTLET_NAME,
    PARTNER,
    PRONOUNS,
    REPRESENTS,
    STATE,
    TITLE,
    UNITED_NATIONS,
)
from provinces.patterns import lazy

# Longer phrases describe something else than a speaker.
_INDEFINITE = ("a", "an", "another")
_OFFICE_WORDS = 4
MOST_WORDS, _FEW_WORDS, LONGEST, LONGEST_ADVERBS = 22, 6, 240, 48
# "A state believed to be China", as a description of it.
WHAT_IT_MAY_BE = lazy(
    r"\s(?:widely\s)?(?:believed|thought|said|presumed|suspected|alleged|understood|known)\sto\s(?:be|have)\s[^,]*$"
)
_RELATIVE = ("who", "which", "that", "whom", "whose", "we")
_VERBAL = lazy(r"\w+ing")
# With these begins neither an introduction nor somebody; they and a space are shorter than `_LONGEST_WORD` of subjects.
_NO_NAMES = (
    "Little",
    "Much",
    "Nobody",
    "None",
    "Nothing",
    "Everybody",
    "Everyone",
    "Everything",
    "Neither",
    "Anyone",
    "Anybody",
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today", "Yesterday"),
)
# The comma before the place that somebody is in: "a trader in Hyesan, Ryanggang Province".
_BEFORE_PLACE = lazy(
    r"(?<=\w),(?=\s(?:China|Russia|Japan|Thailand|Mongolia|(?:North|South)\sKorea|Liaoning|Jilin|Heilongjiang)▪?$)"
    r"|(?<=\w),(?=\s(?:in\s)?(?:(?:the\s)?(?:neighbou?ring|nearby|adjacent)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
    r"(?:\s(?:[Pp]rovince|[Cc]ounty|[Cc]ity)|-based|$|,\s(?:in\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s[Pp]rovince))"
)
_OUTLET_WHOLE = lazy(rf"(?:[Tt]he\s)?{OUTLET_NAME.pattern}")
_CALLED = lazy(
    r"[Tt]he\s(?!(?:Chinese|Russians?|Japanese|Koreans?|Americans?|North|South|UN|EU|US)(?:$|\s(?!Morning\b)))[A-Z][\w’'.-]+"
    # "the Salt Trumpet"
    r"(?:\s(?!(?:Leader|Marshal|General|President|Premier|Minister|Market|River|Province|County|City|District|Koreans?|Sea|Day|Year|Bridge|Port"
    r"|Plan|Act|Law|Games|War|Congress)$)[A-Z][\w’'.-]+(?<!ians)(?<!ans)(?<!ese)){0,2}"
)
# "Kilju DSC", "KSTA"; but a surname may be printed in capitals, and so may a post.
_NO_LETTERS = (
    r"(?!(?:NK|CEO|CFO|KIM|LEE|PAK|PARK|CHOI|CHOE|JUNG|JONG|KANG|CHO|YOON|YUN|JANG|CHANG|LIM|RIM|HAN|SHIN|SIN|SEO|KWON|HWANG|AHN|SONG"
    r"|JEON|HONG|MOON|MUN|YANG|KOH|PAEK|BAEK|NAM|SIM|ISHIMARU)\b)"
)
_BY_LETTERS = lazy(rf"(?:[A-Z][\w’'-]+\s){{0,2}}{_NO_LETTERS}[A-Z]{{3,8}}")
_ACRONYM = lazy(r"[Tt]he\s[A-Z]{2,6}")
# The commas between the places of a list: "in A, B and C".
# "Two travel agencies": unnamed, and no body.
# "An ethnic Chinese North Korean", "another Korean".
_OF_A_PEOPLE = lazy("(?:Korean|Russian)s?|Chinese|Japanese")
THE_PEOPLE = lazy(
    r"[Tt]he\s(?:(?:North|South|ethnic|elderly|young|older|younger)\s)?(?:Korean|Chinese|Russian|Japanese)"
)
_ONE_OF_THEM = frozenset(("a", "an", "another", "one", "two", "three", "several", "some"))
_ANYBODY = frozenset(("a", "an", "another", "one", "some"))
# A name behind these hides nobody: "another lawmaker, Kim Byung-ho".
_KNOWN_BY_NAME = frozenset(
    (
        "lawmaker",
        "legislator",
        "senator",
        "congressman",
        "minister",
        "ambassador",
        "professor",
        "analyst",
        "economist",
        "researcher",
        "expert",
        "scholar",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "fellow",
    )
)
_FIRMS, _SOME = (
    frozenset(
        (
            "agencies",
            "companies",
            "firms",
            "businesses",
            "shops",
            "groups",
            "organizations",
            "organisations",
            "charities",
        )
    ),
    frozenset(("two", "three", "four", "several", "some", "many")),
)
# "Salt International": with these ends no name of a person.
_ENDS_OF_GROUPS = frozenset(
    (
        "International",
        "Initiative",
        "Network",
        "Alliance",
        "Society",
        "Project",
        "Trust",
        "Partners",
        "Group",
        "Institution",
        "Observatory",
        "Cross",
        "Watch",
        "Consortium",
        "Lab",
    )
)
# "International food agencies": unnamed as well.
_HELPERS = lazy(
    r"(?:(?:U\.?N\.?|[Ii]nternational|[Ff]oreign|[Ww]estern|[Aa]id|[Rr]elief|[Ff]ood|[Hh]umanitarian|(?:[Hh]uman\s)?[Rr]ights|[Cc]ivic|[Dd]efector|[Rr]eligious)\s){1,3}"
    r"(?:agencies|groups|organi[sz]ations|charities)"
)
# With these ends nobody: "the committee gathered the managers and".
_JOINING = frozenset(("and", "but", "or", "then"))
# "It did not say where the goods came from and urged": what "from" belongs to stands before.
_LOOSE = tuple([word] for word in ("from", "to", "of", "in", "for", "with", "about", "by", "on", "at"))
# "The Morning Bell, a Japanese daily".
_CALLED_OUTLET = lazy(rf",\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}?(?:{OUTLET.pattern})(?=,|$|\s(?:in|of|based|run)\b)")
# "The Ruritanian daily Morning Bell"
_OUTLET_BY_KIND = lazy(
    r"(?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w’'-]+\s){0,3}?(?:daily|newspaper|weekly|magazine|broadcaster|tabloid|quarterly|monthly|fortnightly|periodical|website|news\sagency|news\snetwork)"
    r"(?:\s[A-Z][\w’'-]+){1,4}"
)
_NEWS_AGENCY = lazy(r"(?:[Tt]he|[Tt]h(?:is|at)|[Aa]n?)\s(?:[\w’'-]+\s){0,3}?news\sagency")
# "Reps. Anna Marsh and Owen Lea"
_FULL = lazy(r"(?:(?:Mr|Ms|Mrs|Dr|Drs|Reps?|Sens?|Gen|Gov)s?\.?\s)?(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+")
# "Russia’s ambassador, Anton Petrov"
_BY_NAME = lazy(rf",(?:\s[A-Z][\w’'-]+){{2,4}}{OF_A_HOUSE},?$")
# "the joint venture HarbourCon"
_FIRM_CALLED = lazy(rf"(?:[Tt]he\s)?(?:[\w’'-]+\s){{0,4}}?{KINDS_OF_HOUSES}\s{NAMED_HOUSE}")
# Of whom everybody knows who that is.
_RULER = lazy(
    r"[Tt]he\s(?:(?:North|South)\s)?(?:(?:Korean|Chinese|Russian|Japanese|American|US|U\.S\.)\s)?(?:supreme\s|top\s|young\s)?"
    r"(?:leader|president|premier|prime\sminister|dictator)"
)
# Who deals with the other side: "the Chinese side requested".
_SIDE = lazy(
    r"[Tt]he\s(?:(?:North|South)\s)?(?:Korean|Chinese|Russian|Japanese|Mongolian|American|DPRK|US|U\.S\.)\sside"
)
# At which a body speaks: "the lecture stressed".
EVENT = lazy(
    r"(?:[Tt]he|[Tt]h(?:is|at))\s(?:(?!\w+[’']s\b)[\w-]+\s){0,3}?(?:meeting|lecture|conference|session|gathering|plenum|seminar|rally|assembly|convocation)"
)
# "A former unit leader": no ruler, and not the unit.
_LEADS = lazy(r"\b(?:unit|team|brigade|group|squad|crew|section|gang|cell|shift|platoon|village|workshop)\sleader\b")
_REPRESENTING = frozenset(("representative", "delegate"))
_LIVING = frozenset(("living", "residing", "working", "who"))
_BELONGING = frozenset(("from", "at", "with", "of"))
# "Our partner “B” who lives in Kilju"
_CALLED_BY_LETTER = lazy(r"(?<=[a-z])\s“[A-Z]”(?=\s)")
_IN_BRACKETS = lazy(r"\s?\([^()]*\)")
_LIST = lazy(r"(?<=\w),(?=\s(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s)*(?:[A-Z][\w’'-]+\s){0,2}(?:and|or)\s[A-Z])")


class Who(StrEnum):
    """What a phrase stands for."""

    PRONOUN = "pronoun"
    PERSON = "person"
    MOUTH = "mouth"
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    NAME = "name"
    SOMEBODY = "somebody"
    EVENT = "event"


def begins_nobody(word: str) -> bool:
    """Whether a word begins something else than somebody: "in", "because", "following"."""
    small = word.lower()
    return small in NO_BEGINNING or (
        small not in GERUNDS and small.endswith("ing") and _VERBAL.fullmatch(small) is not None
    )


def has_verb(words: list[str]) -> bool:
    """Whether words have a verb of their own before a relative clause."""
    if words[-1:] == ["there"]:  # "a resident there"
        words = words[:-1]
    first = words[0] if words else ""
    if first not in _RELATIVE and first != "May" and first.lower() in FINITE:
        return True
    # Inside a phrase a capital makes a name of it: "Han So Ri".
    if FINITE.isdisjoint(words):
        return False
    return not FINITE.isdisjoint(takewhile(lambda word: word not in _RELATIVE, words))


@within_a_reading
def without_asides(phrase: str) -> str:
    """A phrase without what is put in between commas or brackets, and without the province behind a town."""
    bare = _IN_BRACKETS.sub("", phrase) if "(" in phrase else phrase
    if " to " in bare:
        bare = WHAT_IT_MAY_BE.sub("", bare)
    if "," not in bare:
        return bare.strip()
    bare = _LIST.sub("", APPOSITION.sub("", bare))
    return _BEFORE_PLACE.sub("", bare.strip(" ,"))


@within_a_reading
def kind_of(phrase: str, bare: str | None = None) -> Who | None:
    """What a phrase stands for, or None if it can be nobody who speaks. `bare`: the phrase without asides."""
    bare = without_asides(phrase) if bare is None else bare
    bare = _CALLED_BY_LETTER.sub("", bare) if "“" in bare else bare
    words = bare.split()
    if bare.lower() in PRONOUNS:
        return Who.PRONOUN
    if (
        not words
        or (words[-1] in _JOINING and (BODY.match(bare) or words[-2:-1] in _LOOSE))
        or len(words) > MOST_WORDS
        or "," in bare
        or begins_nobody(words[0])
        or has_verb(words)
    ):
        return None
    head, after = head_of(words)
    who = _kind(bare, head, words, after)
    if (
        who in (None, Who.NAME, Who.SOMEBODY)
        and "," in phrase
        and bare[:1].isupper()
        and _CALLED_OUTLET.match(phrase, len(bare))
    ):
        return Who.OUTLET
    is_somebody = words[0].lower() in _ANYBODY and words[-1].lower() not in _KNOWN_BY_NAME
    is_one_of_them = who in (Who.PERSON, Who.SOMEBODY) and bare[:6].lower() == "one of"
    may_be_named = who is Who.MOUTH or (who is Who.PERSON and not is_somebody) or is_one_of_them
    if may_be_named and "," in phrase and _BY_NAME.search(phrase, len(bare)):
        return Who.NAME
    # "its successor, the Monitoring Team": named behind a comma.
    return Who.BODY if who is Who.SOMEBODY and BODY.search(phrase, len(bare)) else who


# "a paper published by the Coast Institute": no newspaper.
_PAPERS = frozenset(("paper", "papers", "bulletin", "newsletter", "journal"))
_PUT_OUT_BY = lazy(r"\s(?:(?:published|issued|released|written|put\sout)\sby|by)\s")
_SITE = lazy("(?:web)?sites?|databases?")
# Stations that send nothing.
_OTHER_STATION = lazy(
    r"\b(?!(?:radio|tv|television|broadcast|broadcasting|news|state|cable|local|based|the|this|that|a)\b)[a-z]+\s[Ss]tations?\b"
)


def _kind(bare: str, head: str, words: list[str], after: int) -> Who | None:
    small = head.lower()
    noun = noun_of(small)
    if small == "guard" and (body := BODY.search(bare)) and body.group().endswith(head):
        return Who.BODY
    if small in ("station", "stations") and _OTHER_STATION.search(bare):
        return Who.BODY
    if noun.is_post and words[0].lower() == "the" and BODY.search(bare):
        return Who.MOUTH
    if small.startswith("spokes") and (BODY.search(bare) or STATE.match(bare)):
        return Who.MOUTH
    if _OF_A_PEOPLE.fullmatch(head) and (
        words[0].lower() in _ONE_OF_THEM or words[0] == "ethnic" or THE_PEOPLE.fullmatch(bare)
    ):
        return Who.PERSON
    if small in _REPRESENTING and REPRESENTS.fullmatch(bare):
        return Who.MOUTH
    if _in_office(words) and OFFICE_HOLDER.fullmatch(bare):
        return Who.NAME
    if small.startswith("spokes"):
        return Who.MOUTH
    if noun.is_person and (small == head or head == words[0]):
        return Who.PERSON if not _is_stray(small, words) else None
    if small == "leader" and _LEADS.search(bare):
        return Who.PERSON
    if noun.is_mouth:
        return Who.MOUTH if not small.startswith("chair") or BODY.search(bare) else Who.PERSON
    if EVENT.fullmatch(bare):
        return Who.EVENT
    if small in _FIRMS and (words[0].lower() in _SOME or _HELPERS.match(bare)):
        return Who.PERSON
    if NORTHERN_MEDIA.search(bare):
        return Who.BODY
    if small in _PAPERS and (by := _PUT_OUT_BY.search(bare)) and BODY.match(bare, by.end()):
        return Who.DOCUMENT
    if _SITE.fullmatch(small) and (UNITED_NATIONS.search(bare) or BODY.search(OWNS.sub(" ", bare))):
        return Who.DOCUMENT
    if _OUTLET_BY_KIND.fullmatch(bare) or _NEWS_AGENCY.fullmatch(bare):
        return Who.OUTLET
    if OUTLET_NAME.search(" ".join(words[: len(words) - after])) or _OUTLET_WHOLE.match(bare) or noun.is_outlet:
        return Who.BODY if noun.is_outlet and BODY.fullmatch(bare) else Who.OUTLET
    if noun.is_document or (small.isdigit() and words[-2:-1] in (["Resolution"], ["resolution"])):
        return Who.DOCUMENT
    if small in ("country", "state", "nation") and words[0].lower() in _ANYBODY:
        return Who.PERSON  # "an unidentified country"
    if noun.is_body or BODY.fullmatch(bare) or all(STATE.fullmatch(part) for part in bare.split(" and ")):
        return Who.BODY
    if _SIDE.fullmatch(bare) or COMPANY.fullmatch(bare) or _FIRM_CALLED.fullmatch(bare):
        return Who.BODY
    if CODE_NAME.fullmatch(
        bare if not (after and "artner" in bare and PARTNER.search(bare)) else " ".join(words[: len(words) - after])
    ):
        return Who.PERSON
    if _BY_LETTERS.fullmatch(bare):
        return Who.BODY
    if len(words) > 1 and not after and head in _ENDS_OF_GROUPS and NAME.fullmatch(bare):
        return Who.BODY
    if bare not in _NO_NAMES and bare.lower() not in DETERMINERS and NAME.fullmatch(TITLE.sub("", bare)):
        return Who.NAME
    if after and words[len(words) - after] in _LIVING and NAME.fullmatch(" ".join(words[: len(words) - after])):
        return Who.NAME  # "Kim Young-ok living in Hyesan"
    if (
        len(words) - after > 1
        and after
        and words[len(words) - after] in _BELONGING
        and NAME.fullmatch(" ".join(words[: len(words) - after]))
    ):
        return Who.NAME  # "Han Tae Mun from the Harbour Fund"
    if _RULER.fullmatch(bare) or (" and " in bare and all(map(_FULL.fullmatch, bare.split(" and ")))):
        return Who.NAME
    if _ACRONYM.fullmatch(bare) or (
        " and " in bare and bare[:1].isupper() and all(kind_of(part) is Who.BODY for part in bare.split(" and "))
    ):
        return Who.BODY
    if _CALLED.fullmatch(bare):
        return Who.OUTLET
    most = len(words) - after if words[0].lower() in _INDEFINITE else len(words)
    is_somebody = words[0].lower() in DETERMINERS and len(words) > 1 and most <= _FEW_WORDS
    return Who.SOMEBODY if is_somebody and head.isalpha() and head.islower() and not noun.is_thing else None


# "The depot", "our dormitory": one thing that is no person, and so a house that speaks where it tells people something.
_HOUSE = lazy(
    r"(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts)\s(?:(?!(?:same|other|old|young|new|first|second|third|last|next|and|but|or|of|in|at|that|who|which|to|from|for|with)\b)[a-z’'-]+\s){0,3}"
    r"(?!\w+(?:er|or|ist|ian|man|men|woman|women|ee|ant|ess|[^s]s|ed|ing|boy|girl|kid|wife|mate|child|children)$)"
    r"(?!(?:elderly|young|rest|latter|former|two|three|pair|couple|public|poor|rich|old|crowd|crew|man|boy|girl|people|folk|dead|living|mayor|king|guy|lot|and|but|or|then|who|that|which)$)[a-z]{3,}"
)


def is_house(phrase: str) -> bool:
    """Whether a phrase that is nobody known may be a house: "the depot", and not "the quartermaster"."""
    return _HOUSE.fullmatch(phrase) is not None and kind_of(phrase) is Who.SOMEBODY


def _in_office(words: list[str]) -> bool:
    """Whether words may name an office and who holds it."""
    return len(words) > _OFFICE_WORDS and words[0][:1].isupper() and words[0] != "The" and words[-2][:1].isupper()


def _is_stray(noun: str, words: list[str]) -> bool:
    """ "Many of them", "most of the goods": a number of things as often as of people."""
    return bool(FEW.fullmatch(noun)) and len(words) > 3
