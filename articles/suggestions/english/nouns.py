"""The words English reports have for those who speak: people, bodies, outlets, documents."""

import re

from articles.suggestions.signs import one_of, two_letters_of
from articles.suggestions.worded import Worded
from provinces.patterns import lazy

_TRADES = one_of(
    "source|informant|insider|resident|citizen|local|trader|merchant|official|cadre|partner|collaborator|contact|smuggler"
    "|farmer|worker|driver|broker|person|someone|somebody|villager|operator|seller|vendor|dealer|shopkeeper|fisher|miner|owner|manager"
    "|executive|director|soldier|officer|guard|defector|escapee|refugee|analyst|expert|observer|diplomat|researcher"
    "|businessperson|employee|staffer|member|student|teacher|doctor|housewife|neighbour|neighbor|witness|interviewee"
    "|importer|exporter|entrepreneur|investor|agent|captain|sailor|trucker|missionary|activist|visitor|tourist|traveler"
    "|traveller|reporter|consumer|customer|household|family|scholar|specialist|technician|engineer|foreman|supervisor"
    "|dockworker|coworker|accountant|secretary|cousin|relative|representative|delegate|aide|buyer|supplier|boss|grower|friend|acquaintance|colleague"
    "|clerk|inspector|lawmaker|legislator|merchant|wholesaler|retailer|peddler|passenger|escort|wife|husband|mother|father"
    "|ambassador|entertainer|server|waiter|singer|performer|diner|stallholder|investigator|stevedore|docker|seafarer|deckhand|hotelier|restaurateur|landlord|landlady|janitor|gatekeeper|laywoman"
    "|weaver|tailor|seamstress|cook|nurse|mechanic|electrician|carpenter|welder|inmate|prisoner|counterpart|interpreter|cashier"
    "|laborer|labourer|peasant|waitress|guide|tenant|watcher|caller|crew|skipper|shopper|patient|pharmacist|teenager|parent|brother|sister|uncle|aunt"
    "|son|daughter|veteran|conscript|migrant|expatriate|returnee|foreigner|adviser|advisor|consultant|academic|bureaucrat|negotiator|envoy|pastor|priest"
    "|lawyer|attorney|speaker|presenter|organizer|organiser|staff|pensioner|lender|middleman|economist|journalist|scientist|contractor|shipper|herder|hawker|carter|porter|barber|chef|head|chief|mayor|governor|deputy"
    "|widow|hostess|orphan|niece|nephew|grandson|granddaughter|grandmother|grandfather|grandparent|photographer|correspondent|columnist|blogger|bartender|librarian|actor|actress|manageress|informer|intermediary|volunteer|nutritionist|geologist|historian|agronomist"
    "|user|changer|commuter|guest|courier|fitter|plumber|bricklayer|spinner|knitter|embroiderer|cleaner|banker|creditor|debtor|shipowner|charterer|fixer"
    "|tipster|campaigner|monk|believer|attaché|translator|pilgrim|hiker|pupil|schoolgirl|schoolboy|graduate|tutor|professor|auditor|examiner"
    "|detective|reservist|cadet|sergeant|lieutenant|programmer|architect|surveyor|driller|overseer|apprentice|trainee|intern|retiree"
    "|widower|sibling|spouse|classmate|roommate|comrade|islander|diver|hunter|trapper|logger|woodcutter|lumberjack|butcher|baker|brewer"
    "|miller|grocer|greengrocer|physician|surgeon|midwife|medic|dentist|detainee|deportee|emigrant|settler|homeowner|lodger|eyewitness"
    "|bystander|onlooker|netizen|writer|poet|painter|musician|dancer|athlete|referee|functionary|attendee|participant|subscriber|viewer"
    "|caterer|hairdresser|healer|cyclist|motorist|stationmaster|angler|beggar|thief|scalper|pawnbroker|auctioneer"
)
# Heads of phrases, in small letters. `FEW` may as well be things: "most of the goods".
FEW = lazy(r"many|some|others|most|several|one|another|both")
PERSON = lazy(
    rf"{_TRADES}s?|{FEW.pattern}|\d{{1,3}}-year-olds?|families|people|folk|persons|secretaries|housewives|wives"
    r"|(?:(?!chair|spokes)\w{3,})?(?:man|men|woman|women)|leaders|[a-z]{3,}(?:maker|keeper|holder|lender|seller|grower|monger|smith|changer|goer|dweller|picker|digger|cutter)s?"
)
# Who speaks for a body to its audience is the body; some posts are one only as "the secretary of the committee".
MOUTH = lazy(r"(?:lecturer|spokes\w+|(?:vice-)?chair(?:man|woman|person)?|instructor)s?", re.IGNORECASE)
# Who speaks in a council for a state: "the representative of Norway", "Norway’s delegate".
REPRESENTS = lazy(
    r"[Tt]he\s(?:permanent\s)?(?:representative|delegate)\s(?:of|for)\s(?:the\s)?(?P<of>[A-Z][\w’'-]*(?:\s(?:of\s|and\s)?[A-Z][\w’'-]*)*)"
    r"|(?:[Tt]he\s)?(?P<whose>[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)[’']s?\s(?:permanent\s)?(?:representative|delegate)"
)
POST = lazy("secretar(?:y|ies)|commissars?|prosecutors?")
OUTLET = lazy(
    "(?:newspaper|daily|broadcaster|network|radio|television|station|paper|magazine|website|outlet|press|media|weekly|newsletter"
    "|channel|journal|bulletin|newscast|telecast|quarterly|fortnightly)s?",
    re.IGNORECASE,
)
DOCUMENT = lazy(
    "(?:report|information|statement|research|note|notice|data|figure|number|statistic|minute|circular|directive|regulation|guideline|instruction|release|survey|imagery|image|guide"
    "|document|letter|material|record|analysis|article|study|announcement|testimony|testimonie|poster|decree"
    "|placard|flyer|handbill|ordinance|order|proclamation|edict|resolution|plan|message|brochure|leaflet|pamphlet|memo|manual|probe|inquiry|investigation)s?"
)
# Bodies that only who is told by them calls so: "the ward commerce office", "our inminban"; the one list of common nouns for bodies.
_OFFICES = (
    "office|brigade|squad|patrol|league|court|mine|farm|plant|cooperative|enterprise|workplace|group|team|post|unit|board"
    "|cell|hospital|clinic|pharmacy|school|garrison|shipyard|steel works|mill|military|army|navy|university|store|union|port"
    "|fund|council|commission|administration|association|agency|assembly|foundation|federation|alliance|directorate"
    "|secretariat|headquarters|charity|regulator|inspectorate|channel|convention|congress|presidium|factory|mission|treasury"
    "|forum|coalition|college|watchdog|tribunal|task force|taskforce|commissariat|militia|regiment|battalion|parliament|senate"
    "|politburo|guild|municipality|prefecture|delegation|leadership|NGO|laboratory|observatory|registry|depot|smelter|refinery"
    "|dockyard|arsenal|orphanage|kindergarten|colliery|cannery|brewery|organisation|organization"
)
OFFICES = rf"(?:{two_letters_of(_OFFICES)}{one_of(_OFFICES)}|branch(?! of)|(?<!power )(?<!bus )(?<!gas )(?<!railway )(?<!train )station)"
# And these with a word before them: "the savings bank", hardly "the bank".
_HOUSES = (
    "bank|corporation|institute|service|exchange|society|academy|trust|collective|chamber|division|corps|club|church|museum"
    "|library|archive|hotel|railway|company|firm|conglomerate|consortium|syndicate|insurer|airline|brokerage|publisher"
    "|broadcaster|exporter|importer|shipper|developer|manufacturer|center|centre"
)
HOUSES = rf"(?:{two_letters_of(_HOUSES)}{one_of(_HOUSES)})"
BODY_NOUN = lazy(
    "(?:committee|ministry|ministrie|cabinet|bureau|custom|department|section|company|companie|authority|authoritie"
    "|command|government|party|agency|watch|service|program|programme|secretariat|directorate|base|factory|office|council|commission|panel(?!s)|assembly|regime|bank|police|corporation|treasury"
    "|embassy|court|army|navy|leadership|centre|center|administration|organization|organisation|association|union"
    "|institute|team|district|security|branch|headquarter|parliament|delegation|consulate|division|brigade|plant|mine"
    "|farm|house|solidarity|ngo|charity|watchdog|coalition|alliance|foundation|fund|forum|chamber|federation|group|unit|province|county|city|town|country|countrie|nation|kingdom|republic|mission|tank|intelligence"
    "|hospital|school|league|squad|patrol|garrison|shipyard|military|university|college|clinic|pharmacy|cell|mill|airline|board|firm|network"
    rf"|(?!congress){OFFICES}|(?!hotel|club|church|exporter|importer|shipper|developer|manufacturer){HOUSES})s?"
)
# What stands for nobody: things that tell, show or add.
THING = lazy(
    "(?:price|rate|move|rule|system|policy|trade|border|market|measure|meeting|event|situation|result|amount|cost|fact"
    "|truth|it|there|here|what|which|that|this|year|month|week|day|time|law|sanction|step|way|thing|goods?"
    "|case|reason|project|ship|vessel|train|truck|import|export|increase|rise|fall|lack|story|book|song|slogan"
    "|sign|label|value|labou?r|tax|sum|total|share"
    "|(?!opposition|population|congregation|management|regiment|detachment|resistance|audience)[a-z]+(?:ity|ness|ment|tion|sion|ance|ence|ism|ship|age))s?"
)

