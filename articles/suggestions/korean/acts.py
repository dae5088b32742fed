"""How something is told in a clause of a Korean report: said, ordered, handed down, answered; and by which of these ways from somebody."""

from articles.suggestions.korean.predicates import (
    ANNOUNCING,
    COMMANDING,
    DWELLING,
    FUTURE,
    MEASURES,
    MODIFYING,
    PAPERS,
    PAST,
    RULES,
    SPEAKING,
    STEMS,
    WORDS,
    WRITINGS,
)
from articles.suggestions.signs import one_of
from provinces.patterns import lazy

_TALK = one_of(f"{SPEAKING}|{DWELLING}")
_WORD = one_of(WORDS)
_ORDER = (
    f"(?:(?<![이니])라고|(?<=[붙줄높먹모보들속죽녹끓벌늘쌓직숙]이)라고|자고|도록|겠다고|[{FUTURE}]\\s것을"
    "|[으지하내오]라며|말라며|[갈릴칠길킬할될]\\s것이라고)"
)
_QUOTED = (
    rf"(?:(?P<order>{_ORDER})|[다라냐자까요]고|[라다자]며|[라다자]면서|[’'”]\s?(?:이?라)?(?:고|며)"
    rf"|것으로|이같이|이처럼|이렇게|이와\s같이)(?:까지|도|는|만)?"
)
AT_MOST = r"(?:[^\s.“”]{1,10}\s){0,4}?"
# 공고한 뒤 값이 올랐다: only when that was.
# 지령(명령)했다: what a word of the North means.
_GLOSS = r"(?:\([가-힣]{1,8}\))?"
_NO_TIME = r"(?!(?<=[한할])\s(?:뒤|후|이후|직후|다음|데(?!\s따른\s것)\s|탓에|바람에|덕에))"
# 모른다는 대답뿐이다, 절차대로라는 입장이라고
_IS_ALL = (
    rf"(?:[다라자]는)\s(?:[가-힣]{{1,6}}\s)?(?P<verb15>{one_of('입장|답|답변|대답|회답|설명|주장|해명|태도|말|소리|핑계|변명')})"
    r"(?:뿐(?=이|일|인)|(?=이?라(?:고|며|면서)|이?다(?![가-힣]{{2}})|입니다|이었))"
)
# 내라는데 어떻게 살겠나: 내라고 하는데
# 치우랍니다, 거둔단다
_CONTRACTED = (
    r"(?P<verb16>라(?<![이니]라)(?:는데|길래|기에|니)(?=[\s,])|(?<![바자놀모])(?:랍니다|란다|래요)(?=고\s|며|[.”’\s]|\Z)"
    rf"|(?<=[{MODIFYING}{PAST}])(?:답니다|단다|대요)(?=고\s|며|[.”’\s]|\Z))"
)
# 몇 개인지 물었다
_ASKS = (
    rf"(?:지(?<=[{MODIFYING}{FUTURE}]지))(?:를|도)?\s{AT_MOST}"
    r"(?P<verb17>물[었어]|묻[는고]|캐\s?[물묻]|따[져졌지진]|문의|질문|추궁|다그|되물|심문)"
)
# 2천 원씩이라고 금을 그어 주었다: whatever verb follows, but for those of thinking and hearing.
_SOMEHOW = (
    r"(?:(?<=고)|(?<=고[도는만])|(?<=고까지))\s(?!해[서도야]?\s|하[니는면던]|할\s|믿|생각|여[기겼]|느[끼꼈]|알[고았려]|듣|들[었은어리]|전해[졌진지]"
    r"|알려[졌진지]|보[고는이인았]|봤|기대|불[리렸린]|부[르른]|착각|오해)(?:[^\s.“”]{1,8}(?<![은는이가뒤후])\s){0,3}?"
    rf"(?P<verb8>(?![있없]|들었|받았|왔|됐|되었)[가-힣]{{0,4}}(?:[{PAST}](?=다|고|으며|지만|는데|습니다)|(?<![가-힣][본된진난인])[{MODIFYING}](?<![본된진난인한])(?=다(?:고|며|는|[.”]|\Z))))"
)
# 기다리라고만 한다, 소환하겠다고 위협까지 했다, 우리도 모른다고 발뺌했다.
_TELLS = (
    rf"{_QUOTED}(?:\s?{AT_MOST}(?P<verb>{_TALK}{_GLOSS}(?:[을를만도]|까지)?\s?[하했한할해합놓치쳤되반]{_NO_TIME}|{STEMS}"
    r"|(?<=고\s)했|(?<=[’'”]고\s)[하한해]|(?<=[’'”]라고\s)[하한해]|(?<=고만\s)[했한하]|(?<=고도\s)했|(?<=까지\s)[했한]"
    rf"|(?(order)(?:한다|합니다|하고\s있|하는데|하지만|하길래|하더니|하며|하자|하면서|하니|했|해서?\s)|(?!)))|{_SOMEHOW})"
)
# 어쩔 수 없다는 말만 되풀이한다, 지켜보겠다는 입장을 냈다.
_SAYS_WORD = (
    rf"(?:[다라자]는|[다라자]던|이란|[다라]는\s식의|’는)\s(?:[가-힣]{{1,6}}\s){{0,2}}?(?P<verb2>{_WORD})(?:[을를만도]|까지|뿐)"
    rf"\s?{AT_MOST}(?![듣들받접])(?!내각)(?!\S{{1,10}}(?:\s\S{{1,10}})?(?:로부터|에게서|한테서)\s)[하했한해내냈낸놓달단되반보전늘쏟고밝알폈펴꺼댔댄대]"
)
# 결정을 각 도에 알려 왔다, 새 질서를 내다 붙였다; 대외경제성에서 통보가 왔다, 시당에서 지시가 떨어졌다; 요구를 받았다.
_WRITINGS_BEGIN = "".join(sorted({writing[0] for writing in WRITINGS.split("|")}))
_WITHIN_CLAUSE = r"(?:[^\s.“”]{1,10}(?<![다라자]는)\s){0,4}?"
_HANDS_DOWN = (
    rf"(?P<word>{one_of(f'{WORDS}|{PAPERS}|{RULES}|{MEASURES}')}|(?=[{_WRITINGS_BEGIN}])(?<=[다라자]는\s)(?:{one_of(WRITINGS)}))(?:[을를도]\s{_WITHIN_CLAUSE}"
    r"(?P<verb3>알[렸려리린]|내려보[냈내낸]|내[렸린리]|내려(?=\s)|내놓|내놨|내려\s?(?:먹[였이인]|왔|앉[혔히])|(?<=과제를\s|지침을\s|지시를\s|명령을\s|통지를\s|방침을\s|경고를\s|확답을\s|언질을\s)(?:[^\s.]{1,6}\s)?(?:[줬준]|주었|맡[겼긴기]|안[겼긴기]|씌[웠운우])|하달|시달|(?:전달|통보|포치|발표|공표|선포|공포|공시|공지)[했하한]"
    r"|(?:(?:내다?|써)\s?)?붙[였이인]|(?:내|써)\s?걸|(?<=[판말막간]을\s)세[웠우운]|(?<=방송을\s)(?:틀[었고]|내보[냈내낸]|했|한다)|써\s?[놓놨]|(?:내다?\s?)?걸[었어]|게시|돌[렸리린]|떨[궜구군]|쏟아\s?[냈내낸]|퍼부|배포|보[냈낸내])"
    rf"|(?P<verb4>[이가도만])\s{_WITHIN_CLAUSE}(?:왔|오[고는]|온|내려|떨어|하달|시달|전달|있었|나왔|날아|돌아왔|뿐|나붙|붙었|나돌|배포|발표|공지|통보|게시|포치|내걸렸|걸렸)"
    rf"|(?P<verb5>(?:[을를도만]|까지)?)\s{_WITHIN_CLAUSE}(?:받|들[었은어]|접[했수하]|전달받))"
)
# 간부들을 호되게 비판했다, 값을 7천 원으로 공시했다; 벌써 여러 차례 경고했지만.
_DONE = (
    rf"{_GLOSS}(?:[을를만도]|까지)?\s?[했하해한할](?:(?<=했)|(?<=하)(?:였|고|며|면서|자|니|는\s것)|(?<=해)\s"
    r"|(?<=[한할])(?=\s(?:것|바\s))|(?<=한)다)"
)
_SERMONS = "연설|강연|강의|설교|훈화|담화|학습|해설|정치사업|선전사업"
_BLAMES = (
    r"(?:[을를]|으?로)\s(?:[^\s.“”]{1,10}(?<![고며는])\s){0,4}?"
    rf"(?P<verb9>{one_of(f'{ANNOUNCING}|{COMMANDING}')}){_DONE}"
    r"|(?P<verb13>(?<=[말답]만\s)(?:되풀이|반복|거듭))"
    rf"|(?<![가-힣])(?P<verb10>(?:(?<=[에게]\s)|(?<=앞에서\s)|(?<=상대로\s)|(?<=놓고\s))(?:{_SERMONS})(?=[을를]\s)|경고|추궁|질책|질타|비판|비난|훈계|독려|촉구|위협|협박|호소|항의){_DONE}"
)
# 값을 밝혔다, 까닭을 따져 물었다
_BRINGS_OUT = (
    r"\s(?<=[을를]\s)(?:[^\s.“”]{1,10}(?<![고며는])\s){0,4}?"
    r"(?P<verb12>밝[혔히힌]|알[렸리린]|(?:일러|들려|알려|가르쳐|귀띔해)\s?[줬주준]|따져\s?[물묻]|캐[물묻]|(?<=책임을\s)[물묻]|내비[쳤치친])"
)
# …주문했다는 것이 국정원의 설명
_IS_WORD = (
    rf"[다라자]는\s(?:것이|게|것은)\s(?:[^\s.]{{1,12}}\s){{1,3}}?(?<=의\s)(?P<verb6>{_WORD})"
    r"(?:\W*\Z|이?라[고는며면]|입?니?다|이다|이?었)"
)
# 치마를 입으라며 단속한다
_TREATS = (
    r"\s(?<=[라다]며\s)(?:\S{1,8}\s){0,2}?(?P<verb11>단속|닦달|엄포|돌려보|쫓아|압수|회수|빼앗|손사래|고집|등을\s떠|발뺌|거절|거부|내쫓|내몰|외면"
    r"|버[티텼]|막아|가로막|묵살|생떼|고개를\s[저내흔]|시치미|퇴짜|몰아"
    r"|다그|으르|을러|겁을|호통|손을\s내|달라붙|들볶|독촉|재촉|부추|꾀[었어이]|구슬)"
)
# 묶어 두라고 통보받았다
_IS_TOLD = (
    rf"{_QUOTED.replace('(?P<order>', '(?:')}\s{AT_MOST}(?P<verb14>통보|통고|제의|권유|보고|확답|언질|통지|지시|전달|명령|경고|연락"
    rf"|지적|당부|부탁|요구|요청|제안|약속|주의|독촉)(?:[을를]\s)?받"
)
# 한다면서 집집을 돌았다: whatever is done beside it.
_BESIDE = r"(?P<verb7>[다라자](?:며|면서)|[’'”]\s?(?:이?라)?(?:며|면서))(?=\s)"
# Two letters with which one of these ways may begin: every other place of a sentence is passed over.
_ENDS_OF_WORDS = (
    "랍니|란다|래요|답니|단다|대요|지 |지를|지도"
    "|다는|다고|다며|다면|다던|라는|라고|라며|라면|라던|라길|라기|라니|자는|자고|자며|자면|자던|냐고|까고|요고|도록"
    "|겠다|말라|으라|지라|하라|내라|오라|것으|이같|이처|이렇|이와|이란|으로"
)
_DONE_ALONE = f"{_SERMONS}|되풀|반복|거듭|경고|추궁|질책|질타|비판|비난|훈계|독려|촉구|위협|협박|호소|항의"
_BEGINNINGS = f"{_ENDS_OF_WORDS}|{_DONE_ALONE}|{WORDS}|{PAPERS}|{RULES}|{MEASURES}|{WRITINGS}".split("|")
_FIRST, _SECOND = ("".join(sorted({word[place] for word in _BEGINNINGS if len(word) > place})) for place in (0, 1))
ACTS = lazy(
    rf"(?:(?=[{_FIRST}을를갈릴칠길킬할될날로’'”][{_SECOND}을를도이가만까\s])|(?=[{FUTURE}]\s것))"
    f"(?:{'|'.join((_IS_TOLD, _TELLS, _IS_ALL, _SAYS_WORD, _CONTRACTED, _ASKS, _HANDS_DOWN, _IS_WORD, _BLAMES, _BESIDE))})"
    f"|{_BRINGS_OUT}|{_TREATS}"
)
OF_WORDS = ("verb2", "verb3", "verb4", "verb5")
OF_PASSING = ("verb4", "verb5")
OF_OBJECTS = ("verb9", "verb12")
FROM_SOMEBODY = ("verb4", "verb5", "verb6", "verb14")
