"""How English reports say that somebody speaks: the verbs, and the words around them."""

import re
from collections.abc import Iterator

from articles.suggestions.english.speech import PARTED, each_form
from articles.suggestions.english.speech import SAYING as VERBS_OF_SAYING
from articles.suggestions.english.speech import TELLING as VERBS_OF_TELLING
from articles.suggestions.signs import AtWord, Leading, one_of, word_of
from provinces.patterns import lazy

# What a source does as well ("requesting anonymity"), and what are nouns at least as often ("pays them in promises").
_SOMETHING_ELSE = frozenset(
    [
        "requesting",
        "requiring",
        "briefing",
        "promises",
        "answers",
        "protests",
        "objects",
        "hints",
        "remarks",
        "vows",
        "pledges",
        "boasts",
        "cautions",
        "decrees",
        "orders",
        "requests",
        "lectures",
        "briefs",
    ]
)


def _forms(verbs: str, *names: str) -> Iterator[str]:
    """These forms of verbs that say by themselves that somebody speaks."""
    return (form for form in each_form(verbs, *names) if form not in _SOMETHING_ELSE)


_SAYING = "|".join(
    (
        *_forms(VERBS_OF_SAYING, "past", "third"),
        (
            "Said|Says|Recalled|Explained|Added|Noted|Claimed|Concluded|Remarked|Observed|Lamented|Complained|Stressed|say|told|tells|tell"
            "|reported|reports|recalled|complain|concluded|concludes|elaborated|commented|comments|observed|observes|predicted|predicts"
            "|asked|suggested|suggests|corroborated|corroborates|confirmed|confirms|reconfirmed|conveyed|relayed|relates|quipped|joked"
            "|went on|goes on|pointed to|made plain|made it clear|stated clearly|mentioned|urged|denounced|harangued|learned|learnt"
            "|speculated|speculates|criticised|criticized|agreed|agrees|testified|responded|responds|respond|grumble|grumbles|mutter"
            "|mutters|whisper|whispers|estimated|estimates|believe|believes|believed|reckon|reckons|reckoned|judged|analyzed|analyze"
            "|analysed|analyse|found|understands|understood|discovered|echoed|sighed|griped|fumed|spoke of|told of|guessed|surmised"
            "|muttered|murmured|grumbled|whispered|exclaimed|shouted|scoffed|mused|recounted|confided|countered|counters|recalls|snapped"
            "|assured|assures|reassured|blamed|blames|confessed|confesses|cried out|cries out|cry out|bemoaned|bemoans|groused|opined"
            "|divulged|attested|affirmed|intimated|ventured|theorised|theorized|underscored|underlined|highlighted|summed up|chimed in"
            "|enthused|ranted|vented|railed|specified|specifies|appealed for|appealed to|thanked|rebuked|reprimanded|scolded|upbraided"
            "|berated|chided"
        ),
    )
)
_ORDERING = "|".join(
    (
        *_forms(VERBS_OF_TELLING, "past", "third"),
        (
            "demands|demanded|directed|warned|recommended|recommends|called again and again for|called again and again on|called again for"
            "|called again on|called once more for|called once more on|called repeatedly for|called repeatedly on"
        ),
    )
)
_ADDING = "|".join(
    (
        *_forms(f"{VERBS_OF_SAYING} {VERBS_OF_TELLING}", "going_on"),
        "going on|responding|grumbling|whispering|muttering|directing|joking|concluding|confessing|predicting",
    )
)
# Of what somebody feels: "expressed hope that", "are voicing the fear that".
_FEELING = (
    r"(?=\s(?:the\s|his\s|her\s|their\s|its\s|some\s|a\s)?(?:[\w’'-]+\s){0,2}(?:hopes?|fears?|concerns?|worr(?:y|ies)|doubts?|views?|opinions?|beliefs?|regret|anger"
    r"|surprise|support|gratitude|thanks|sympathy|interest|readiness|willingness|alarm|outrage|satisfaction|dissatisfaction|frustrations?|confidence|complaints?|suspicions?|misgivings|expectations?|despair|optimism|pessimism|anxiet(?:y|ies)|unease|dismay|resentment|discontent|disbelief|distrust|relief|reservations|sorrow|pride|joy|shock|grievances?)\b)"
)
# Of what "raises fears" only somebody who "is raising" them tells; a thing does so of itself.
_FELT, _FEELS = rf"(?:express|voic|rais)(?:es|ed){_FEELING}", rf"(?:(?:express|voic)|(?<=[es]\s)rais)ing{_FEELING}"
# "The office has been requesting papers"; but a source may be "requesting anonymity".
_REQUIRING = (
    r"(?:(?<=been\s)|(?<=\bare\s)|(?<=\bis\s)|(?<=\bwas\s)|(?<=\bwere\s))"
    r"(?:blaming|accusing|denouncing|condemning|criticising|criticizing|requesting|requiring|forbidding|advising|calling\sfor|encouraging(?=\s[^.,;]{2,60}?\sto\b)|(?:promoting|propagandi[sz]ing|publici[sz]ing|preaching|reporting)(?=\sthat\b))"
)
FEELING = f"{_FELT}|{_FEELS}"
SAYING, ORDERING, ADDING = one_of(_SAYING), one_of(_ORDERING), one_of(_ADDING)
# How somebody said it, behind the words; what a body does by saying it.
_MANNER = (
    "smiled|shrugged|laughed|grinned|nodded|sobbed|wept|chuckled|sneered|gasped|cried|yelled|groaned|winked|frowned"
)
_MANNERS = "smiles|shrugs|laughs|grins|nods|sighs|chuckles|sneers|jokes|muses|scoffs|quips|exclaims|shouts|insists"
_ACTS = "blasted|lambasted|castigated|welcomed|condemned|hailed|praised|decried|lauded|deplored"
_PUBLIC_ACTS = rf"slammed(?!\s(?:the|its|their)\s(?:\w+\s)?(?:brakes|doors?|gates?|borders?)\b)|{_ACTS}"
_SPEECH = (
    r"(?=\s(?:an?|the|its|their|some)\s(?:[\w-]+\s){0,2}?"
    r"(?:accounts?|explanations?|lectures?|speech(?:es)?|presentations?|reports?|statements?|announcements?|warnings?|descriptions?|talks?|addresse?s?)\b)"
)
# Of a figure ("put the toll at forty"), before its speaker (", report sources"), of a deed ("denied buying").
_TELLING_THAT = (
    "gave out|claim|state|agree|note|explain|warn|insist|argue|admit|recall|predict|estimate|announce|maintains|maintained|ruled|advised"
    "|remember|remembers|report|suggest|speculate|suspect|suspects|suspected|fear|fears|feared|worry|worries|worried|hopes|hoped"
    "|evaluate|evaluates|evaluated|assess|assesses|forecast|forecasts|projected|calculate|calculated|calculates|conjectured|determined|diagnosed"
    "|share|shared|shares|confirm|stress|assert|contend|concede|acknowledge|caution|lament|reveal|emphasise|emphasize|point out|conclude"
)
_BY_CONTEXT = (
    r"put(?=\s(?:the|its|their|prices|imports|exports|trade|output|losses)\s(?:[^.,]{2,50}\s)?at\b)|report(?:(?<=,\sreport)|(?<=[sy]\sreport)(?=\.))"
    rf"|puts?\sit(?=[.,;:”]|\s(?:like\sthis|this\sway|bluntly|plainly|simply|\w+\sbluntly)\b|$)"
    rf"|den(?:ied|ies|y)(?=\s(?:that|\w+ing)\b)|{one_of(_TELLING_THAT)}(?=\s(?:that|they|he|she|there|it\s(?:is|was|has|will|would))\b)|advertised(?=\s[^.,;]{{1,60}}\sthat\b)"
    # "critics accuse the works of buying"
    r"|thinks?(?!\stanks?\b)|accus(?:ed|es?)(?=\s(?:[^.,;]{2,60}\sof\b|[^;“”▪]{2,220}?\sof\s\w+ing\b))"
    # “…?” smiled a waitress; a ministry welcomed the step
    r"|(?:called|branded|labell?ed)(?=\s(?:the|it|this|that|its|his|their|those|these|such|[A-Z])\b[^.,;“”]{0,60}?\s[‘“'\"▪])"
    r"|(?:defined|characteri[sz]ed|branded|labell?ed|denounced)(?=\s[^.;]{2,80}?\sas\s)"
    # "analysts see the ban as harmless", "traders expect the port to reopen"
    r"|(?:described|depicted|portrayed|views?|viewed|sees?|regards?|regarded)(?=\s(?:(?!\bas\b)[^.;“”▪]){2,80}?\sas\s(?!(?:high|low|many|much|well|long|soon|early|late|far|little)\b))"
    r"|expect(?:s|ed)?(?=\s(?:that\b|[^.,;“”▪]{2,50}?\sto\s)|\s(?:the|their|its)\s[^.,;“”▪]{2,50}?\s(?:will|would)\b)"
    r"|(?:hope|fear)s?(?=\s(?:the|their|this|its)\s[^.,;“”▪]{2,50}?\s(?:will|would|may|might|could)\b)"
    # "The daily called in an editorial for calm"
    rf"|(?:called|appealed){PARTED}"
    # "The office read out a report", "gave a long account of"
    rf"|read\s(?:out|aloud)|(?:gave|provided|delivered|presented){_SPEECH}"
    r"|described(?=\sby\s[^.,;“”▪]{2,60}?\sas\b)|(?:advised|pressed|encouraged)(?=\s[^.,;]{2,60}?\sto\b)"
    r"|(?:held|convened)(?=\s[^.;“”]{3,140}?\sto"
    r"\s(?:explain|announce|inform|stress|emphasi[sz]e|urge|warn|order|convey|instruct|lecture)\b)"
    # "…,” the source described"
    rf"|(?:described|related|assessed|repeated)(?=[.,]?$)|(?<=[▪”\"]\s)(?:described|related|offered|repeated)"
    # "“…,” sighs a clerk", "Good timing, smiles a trader: “…”"
    rf"|(?<=[▪”\"]\s)(?:{_MANNERS}|remember(?:s|ed)?|wonder(?:s|ed)|pleads?|pleaded)|(?:{_MANNERS})(?=\s(?:an?|the|one|another)\s[^.,:;“”▪]{{2,60}}:)"
    # "…,” continued the trader", "the trader continued: “…”"
    rf"|(?<=[▪”\"]\s)(?:{_MANNER}|continue[sd])|continue[sd](?=[,.;:]|\s[▪“\"]|$)|(?:{_PUBLIC_ACTS})(?=\s(?:the|a|an|its|his|their|such|that|this|these|any|North|South|China)\b)"
)
# `showing`: what bodies may do besides; `reading`: what documents do; `cut_off`: what the end of a stored copy left of a verb.
_SHOWING, _READING, _CUT_OFF = (
    "shows?|showed|indicates?|indicated|identif(?:ies|ied)",
    r"reads?|cites?|lists?(?=\s(?:\d|[a-z]+\s\w+s\b))",
    "sai?|tol|adde?|expl[a-z]{0,5}|note?",
)
_VERB = (
    rf"(?:(?:(?P<verb>{SAYING}|{ORDERING}|{_BY_CONTEXT}|{_FELT})|(?P<going_on>{ADDING}|{_FEELS}|{_REQUIRING})|(?P<showing>{_SHOWING})|(?P<reading>{_READING}))\b"
    rf"|(?P<cut_off>{_CUT_OFF})$)"
)
VERB = AtWord(rf"\b{_VERB}")
# The words by which a sentence says who speaks, and the words that they begin with.
CUE = lazy(
    rf"\b(?:{_VERB}|(?P<according>[Aa]ccording to|[Bb]ased on|[Gg]oing by|[Jj]udging (?:by|from))\b|"
    r"(?P<citing>quoted|cited|quotes|cites(?=\s[^.,;]{2,80}?\sas\s))\b)"
)
_FIRST_WORDS = {verb.split()[0] for verb in "|".join((_SAYING, _ORDERING, _ADDING, _TELLING_THAT)).split("|")}
CUE_BEGINS = word_of(
    "|".join(sorted(_FIRST_WORDS)),
    _SHOWING,
    _READING,
    _CUT_OFF,
    "(?:express|voic|rais)(?:es|ed|ing)",
    "blaming|accusing|denouncing|condemning|criticising|criticizing|cites?|lists?|requesting|requiring|forbidding|advising|encouraging|promoting|propagandi[sz]ing|publici[sz]ing|preaching|reporting",
    "depicted|portrayed|views?|viewed|sees?|regards?|regarded|expect(?:s|ed)?|hopes?|fears?",
    f"puts?|thinks?|accus(?:ed|es?)|den(?:ied|ies|y)|advertised|held|convened|called|branded|labell?ed|defined|characteri[sz]ed|continue[sd]|described|related|assessed|repeated|offered|{_MANNERS}|wonders?|wondered|remembered|pleads?|pleaded|{_MANNER}|[Bb]ased|[Gg]oing|[Jj]udging|read|gave|provided|delivered|presented|advised|pressed|encouraged|slammed|{_ACTS}|[Aa]ccording|quoted|cited|quotes|cites",
)
READING = lazy(_READING)
PUBLIC_ACT = lazy(rf"{_PUBLIC_ACTS}|held|convened|read\s(?:out|aloud)|gave|provided|delivered|presented")
# An outlet says so of what it found out itself.
OWN_FINDING = lazy(r"(?:learned|learnt|found|discovered|understands|understood)", re.IGNORECASE)
# What makes a verb something else: "to say", "was told"; but "has told".
PASSIVE = lazy(
    r"(?:\b(?:to|be|been|being|is|are|was|were|not|the|this|that|no|its|their|(?<![’'])an?|his|her|our|each|every)|(?<=[a-z])[’']s)\s+(?:(?:also|later|often|once|already|since|now|then|never|even|long)\s+|(?!family|assembly|ally)\w+ly\s+)?$"
)
# With these it ends, a space aside.
_PASSIVE_ENDS = (
    "to be been being is are was were not the this that no its their an a his her our each every ’s 's also later often once already since"
    " now then never even long ly"
)
ENDS_OF_PASSIVE = tuple(_PASSIVE_ENDS.split())
# What nobody is said to have found, the outlet did: "It was confirmed that".
FOUND_OUT = lazy(
    r"\b[Ii]t\s(?:has|had)\s(?:also\s|since\s|now\s|\w+ly\s)?(?P<verb3>come\sto\slight|emerged|transpired|come\sout)\sthat\b"
    r"|\b[Ii]t\s(?:later\s|also\s|then\s)?(?P<verb4>came\sto\slight|emerged|transpired|turned\sout)\sthat\b"
    r"|\b[Ii]t\s(?:was|has\sbeen|is|had\sbeen)\s(?:also\s|since\s|\w+ly\s)?(?P<verb>confirmed|learned|learnt|found(?:\sout)?|discovered"
    r"|verified|ascertained|established)\sthat\b"
    # "…, it emerged Friday."
    r"|,\sit\s(?:has\s|was\s|has\sbeen\s)?(?:also\s|later\s)?(?P<verb5>emerged|transpired|confirmed|learned|learnt|revealed|found\sout)(?:\s(?:on\s|last\s)?\w+day|\s(?:yesterday|today))?\.?$"
    # "Prices were found to have gone up", but "They were found to have sold rice": somebody caught them
    r"|(?<!\b[Hh]e\s)(?<!\b[Ss]he\s)(?<!\b[Tt]hey\s)\b(?:was|were|(?:has|have|had)\sbeen)\s(?:also\s|since\s|\w+ly\s)?(?P<verb2>found|confirmed|learned|discovered|verified|ascertained)\sto\s(?:have|be)\b"
)
FOUND_OUT_SIGN = word_of(
    "come|came|emerged|transpired|turned|revealed|confirmed|learned|learnt|found|discovered|verified|ascertained|established"
)
CITING = lazy(r"\b(?:[Cc]iting|[Qq]uoting|(?<=\bwho\s)(?:cited|quoted))\s")
CITING_SIGN = word_of("[Cc]iting|[Qq]uoting|cited|quoted")
ADVERBS = lazy(
    r"(?:\s+(?:(?:is|are|was|were) (?:reported|said|heard|quoted|cited)(?: to| as)?(?: have| having)?"
    r"|nevertheless|nonetheless|still|therefore|instead|meanwhile|also|further|then|later"
    r"|earlier|since|first|twice|once(?: more| again)?|itself|themselves"
    r"|in (?:turn|response)|for (?:its|his|her|their) part"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|recently|reportedly|often|always|already|just|long|has|have|had|would|repeatedly|strongly|too|again|even|(?!family|assembly|ally|daily|weekly|monthly)[a-z]{3,}ly)"
    r"|,\s+(?:however|meanwhile|too|though|for example|for instance|in fact|in turn|likewise|on the other hand|in contrast|by contrast"
    r"|on (?:its|his|her|their) part|for (?:its|his|her|their) part|in addition|in response),?)+$"
)
_ENDS = (
    "reported said heard quoted cited to as have having nevertheless nonetheless still therefore instead"
    " also further then later recently often always already just long has had would too again even ly however"
    " earlier since first twice once more itself themselves"
    " day meanwhile though example instance fact turn likewise hand contrast part addition response ,"
)
ENDS_OF_ADVERBS = tuple(_ENDS.split())
# Where the words for who spoke end, if they stand behind the verb.
_OF_A_TALK = r"(?=\s(?:\w+\s){0,3}(?:interview|conversation|call|statement|briefing|message|text|report|letter|e-mail|email|note|chat))"
_A_DAY = r"(?=(?:the \d|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
# "According to a source in Kilju recently, …"
_SOME_TIME = (
    r"(?:(?:just\s|only\s|very\s)?(?:recently|lately)|(?:early|late|earlier|later)\s(?:this|last|in)\b|(?:this|last)\s(?:week|month|year|spring|summer|autumn|fall|winter)"
    r"|(?:earlier|a\s(?:few|couple\sof)\s(?:days|weeks)\sago))(?=[,.;:▪”\"]|$|\s(?:this|last|week|month|year|[A-Z]\w+)\b)"
)
ENDS_OBJECT = lazy(
    r"[;:\"▪\n—–]|“(?![A-Z]”)|(?<!“[A-Z])”|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bRep)(?<!\bSen)(?<!\bGen)(?<!\bProf)(?<![A-Z])\."
    rf"|(?<!\bwho),?\s(?:on condition|speaking\b|requesting\b|in an?\b{_OF_A_TALK}|on {_A_DAY}"
    r"|(?:last )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|{_SOME_TIME}"
    r"|(?:during|when|while|told|adding|noting|explaining|saying|referring|citing|as (?:he|she|they|it)|yesterday|today|via"
    r"|by (?:tele)?phone|is|are|was|were|has|have|had|said|says)\b)"
    r"|,?\swho\s(?=(?:requested|asked|spoke|declined|wished|did not|noted|added|said|told|also|explained)\b)"
    r"|,\s(?:who|which|and|but|so)\b|,\s(?!naming|giving|losing)[a-z]{3,}ing\s(?:his|her|their)\b"
    rf"|\s(?:and|but)\s(?:\w+ly\s|also\s|then\s)?(?:{SAYING})\b"
)
REPORTEDLY = lazy(
    r"\b(?:reportedly|purportedly|allegedly|apparently)\b|\b(?:is|are|was|were) (?:said|reported|alleged|rumou?red) to\b"
    r"|\bit (?:is|was|has(?: also)? been|is also|was also) (?:said|reported|known|understood) (?:that\b|(?=the |its |his |their ))",
    re.IGNORECASE,
)
SILENT = lazy(
    r"\basked\s+(?:that\s+no\s+name|not\s+to\s+be|for\s+(?:anonymity|privacy))|\brefused to\b|\bdeclined to\b|\bsa(?:id|ys?)\snothing\b"
    r"(?!\s(?:(?:of|about|in|on)\s[^.,;]{2,40}?\s)?(?:was|is|were|has|had|would|will|could|can|came|remained|changed)\b)"
    r"|\b(?:[Nn]either|[Nn]one|[Nn]obody)\s(?:of\s[^.,;]{2,40}\s)?(?:has\s|have\s)?(?:replied|responded|answered|commented)\b"
    r"|\b[Nn]either\s[^.;“”]{2,80}?\snor\s[^.;“”]{2,60}?\s(?:has\s|have\s)?(?:replied|responded|answered|commented)\b"
    r"|\b(?:North Korea|Pyongyang"
    r"|(?:The|the) North|The country)\s(?:has\s|had\s)?(?:so\sfar\s)?(?:reported|admitted\sto|confirmed|acknowledged)\sno\b"
    r"|\bagreed\sto\s(?:talk|speak|meet|be\sinterviewed)\b"
)
_TITLES = (r"\bRep", r"\bReps", r"\bM[rs]", r"\bMrs", r"\bDr", r"\bSen")
_AS_TELLING_WHOM = (
    r"(?P<verb>quoted|cited|quotes|cites)\s+"
    r"(?P<who>(?:[^,.“”\"]|(?<=\b[A-Z])\.(?=[A-Z\s])){2,80}?)"
    r"(?:\s+(?:as\s+(?:having\s+)?|(?=(?:saying|telling|stating|reporting)\b))|(?P<apart>,\s)(?=(?:saying|stating|writing)\b))(?P<cue>telling|told|saying|said|reporting|stating|stated|warning|warned|declaring|declared|announcing|announced|writing"
    r"|written|boasting|grumbling|lamenting|replying|replied|answering|answered|adding|noting|complaining|admitting|insisting|threatening|urging|instructing|promising|promised|asking|ordering|ordered|calling|demanding|demanded|remarking|explaining|explained|claiming"
    r"|confirming|confirmed|revealing|disclosing|alleging|suggesting|arguing|estimating|describing|predicting)\b"
)
AS_TELLING = Leading(
    rf"(?:(?P<source>(?:[^,.“”\"]|{'|'.join(rf'(?<={title})[.]' for title in _TITLES)}){{2,80}}?)\s+|(?<=,)\s){_AS_TELLING_WHOM}",
    _AS_TELLING_WHOM,
    stop=rf"[,“”\"]|{''.join(rf'(?<!{title})' for title in _TITLES)}[.]",
    reach=81,
)
# A word of each, which is sought first.
REPORTEDLY_SIGN = word_of(
    "(?i:reportedly|purportedly|allegedly|apparently|said|reported|known|understood|alleged|rumou?red)"
)
SILENT_SIGN = word_of("asked|refused|declined|nothing|agreed|replied|responded|answered|commented|no")
AS_TELLING_SIGN = word_of("quoted|cited|quotes|cites")
LEAD = lazy(
    r"^[\s,;:—–-]*(?:and |but |so (?=explain|sai|ask|conclud)|however,? |also |meanwhile,? "
    r"|in short,? |accordingly,? |(?:recently|lately|yesterday|today),? )*",
    re.IGNORECASE,
)
BRACKETED = lazy(r"^\s*\[[^\]]*\]")
_WHO_TRAILS = (
    r"he|she|they|the (?:[\w’'-]+ ){0,3}\w+|(?:an?|one|another|several|two|many|some) (?:[\w’'-]+ ){0,8}\w+"
    r"|(?:people|sources|residents|traders|neighbou?rs|officials|locals|merchants|workers)"
    r"(?: (?:in|at|from|of|near) (?:[\w’'-]+ ){0,8}\w+)?"
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
)
CUE_IN_OPEN_MARKS = lazy(
    rf"[.!?](?=\s(?:[Hh]e|[Ss]he|[Tt]he\s(?:\w+\s){{0,2}}\w+)\s(?:{SAYING})\.?\s*$)|,(?=\s+(?:{SAYING})\s+(?:an?|the|one|another)\b|\s+(?:{_WHO_TRAILS})(?:,[^,]{{1,60}},)?\s+(?:{SAYING})\b)"
)