# Whole phrases.
STATE = lazy(
    r"(?:the\s)?(?:North|South)(?:\sKorea)?|(?:the\s)?[NS]\.\s?Korea|Pyongyang|Seoul|Beijing|Washington|Tokyo|Moscow"
    r"|China|Russia|Japan|(?:the\s)?(?:United\sStates|United\sKingdom|European\sUnion|Kremlin|White\sHouse|Pentagon)|America|Britain|Canada|Australia"
    r"|Germany|France|India|Vietnam|Thailand|Malaysia|Singapore|Mongolia|Taiwan|Indonesia|Norway|Sweden|Switzerland|the\s(?:EU|DPRK|ROK|UN|U\.N\.|US|U\.S\.|state)|DPRK|(?:the\s)?United\sNations",
    re.IGNORECASE,
)
UNITED_NATIONS = lazy(r"\b(?:UN\b|U\.N\.|United\sNations\b)")
OUTLET_NAME = lazy(
    r"\b(?:Yonhap|Nikkei|RFA|VOA|(?<!Thomson )Reuters|AP|AFP|Kyodo|NHK|Xinhua|TASS|Ilbo|Shimbun|Hankyoreh|Asahi|Yomiuri|Mainichi|WSJ"
    r"|CNN|BBC|NBC|CBS|CNBC|NPR|PBS|KBS|MBC|SBS|YTN|JTBC|CCTV|CGTN|ANI|PTI|DPA|EFE|Bloomberg"
    r"|Al Jazeera|Sputnik|Interfax|RIA Novosti|Politico|Axios|Newsweek|NKNews"
    r"|38 North|ASIAPRESS|AsiaPress|Asia Press|Newsis|Newspim|UPI|Voice of America"
    r"|Radio [A-Z]\w+|Channel [A-Z]\w*|Daily [A-Z]\w+|NK News|News Agency|[A-Z]\w+ (?:Post|Times|Herald|Journal|Tribune|Guardian"
    r"|News|Press|Daily|Gazette|Courier|Letter|Ledger|Review|Monitor|Mail|Pro|Weekly|Today))\b"
)
# State media, by title or by what they are, are bodies of the North and no outlets.
NORTHERN_TITLE = lazy(
    r"\b(?:KCNA|Korean Central (?:News|Tele|Broad|Radio)\w*(?: (?:Agency|Station|Television))?|Rodong(?: Sh?inmun)?"
    r"|Minju (?:Joson|Chos[ou]n)|Urimin\w+|DPRK Today|Naenara|Meari|Chos[ou]n Sinbo)\b"
)
_NOT_FOREIGN = (
    r"(?<!\bChina[’']s\s)(?<!\bChinese\s)(?<!\bRussia[’']s\s)(?<!\bRussian\s)(?<!\bBeijing[’']s\s)(?<!\bMoscow[’']s\s)"
)
_PAPERS = "newspaper|paper|daily|weekly|monthly|quarterly|fortnightly|journal|magazine|periodical"
_KINDS_OF_MEDIA = f"media|{_PAPERS}|television|radio|broadcaster"
NORTHERN_MEDIA_PATTERN = (
    rf"{NORTHERN_TITLE.pattern}|{_NOT_FOREIGN}\b(?:[Ss]tate|North Korean?|[Oo]fficial|party|North[’']s)(?:-run|-controlled)?\s"
    rf"(?:(?!Chinese|Russian|Japanese|South)\w+\s)?(?:{_KINDS_OF_MEDIA}|news\s[Aa]gency)\b(?!\s[A-Z][a-z]+\s[A-Z])"
)
# Bodies that speak to the public themselves, whatever source spoke before.
_MEDIA = f"KCNA|Korean|Rodong|Minju|Urimin[A-Za-z]*|DPRK|Naenara|Meari|Chos[ou]n|{_KINDS_OF_MEDIA}|news"
NORTHERN_MEDIA = Worded(NORTHERN_MEDIA_PATTERN, _MEDIA)
IN_PUBLIC = Worded(
    rf"{NORTHERN_MEDIA_PATTERN}|\b(?:Chin(?:a|ese)|South Korean?|Seoul|Beijing|U\.?N\.?|United (?:Nations|States)|U\.?S\.?|Japan(?:ese)?"
    r"|Russian?|[Uu]nification|[Ff]oreign [Mm]inistry|[Pp]anel|Treasury|State Department|White House|Security Council"
    r"|National Intelligence Service|(?:spy|intelligence) agency)(?:\b|(?=\s))",
    _MEDIA,
    "Chin(?:a|ese)|South|Seoul|Beijing|UN?|United|US?|Japan(?:ese)?|Russian?|[Uu]nification|[Mm]inistry|[Pp]anel|Treasury|Department|House|Council|Service|agency",
)
# In small letters.
PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
# The same behind "according to".
OBJECTS = frozenset(("him", "her", "them"))
# A code name, or a surname that hides somebody: Partner “A”, C, Mr. Ju.
CODE_NAME = lazy(
    r"(?:.*\b[Pp]artner )?[“‘\"']?[A-Z][”’\"']?"
    r"|(?:Mr|Mrs|Ms|Miss|Madame?|Comrade|Grandm(?:a|other)|Grandfather|Uncle|Aunt|Auntie)\.?\s[A-Z][\w-]+(?:\sof\s[A-Z][\w’'-]+(?:\s(?:[Cc]ounty|[Cc]ity|[Pp]rovince))?)?(?:,.*)?"
)
# A firm by the last word of its name.
COMPANY = lazy(
    # "Air Koryo"
    r"Air\s[A-Z][\w’'-]+|(?:[A-Z][\w&’'-]+\s){1,4}(?:Freight|Shipping|Logistics|Holdings?|Trading|Lines|Industries|Enterprises?|Exports?|Imports?|Seafoods?"
    r"|Feeds|Foods|Tours|Travels?|Journeys|Voyages|Excursions|Cruises|Ferries|Airlines|Airways|Railways|Chemicals|Plastics|Fisheries|Products|Supplies|Systems|Technologies|Ventures|Securities|Beverages|Breweries|Dairies|Batteries|Tractors|Appliances|Hotels|Resorts|Pharmaceuticals|Fabrics|Yarns|Apparel|Aviation|Transport|Cargo|Motors|Electronics|Textiles?|Garments?|Energy|Petroleum|Metals|Minerals|Resources)"
)
# What a house is, right before its name: "the joint venture HarbourCon", "the rights group Light for the East".
KINDS_OF_HOUSES = (
    r"(?:joint[\s-]venture|company|firm|operator|agency|group|bank|consortium|charity|watchdog|think[\s-]tank|organi[sz]ation|NGO|non-?profit|network"
    r"|consultancy|regulator|tracker|provider|conglomerate|subsidiary|cooperative|collective|coalition|alliance|foundation|association|federation|union"
    r"|institute|institution|outfit|startup|brokerage|insurer|manufacturer|carrier|airline|developer|enterprise|business|movement|campaign|society|fund|trust|body|lab)"
)
_OF_ITS_NAME = r"(?:(?:of|for|from|without|across|beyond|against|and|the)\s){0,2}"
NAMED_HOUSE = rf"(?!Daily\b)[A-Z][\w&’'-]*(?:\s{_OF_ITS_NAME}[A-Z][\w&’'-]*){{0,4}}"
PARTNER = lazy(r"\b[Pp]artner [“‘\"']?[A-Z]\b")
PSEUDONYM = lazy(
    r"\((?i:(?:an?\s)?(?:pseudonym|alias|(?:assumed|false|fictitious|made-up) name|not (?:his|her|their|a) real name)"
    r"|(?:the\s)?names?\s(?:has\sbeen\s|was\s|have\sbeen\s)?changed"
    r"|name withheld)[^)]*\)|\bsurnamed\b"
)
NAME = lazy(
    r"(?!(?:The|An?|This|That|These|Those|Its)\s)(?:(?:Mr|Ms|Mrs|Dr|Prof|Gen|Sen|Rep|Gov|Amb|Col|Capt|Lt|Maj)\.?\s|Professor\s)?(?:[A-Z][\w’'.-]*\s){0,5}[A-Z][\w’'-]+(?:\sof\s(?:the\s)?[A-Z].{0,60})?"
)
# Whoever holds an office is named behind it: "Secretary of Labor Anna Marsh".
OFFICE_HOLDER = lazy(
    r"(?:[A-Z][\w.-]+\s){0,3}(?:Secretary|Minister|Director|President|Chairman|Chairwoman|Governor|Ambassador|Commander|Chief|Head|Commissioner|Director-General)"
    r"\s(?:of|for|to)\s(?:the\s)?(?:(?:[A-Z][\w.-]+|and|of|the|for)\s)+?[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?"
    r"(?!(?:Affairs|Relations|Industr|Trade\b|Security|Resources|Committee|Commission|Ministry|Department|Province|Office|Party|University|Institute|Cent(?:er|re)|Bank|Agency|Bureau|Company|Studies)\w*)[A-Z][\w’'-]+"
)
# What is printed before a name: "North Korean leader", "the ministry’s spokesperson".
TITLE = lazy(
    r"^(?:[\w’'.-]+\s){0,5}?(?:leader|president|minister|governor|ambassador|spokes\w+|professor|director|head|chief"
    r"|fellow|researcher|analyst|premier|secretary)\s(?=[A-Z])"
    r"|^(?:[a-z\d][\w’'-]+\s){0,3}[a-z][a-z-]*(?:ist|ian|er|or|man|woman|ant|(?<!m)ent|ee|yst|wife|widow|guide|guard|clerk|cook|nurse|monk|lawyer|expert|scholar|envoy|chief|captain)\s(?=[A-Z][\w’'-]+\s[A-Z])"
)

