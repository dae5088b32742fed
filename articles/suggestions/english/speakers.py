"""Whom the phrases of an English report mean, and who spoke last. Made while the report is read from left to right."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from articles.suggestions.english.bodies_named import OWNS, PROPER_NAME, Bodies
from articles.suggestions.english.hosts import HOSTS, OFFICER_ALONE
from articles.suggestions.english.kinds import Who, kind_of, without_asides
from articles.suggestions.english.names import Names
from articles.suggestions.english.nouns import (
    MOUTH,
    NORTHERN_TITLE,
    OBJECTS,
    OUTLET_NAME,
    PERSON,
    PRONOUNS,
    REPRESENTS,
    STATE,
)
from articles.suggestions.english.officers import ITS_OFFICER, sender, whose_officer
from articles.suggestions.english.papers import Papers, without_addressee
from articles.suggestions.english.people import People, subjects
from articles.suggestions.english.small_names import fullest_name
from articles.suggestions.english.subjects import Cue
from articles.suggestions.reading import FoundSpeaker
from articles.suggestions.sources.named import Sources
from articles.suggestions.values import Basis, Kind, Speech
from provinces.patterns import lazy
from sources.vocabulary import Vocabulary

# A person brought in by the way: "One former smuggler, a bony man, …"
_SOMEBODY = lazy(
    rf"(?<!, )\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w’'-]+\s){{0,4}}?(?:{PERSON.pattern})\b(?![’'])"
    r"(?:\sin\s(?:his|her|their)\s(?:early\s|mid-|late\s)?\w+)?"
    r"(?:\s(?:in|from|of|at|near)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?\s[Pp]rovince)?"
    r"|\swho\s(?:has|had|have)\s(?:[\w’'-]+\s){1,5}?[\w’'-]+(?=\s(?:has|had|is|was|sees|gives|offers|tells|takes)\b))?"
)
_SPOKE_WITH = lazy(
    rf"\b(?:(?:spoke|talked|spoken|interview|met)\s(?:[\w-]+\s){{0,3}}?(?:with|to)|interviewed|asked|(?:managed\sto\s)?reach(?:ed)?)\s(?P<who>(?:an?|one|another)\s(?:[\w’'-]+\s){{0,4}}?(?:{PERSON.pattern})"
    r"(?:\s(?:in|from|at|of)\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,4}?[\w’'-]+?(?=\s(?:about|on|who|in|by)\b|[.,;]))*"
    r"(?:\swho\s(?:has|have|had|is|are|works?|lives?|trades?|deals?|runs?|buys?|sells?|travels?)\s[^.,;:“”]{2,60}?(?=\s(?:what|whether|why|how|if|about)\b|[.,;]))?)"
)
_FAR_BACK = 800
# So far a meeting is told of.
_MEETING = 1500
_PRONOUNS = PRONOUNS | OBJECTS
# Of whom state media tell: "Kim Jong Un", "Premier Kim Tok Hun".
_LEADER = lazy(
    r"\b(?:Kim|Pak|Park|Choe|Choi|Ri|Lee|Jo|Cho|Jong|Kang|Hwang|Yang|Han|Yun|Jang|Ro|Hong|Xi|Wang|Putin|Trump|Lavrov)(?:\s[A-Z][\w’'-]+){1,2}"
)
# Whoever that is, if nobody was told of before.
_SOMEBODY_ELSE = ("he", "she", "they")
_HE = ("he", "she")
# What a body that is no outlet puts out as well.
_HOUSE_ORGAN = lazy(r"(?:the|this|that)\s(?:newsletter|bulletin|website|site)", re.IGNORECASE)
_SAME_PAPER = lazy(
    r"(?:the|this|that)\s(?:\w+\s)?(?:report|study|survey|paper|research|probe|investigation|inquiry|text\sitself)",
    re.IGNORECASE,
)
# Who wrote a report speaks for whoever issued it.
_AUTHORS = lazy(
    r"(?:the|its)\s(?:report|study|survey|paper)[’']s\sauthors?|(?:the\s)?authors\sof\sthe\s(?:report|study|survey|paper)",
    re.IGNORECASE,
)
# Any of them.
_STATE_MEDIA = lazy(
    r"(?:(?:the|its|North\sKorea[’']s|North\sKorean|the\sNorth[’']s|Pyongyang[’']s)\s)?(?:state(?:-run|-controlled)?|official)\s(?:media|newspaper|paper|daily)",
    re.IGNORECASE,
)
_IT = lazy(r"it|which", re.IGNORECASE)
# What a body may be called that has another name.
_SUCH_A_BODY = lazy(
    r"[Tt]he\s(?:(?:U\.?N\.?|aid|relief|trade|industry|research|state|government|monitoring|rights|humanitarian|Seoul-based|\w+-based)\s)?"
    r"(?:agency|group|organi[sz]ation|body|association|watchdog|think\stank|institute|charity|coalition|service|regulator|bank|firm)"
)
# What nobody calls "the agency".
_OF_THE_STATE = lazy(
    r"\b(?:authorities|government|party|committee|ministry|ministries|cabinet|police|regime|council|panel|company|commission|bureau|department)\b",
    re.IGNORECASE,
)
_TAKEN_UP = lazy(r"it|which|they|he|she", re.IGNORECASE)
_MOUTH_ALONE = lazy(rf"(?:[Tt]he|[Aa]n?|[Oo]ne\sof\sthe)\s(?:\w+\s)?(?:{MOUTH.pattern})")
_FOR_IT = (_TAKEN_UP, _MOUTH_ALONE, HOSTS, OFFICER_ALONE, ITS_OFFICER)
# Where a panel is told of, they are its members.
_UN_EXPERTS = lazy(r"(?:(?:[Tt]he\s|[Tt]hese\s)?(?:UN|U\.N\.|United\sNations)\s(?:\w+\s)?|[Tt]he\s)experts")
_SPIES = lazy(r"(?:the\s)?(?:(?:Seoul|South\sKorea)[’']s\s|South\sKorean\s)?(?:spy|intelligence) agency", re.IGNORECASE)
_OWNED = lazy(r"(?P<owner>(?:[Tt]he|[Oo]ur|[Tt]heir)\s(?:[\w-]+\s){0,3}?[\w-]+)[’']s\s")
_ISSUED = lazy(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:new\s)?(?:circular|note|letter|notice|directive|decree|order|poster|regulation|guideline|instruction|announcement|proclamation|edict)s?"
)
_KNOWN_BY_OFFICE = lazy(
    r"(?:the|this)\s(?:[\w-]+\s){0,2}(?:lawmaker|legislator|senator|congressman|congresswoman|minister|ambassador|professor|analyst|economist"
    r"|researcher|expert|scholar|fellow|diplomat|envoy|official|director)",
    re.IGNORECASE,
)
# When or where somebody is brought in: "On Oct. 3, a broker in his 40s …"
_SCENE = lazy(r"(?:On|In|At|Early|Late|Last|Earlier|During|Around)\s[^,“”\n]{2,50},\s")
# Where a name at the beginning of a paragraph may end, and of how many words it may be.
_NAME_ENDS, _LONGEST_NAME = lazy(r"[\s,]|[’']s"), 8
# "The Ministry of Trade" is one already before "and Industry".
_WHOLE = lazy(r"^[Tt]he\s|[A-Z]\w+\s[A-Z]|^[A-Z]{3,}")
_SAME = lazy(r"(?:the|this|that|these|those)\s", re.IGNORECASE)


class Speakers:
    """The speakers of one report. `source`: the last unnamed one, who is behind what nobody else is said to say.

    `body`: the institution told of last, by its fullest name, or "".
    """

    def __init__(self, body: str, mentions: Sequence[tuple[int, int]], words: Vocabulary) -> None:
        self._body, self._words = body, words
        self.sources = Sources(body, "en", mentions)
        self.bodies = Bodies.in_english(body, words)
        self._shortened = {short: full for short, full in self.bodies.shortened if not OUTLET_NAME.search(full)}
        self._papers = Papers(body, words, self.bodies, self._shortened)
        self._names, self._people = Names(body, words), People()
        self.last: FoundSpeaker | None = None
        self.source: FoundSpeaker | None = None
        self.body = ""
        self.at = 0  # where the sentence begins that is read now
        self._is_thing_heard = False
        self._person: FoundSpeaker | None = None
        self._named: dict[str, FoundSpeaker] = {}
        self._taken: FoundSpeaker | None = None  # whom the last pronoun meant
        self._thing: FoundSpeaker | None = None
        self._paper: FoundSpeaker | None = None
        self._host = ("", 0)

    def heard(self, speaker: FoundSpeaker) -> None:
        """Somebody spoke. A pronoun is not carried over: it would tell a man from a woman where nobody printed it."""
        printed = speaker.printed
        known = (self._taken or self._person) if printed.lower() in _PRONOUNS else None
        speaker = speaker.in_speech(Speech.DIRECT)
        speaker = speaker._replace(printed=known.printed) if known else speaker
        self.last = speaker
        if speaker.kind in (Kind.UNNAMED, Kind.NAMED):
            self._person = speaker
            self._people.heard(speaker, printed)
            if speaker.kind is Kind.NAMED:
                self._named[speaker.printed.partition(",")[0]] = speaker
        else:
            self._thing = speaker
            self.body, self._is_thing_heard = speaker.body, True
        if speaker.kind is Kind.UNNAMED:
            if self.source is not None and speaker.source != self.source.source:
                self._is_thing_heard = False
            self.source = speaker

    def carried(self, speech: Speech, at: int) -> FoundSpeaker | None:
        """Whoever told the outlet what it prints at `at` of the body without naming anybody."""
        spoke = self.last if speech is Speech.DIRECT and self.last is self._person else None
        known = spoke or self.source or self.interviewed(max(0, at - _FAR_BACK), at) or self._person or self.last
        return known.carried(speech) if known else None

    def meant(self, cue: Cue, at: int, speech: Speech) -> FoundSpeaker | None:
        """The speaker of a cue whose phrase begins at `at` of the body, or None if nobody can be meant."""
        phrase = " ".join(cue.phrase.split())
        match cue.who:
            case Who.PRONOUN if _IT.fullmatch(phrase) and self.has_body:
                return self.institution(phrase, cue.verb, speech)
            case None | Who.PRONOUN:
                known = self._taken = _no_body(
                    phrase, self._opening(phrase, at) or self._subject(phrase, at) or self._pronoun(phrase, at)
                )
                is_thing = _IT.fullmatch(phrase) is not None
                if not is_thing and (known is None or (known.kind is Kind.UNNAMED and known.source is None)):
                    known = self._taken = _no_body(phrase, self._described(at) or known or self.last)
                if known is None and phrase.lower() in _SOMEBODY_ELSE:
                    kind = Kind.NAMED if _LEADER.search(self._body, max(0, at - _FAR_BACK), at) else Kind.UNNAMED
                    return FoundSpeaker(kind, phrase, cue.verb, speech, Basis.PRINTED)
                printed = phrase or (known.printed if known else "")
                return (
                    known._replace(printed=printed, verb=cue.verb, speech=speech, basis=Basis.PRINTED)
                    if known
                    else None
                )
            case Who.PERSON if self._names.is_introduced(phrase):
                return FoundSpeaker(Kind.NAMED, phrase, cue.verb, speech, Basis.PRINTED)
            case Who.PERSON | Who.SOMEBODY if self._paper and _AUTHORS.fullmatch(phrase):
                return self._paper._replace(printed=phrase, verb=cue.verb, speech=speech, basis=Basis.PRINTED)
            case Who.PERSON if named := self._taken_up(phrase, at):
                return named._replace(printed=phrase, verb=cue.verb, speech=speech, basis=Basis.PRINTED)
            case Who.PERSON if _UN_EXPERTS.fullmatch(phrase) and (panel := self.bodies.panel):
                return self._for_body(panel, phrase, cue.verb, speech)
            case Who.PERSON | Who.SOMEBODY:
                return self._unnamed(phrase, cue.verb, speech, at)
            case Who.NAME if full := self._shortened.get(phrase.partition(",")[0]):
                return self._for_body(full, phrase, cue.verb, speech)
            case Who.NAME if self._names.is_pseudonym(phrase, at):
                return self._unnamed(phrase, cue.verb, speech, at)
            case Who.NAME:
                return FoundSpeaker(Kind.NAMED, phrase, cue.verb, speech, Basis.PRINTED)
            case Who.OUTLET:
                return self._outlet(phrase, cue.verb, speech)
            case Who.DOCUMENT:
                return self.document(phrase, cue.verb, speech)
        return self.institution(phrase, cue.verb, speech)

    def institution(self, phrase: str, verb: str, speech: Speech, basis: Basis = Basis.PRINTED) -> FoundSpeaker:
        """A body, by its fullest name in the report; one who speaks in its name is the body."""
        if title := NORTHERN_TITLE.search(phrase):
            in_full = self._titles.get(title.group(), title.group())
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, basis, body=in_full)
        if _STATE_MEDIA.fullmatch(phrase) and len(titles := set(self._titles.values())) == 1:
            # "state media" are the paper that is named
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, basis, body=titles.pop())
        if sent := REPRESENTS.fullmatch(phrase):
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, basis, body=sent["of"] or sent["whose"])
        if " and " in phrase and all(map(STATE.fullmatch, phrase.split(" and "))):
            phrase, both = phrase.partition(" and ")[0], phrase  # of two states the first
            return self.institution(phrase, verb, speech, basis)._replace(printed=both)
        if " and " in phrase and " and " not in self.bodies.in_phrase(phrase) and (first := _first_of(phrase)):
            return self.institution(first, verb, speech, basis)._replace(printed=phrase)
        named = self._shortened.get(phrase.removeprefix("the ").removeprefix("The ")) or self.bodies.in_phrase(phrase)
        if not named and MOUTH.fullmatch(phrase.rpartition(" ")[2]):
            named = self.bodies.in_phrase(OWNS.sub(" ", phrase))  # "the ministry’s spokesman"
        named = named or whose_officer(phrase) or sender(self._body, phrase, self.at)
        if self.is_taken_up(phrase):
            named = self.body  # "the trade group"
        if not named and self.body and any(pattern.fullmatch(phrase) for pattern in _FOR_IT):
            named = self.body  # "it", "the lecturer", "the meeting" speaks for the body told of before
        if named and self.body and self.bodies.is_short_for(named, self.body):
            named = self.body  # "the ministry" is the one told of last
        self._is_thing_heard = True
        self.body = fullest_name(self.bodies, self._body, named or without_asides(phrase), self.at)
        if _SPIES.fullmatch(self.body):
            self.body = self.bodies.spies or self.body  # "the spy agency" is the National Intelligence Service
        return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, basis, body=self.body)

    def _taken_up(self, phrase: str, at: int) -> FoundSpeaker | None:
        """Whoever spoke last by name, if "the lawmaker" can mean nobody else."""
        person = self._person if self.last is self._person else None
        is_named = person is not None and person.kind is Kind.NAMED and _KNOWN_BY_OFFICE.fullmatch(phrase) is not None
        return person if is_named and not self.sources.knows(phrase, at) else None

    def passes_on(self, cue: Cue) -> None:
        """Another outlet passed on what somebody said: "it" may be that outlet."""
        self._thing, self.body, self._is_thing_heard = self._outlet(cue.phrase, cue.verb, Speech.INDIRECT), "", True

    def is_taken_up(self, phrase: str) -> bool:
        """Whether it says what kind of body the one is that was told of last by its name."""
        return (
            _SUCH_A_BODY.fullmatch(phrase) is not None
            and PROPER_NAME.match(self.body) is not None
            and not _OF_THE_STATE.search(self.body)
            and phrase.partition(" ")[2].lower() not in self._bodies_in_small
        )

    @cached_property
    def _bodies_in_small(self) -> frozenset[str]:
        """The last word, and the last two, of each name that a small letter describes, in small letters."""
        names = (name.removeprefix("the ").removeprefix("The ").split()[-2:] for name in self.bodies.names)
        tails = [tail for tail in names if len(tail) > 1 and tail[0][0].islower()]
        return frozenset({" ".join(tail).lower() for tail in tails} | {tail[1].lower() for tail in tails})

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The first words of titles of state media, each with the longest title that begins so: "Rodong", "Rodong Sinmun"."""
        titles = sorted({match.group() for match in NORTHERN_TITLE.finditer(self._body)}, key=len)
        by_first = {title.partition(" ")[0]: title for title in titles}
        agency = next((title for title in titles if title.startswith("Korean Central News")), "")
        return by_first | {"KCNA": agency} if agency and "KCNA" in by_first else by_first

    @property
    def has_body(self) -> bool:
        """Whether "it" may be the body told of last: not if somebody else has begun to speak since."""
        return bool(self.body) and self._is_thing_heard

    def _for_body(self, body: str, phrase: str, verb: str, speech: Speech) -> FoundSpeaker:
        """A body whose words are printed as those of somebody or something else, or under its letters."""
        self.told_of(body)
        return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, Basis.PRINTED, body=self.body)

    def is_speaking(self, body: FoundSpeaker) -> bool:
        """Whether "it" is a body that spoke to the outlet itself before."""
        return bool(_IT.fullmatch(body.printed)) and self._thing is not None and self._thing.body == body.body

    def told_of(self, phrase: str) -> None:
        """A body acted: "it" and "the chairman" may speak for it."""
        self.body, self._is_thing_heard = self.bodies.fullest(" ".join(phrase.split()), self.at), True

    def hosts(self, phrase: str, at: int) -> None:
        """A body is told at `at` of the body to have held a meeting: what people were told there are its words."""
        self._host = self.bodies.fullest(" ".join(phrase.split())), at

    def host(self, at: int) -> FoundSpeaker | None:
        """The body that held the meeting told of not long before `at` of the body."""
        body, since = self._host
        if not body or at - since > _MEETING:
            return None
        return FoundSpeaker(Kind.INSTITUTION, body, "", Speech.DIRECT, Basis.CARRIED, body=body)

    def _unnamed(self, phrase: str, verb: str, speech: Speech, at: int) -> FoundSpeaker:
        return FoundSpeaker(Kind.UNNAMED, phrase, verb, speech, Basis.PRINTED, source=self.sources.index_of(phrase, at))

    def _pronoun(self, phrase: str, at: int) -> FoundSpeaker | None:
        if not phrase:
            return self.last
        if _IT.fullmatch(phrase):
            return (self._thing if self._is_thing_heard else None) or self.last
        return self._people.meant(phrase, self._person, self._body[max(0, at - _FAR_BACK) : at])

    def interviewed(self, begin: int, at: int) -> FoundSpeaker | None:
        """Whom the outlet says in body[begin:at] that it spoke with."""
        match = _SPOKE_WITH.search(self._body, begin, at)
        return self._unnamed(match["who"], "", Speech.DIRECT, match.start("who")) if match else None

    def _described(self, at: int) -> FoundSpeaker | None:
        """Somebody told of before, whom a pronoun takes up without that they have spoken."""
        for described in reversed(list(_SOMEBODY.finditer(self._body, max(0, at - _FAR_BACK), at))):
            before = self._body[max(0, described.start() - _FAR_BACK) : described.start()].rpartition("\n")[2]
            if before.rfind("“") <= before.rfind("”"):  # and nobody whom somebody else speaks of
                return self._unnamed(described.group(), "", Speech.DIRECT, described.start())
        return None

    def _opening(self, phrase: str, at: int) -> FoundSpeaker | None:
        """Whom the paragraph begins with, where the last who spoke is not in it: "Mr Hao kept it. “…,” he says"."""
        begin = self._body.rfind("\n", max(0, at - _FAR_BACK), at) + 1
        opening = self._body[begin:at]
        if not begin or phrase.lower() not in _HE or (self._person and self._person.printed.lower() in opening.lower()):
            return None
        for end in islice(_NAME_ENDS.finditer(opening), _LONGEST_NAME):
            if speaker := self._named.get(opening[: end.start()]):
                return speaker
        if scene := _SCENE.match(opening):
            begin, opening = begin + scene.end(), opening[scene.end() :]
        described = _SOMEBODY.match(opening)
        return self._unnamed(described.group(), "", Speech.DIRECT, begin) if described else None

    def _subject(self, phrase: str, at: int) -> FoundSpeaker | None:
        """The one person with whom a sentence of the paragraph begins behind whoever spoke last: "The second one laughed"."""
        if phrase.lower() not in _HE:
            return None
        begin = self._body.rfind("\n", max(0, at - _FAR_BACK), at) + 1
        opening = self._body[begin:at]
        last = opening.lower().rfind(self._person.printed.lower()) if self._person else -1
        first = next((first for first in subjects(opening) if first.at > last), None)
        if first is None:
            return None
        if first.who is Who.PERSON or self._names.is_pseudonym(first.phrase, begin + first.at):
            return self._unnamed(first.phrase, "", Speech.DIRECT, begin + first.at)
        return FoundSpeaker(Kind.NAMED, first.phrase, "", Speech.DIRECT, Basis.PRINTED)

    def _outlet(self, phrase: str, verb: str, speech: Speech) -> FoundSpeaker:
        """Another outlet; "the paper" is the state newspaper heard right before."""
        heard = self._thing if _SAME.match(phrase) and self._thing and self._thing.kind is Kind.INSTITUTION else None
        if heard and (NORTHERN_TITLE.search(heard.body) or _HOUSE_ORGAN.fullmatch(phrase) or self._is_paper(phrase)):
            return heard._replace(printed=phrase, verb=verb, speech=speech, basis=Basis.PRINTED)
        return FoundSpeaker(Kind.OUTLET, phrase, verb, speech, Basis.PRINTED)

    def _is_paper(self, phrase: str) -> bool:
        """Whether "the paper" is no newspaper, but one that a body put out."""
        return phrase.endswith(" paper") and self._paper is not None and " paper " in f"{self._paper.printed} "

    def document(self, phrase: str, verb: str, speech: Speech) -> FoundSpeaker:
        """A document speaks for the body that issued it; "the report" for that of the last one, or whoever was heard."""
        if self._paper and _SAME_PAPER.fullmatch(phrase) and self._thing and self._thing.kind is Kind.INSTITUTION:
            return self._paper._replace(printed=phrase, verb=verb, speech=speech, basis=Basis.PRINTED)
        issued = self._issued(phrase, verb, speech)
        self._paper = issued if issued.kind is Kind.INSTITUTION else self._paper
        return issued

    def _issued(self, phrase: str, verb: str, speech: Speech) -> FoundSpeaker:
        own = without_addressee(phrase)
        if maker := self._papers.maker(own):
            return self._for_body(maker, phrase, verb, speech)
        if sender := self._papers.sender(own):
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, Basis.PRINTED, body=sender)
        if self.bodies.in_phrase(own):
            return self.institution(own, verb, speech)._replace(printed=phrase)
        if owner := self._papers.owner(own):
            return self._for_body(owner, phrase, verb, speech)
        if named := self._papers.named_in(own):
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, Basis.PRINTED, body=named)
        if (whose := _OWNED.match(own)) and kind_of(whose["owner"]) is Who.BODY:
            return self.institution(whose["owner"], verb, speech)._replace(printed=phrase)  # "the office’s notice"
        is_of_outlet = self._thing is not None and self._thing.kind is Kind.OUTLET
        if not is_of_outlet and (issuer := self._papers.issuer_elsewhere(phrase, self.at)):
            return self._for_body(issuer, phrase, verb, speech)
        if self.body and _ISSUED.fullmatch(phrase):
            return FoundSpeaker(Kind.INSTITUTION, phrase, verb, speech, Basis.PRINTED, body=self.body)
        if self._thing and _SAME.match(phrase):
            return self._thing._replace(printed=phrase, verb=verb, speech=speech, basis=Basis.PRINTED)
        return FoundSpeaker(Kind.NAMED, phrase, verb, speech, Basis.PRINTED)


def _first_of(phrase: str) -> str:
    """The first of the two bodies that a phrase joins, or "": "the salt office and the police"."""
    first, _, second = phrase.partition(" and ")
    return first if kind_of(first) is Who.BODY and kind_of(second) is Who.BODY and _WHOLE.search(first) else ""


def _no_body(phrase: str, known: FoundSpeaker | None) -> FoundSpeaker | None:
    """Whom a phrase may mean: "he" is no body."""
    return None if known and known.kind is Kind.INSTITUTION and phrase.lower() in _HE else known