# --- where a phrase begins and ends ---

INTRODUCTION = lazy(
    r"[▪”“\"'‘\s\[-]*(?:(?:and|but|however|also|meanwhile|yet|still|so|then|thus|further|instead|accordingly|notably"
    r"|similarly|likewise|indeed|separately|additionally|moreover|furthermore)\b,?\s+)*"
    r"(?:as\s(?=(?:the|one|another|an?)\s))?(?:(?:in\san?\s(?:notice|circular|letter|statement|report|directive|message|lecture|speech|commentary|briefing|decree)|in\s(?:it|them|this|that)|on\s(?:the\s\d\d?(?:st|nd|rd|th)|\w{3,6}day)|last\s(?:week|month|year)|yesterday|this\s(?:week|month|year)"
    r"|(?:on|in)\s(?:early\s|mid-|late\s)?(?:Jan|Febr?|March|April|May|June|July|August|Sept|Octo|Nov|Dec)\w*\.?(?:\s\d\d?)?),?\s(?=(?:the|U\.?S\.?|American|South|Chinese|Russian|Japanese|President|Premier|Foreign|\w+[’']s)\s))?",
    re.IGNORECASE,
)
_DETERMINERS = (
    "an a the this that these those one another two three four some several many most multiple various other both his her"
    " their our my its such certain additional"
)
DETERMINERS = frozenset(_DETERMINERS.split())
_FINITE = (
    "is are was were be been has have had will would can could may might must should shall do does did am that because if"
    " when while although though so than there what how why where which whether until unless since after before but or not"
    " also said says told"
)
FINITE = frozenset(_FINITE.split())
# With these a phrase goes on after its head.
_AFTER_HEAD = (
    "in|from|of|at|near|with|for|to|by|on|within|inside|outside|along|between|across|under|among|around|about|recently|newly|based|living"
    "|working|residing|staying|speaking|bordering|dealing|involved|engaged|familiar|close|knowledgeable|once|now|currently"
    "|tied|linked|who|that|surnamed|named|identified|there|here|put|seen|sent|written|published|released|given|issued|compiled|obtained|like"
    "|such|as|involving|affiliated|connected|belonging|selling|trading|doing|making|run|stationed|travelling|traveling"
    "|arriving|returning|waiting|attending|leaving|coming|passing|present|privy|we|whom|running|operating|managing|handling|importing|exporting|buying|crossing|using|owning|supplying|visiting"
)
AFTER_HEAD = frozenset(_AFTER_HEAD.split("|"))
# With these, and with "following" and the like, no phrase begins.
_NO_BEGINNING = (
    "no nobody nothing none in from of at near with for to by on within as according last next earlier later since after before when while"
    " if although though because asked given despite during it there today yesterday about under over between and or but"
    " through not only"
)
NO_BEGINNING = frozenset(_NO_BEGINNING.split())
# What looks like "following" and describes somebody: "shipping brokers", "reporting partner A".
_GERUNDS = (
    "reporting shipping trading fishing mining banking sewing housing building farming visiting leading beijing peking"
)
GERUNDS = frozenset(_GERUNDS.split())
PLACE_AFTER_COMMA = lazy(
    r",\s(?:in\s|in\sthe\s)?(?:(?:neighbou?ring|nearby|adjacent)\s)?(?:[A-Z][\w’'-]*\s?){1,4}"
    r"(?:[Pp]rovince|[Cc]ounty|[Cc]ity|[Dd]istrict|[Pp]refecture)?(?=\s*(?:[,.;▪”\"]|$)|-based)"
)
# Who is known by an office.
OFFICER = (
    r"(?:director|chief|head|president|professor|researcher|fellow|analyst|minister|spokes\w+|leader|expert|chairman|member"
    r"|manager|owner|representative|secretary|commander)"
)
# How somebody was met, or a paper is known.
_KNOWN_BY = (
    "reached|contacted|interviewed|photographed|quoted|known|identified|described|seen|obtained|dated|published|released"
    "|posted|issued|signed|addressed|talking|writing|representing|employed|born|aged|surnamed|visiting"
    "|further|farther|upstream|downstream|upriver|downriver|inland"
    r"|(?:asked|pressed|questioned)(?=\s(?:about|by|on|whether|why|how|what|if)\b)|responding|commenting|referring|replying|reacting"
    r"|in its(?=\s(?:[\w-]+\s){0,3}(?:report|statement|assessment|review|bulletin|survey|forecast|outlook)\b)"
    r"|(?:at|during|in)\s(?:an?|the|its|their)(?=\s(?:[\w’'-]+\s){0,4}(?:lectures?|meetings?|sessions?|speech|briefings?|gatherings?|conferences?|rally|plenum|congress|hearings?)\b)"
    r"|in an?(?=\s(?:\w+\s){0,2}(?:conversation|interview|call|talk|message|letter|e-mail)\b)"
    r"|that(?=\s(?:asked|requested|declined|wished|insisted)\b)"
    r"|next|across|opposite|near|just|bordering|facing|adjacent|along|and who|but who|on condition|under condition"
)
# "One of them, Ines Marrow of the Salt Institute"
OF_A_HOUSE = r"(?:\s(?:of|at|from|with)\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'-]+){0,4})?"
APPOSITION = lazy(
    rf",\s(?:\d{{1,2}}|(?:[\w’'.-]+\s){{0,5}}?{OFFICER}|(?:{_KNOWN_BY}|an?|another|the|this|one|(?:none|some|all|many|most|both)\sof(?=\s(?:them|whom|these|those|which)\b)|or(?=\s(?:the\s)?[A-Z])"
    rf"|of(?=\s(?:the\s)?[A-Z])|with(?=\sthe\s)|who|whom|whose|which|declining|insisting|preferring|himself|herself|itself|themselves|speaking|citing|quoting|requesting|asking|both|each"
    rf"|(?:[A-Z][\w.-]*\s){{0,2}}[A-Z][\w.-]+[’']s?\s(?:sole|only|main|most|major|key|chief|top|close|leading|\w+est)|also|based|north|south|east|west|northeast|northwest|southeast|southwest|now|currently|formerly|working|living|familiar|close|from|(?:[\w-]+\s){{0,3}}?{OFFICER})\s[^,▪]{{1,140}})(?=,|$)|(?<=[a-z]),(?:\s[A-Z][\w’'-]+){{1,4}}{OF_A_HOUSE}(?=,$)"
)
ANONYMITY = lazy(
    r",?\s(?:(?:who|that)\s)?(?:requested|requesting|asked|asking|speaking|spoke|declined|declining|insisted|insisting|wished|on)\s(?:\w+\s)*?"
    r"(?:anonym|not to be|condition|no name|be named|be identified|privacy).*$"
)
