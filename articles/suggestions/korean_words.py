"""How Korean reports say that somebody speaks: verbs of telling, what stands around them, and bodies that speak."""

import re

from articles.suggestions.signs import Signed

# --- verbs ---

# Each is followed by 했다, 한다, 하기도 했다, 한 바 있다…
_DO = (
    "전|말|설명|지적|언급|강조|주장|부연|토로|하소연|귀띔|비판|우려|당부|경고|요구|지시|명령|보도|소개|이야기|얘기|증언|고백|호소|선포"
    "|발표|통보|포치|해명|반박|질문|답|대답|응답|회고|전망|분석|평가|진단|예상|제보|보고|단언|불평|한탄|표현|촉구|제안|약속|반문|항변|개탄"
    "|탄식|진술|공개|폭로|단정|자랑|푸념|충고|권고|협박|위협|비난|성토|공언|공고|공지|하달|시사|피력|인정|시인|부인|전달|호통|장담|예고|선전"
)
_DONE = r"(?:했|하였|하기도\s?했|한\s?바\s?있|하고\s?있|해\s?왔|해\s?온\s?바\s?있|한|합니|하는|하면서|하며|하자)"
_OTHER = (
    r"밝(?:혔|히기도\s?했|힌\s?바\s?있|히고\s?있|힌|힙니|히면서|히며)|덧붙(?:였|이기도\s?했|이고\s?있|입니|인)|알(?:렸|려\s?왔|려줬|려주었|려\s?주었)"
    r"|전해\s?왔|보내\s?왔|털어놓?[았놨]|꼬집었|되?물었|내다[봤보]|입을\s모(?:았|으고\s?있)|말을\s(?:이었|보탰|맺었)|내비쳤|귀결됐|적혀\s?있|들려줬|쏘아붙였|꼽(?:았|고\s?있|습니)"
)
_ENDS = r"(?:다(?![가-힣])|습니다|니다|[고며]|으며|으면서|는데|지만|던)?"
VERB = rf"(?<![가-힣])(?:(?:{_DO}){_DONE}|{_OTHER}){_ENDS}"
_SAID = r"(?<=[고])\s?했(?:다|습니다|고|으며|는데)"
TELLING = re.compile(rf"(?P<verb>{VERB}|{_SAID})")
# What makes a verb of telling pass on somebody's words: -다고, -것으로, -라며, a noun that is told.
PASSED_ON = re.compile(
    r"(?:[다라냐자까요지죠]고(?:도|는|만|까지)?|[다라]며|[다라]면서|것으로|것이라|뜻을|입장을|소식을|사실을|상황을|분위기를|이유를|배경을|관측을|견해를|반응을"
    r"|의견을|내용을|실태를|실정을|설명을|지시를|지침을|방침을|명령을|포고문?을|경고를|통보를|공고를|약속을|조건을|[하할]라고|[하으]?ㄹ\s?것을|[할될질]\s?것을|도록|다는\s?점을|선포)(?=[\s,“\"]|했|한|$)"
)
LAST_QUOTING = re.compile(r"(?:[다라냐자까요지죠]고(?:도|는|만)?|것으로|[다라]는\s(?:것이|게))(?=[\s,])")

# --- sentences that are told without anybody being named ---

_CLOSE = r"[\s.…\"”’'」』)\]]*$"
HEARSAY = re.compile(
    r"(?P<verb>"
    r"(?<=[다라냐자][고])\s?(?:한다|합니다)"
    r"|(?:전해|알려)(?:졌다|졌습니다|진다|집니다|지고\s?있다|지고\s?있습니다|져\s?있다|져\s?있습니다)"
    r"|(?<=[는])\s?(?:설명|전언|이야기|얘기|지적|증언|주장|말|귀띔|하소연|소식)(?:이다|입니다|다)"
    r"|(?<=[다라][는])\s?(?:것이다|것입니다|거다)"
    r"|(?:전언|소식)(?:이|도)\s?(?:있었다|있다|있습니다|있었습니다|전해졌다|전해졌습니다|들려왔다|이어졌다)"
    rf"){_CLOSE}"
)
# The outlet itself found something out.
FOUND = re.compile(
    rf"것으로\s?(?:\S+\s)?(?P<verb>파악됐|파악되었|확인됐|확인되었|취재됐|드러났)(?:다|습니다){_CLOSE}"
    rf"|(?:자료|조사|통계|보고서|집계)[^.\n]{{0,120}}?(?P<verb2>나타났|집계됐|조사됐)(?:다|습니다){_CLOSE}"
)
# How things look, and what is rumoured: nobody's words.
RUMOUR = re.compile(
    r"(?:소문|관측|추측|의혹|풀이|해석|평가|주장|지적|분석|전망|말|목소리|우려)(?:이|가|도|으로)?\s?(?:있다|있습니다|나온다|나온\s다|나왔다|나옵니다|제기\S*|돈다|돌고\s?있\S*|퍼지\S*|커지\S*|된다|됩니다|많다)"
    r"[\s.]*$|(?:보인다|보입니다|추정된다|풀이된다|해석된다)[\s.]*$"
)

# --- bodies ---

_OF_PLACE = r"(?:(?:[가-힣]{1,6}(?:도|시|군)|[도시군]|북한|조선|중국|공장|기업소|당)\s?)?"
_BODY_NOUN = (
    r"(?:[가-힣]{0,8}(?:당\s?위원회|인민위원회|위원회|관리국|관리소|무역국|운송국|총국|보위국|보위부|보위성|보안성|보안부|보안서|안전국|안전부|안전성|안전서"
    r"|무역성|경제성|수산성|림업성|외무성|인민무력성|인민무력부|내각|(?!무역|무역회사)[가-힣]{2,8}회사|기업소|련합|연합|정보원|국정원|세관|검찰소|재판소|외화벌이\s?기지|사령부|여맹|청년동맹)"
    r"|[가-힣]{0,6}당\s?비서|도\(道\)\s?[가-힣]{2,6}국|도당|시당|군당|당\s?중앙|중앙당|당국|정부|(?:포고|통지|공고)문)"
)
BODY = rf"{_OF_PLACE}{_BODY_NOUN}"
# The state as such speaks and orders, too; it is a body only where it does.
STATE = r"북한|북측|중앙|국가|상부|정부|당국|당"
# Bodies outside the North speak for themselves, and need no source above them.
PUBLIC = re.compile(
    r"국가정보원|국정원|통일부|외교부|국방부|유엔|안보리|무역협회|관세청|한국은행|코트라|포고문|통지문|공고문|신문|방송|통신"
)
BODY_SPEAKS = Signed(
    rf"(?<![가-힣])(?P<who>{BODY}|{STATE})(?:(?<=문)에는|에서는|에서도|에서|측은|측이|은|는|이|가|도)(?=[\s“\"‘'])",
    # their last syllables, and a particle
    r"[회국소부성서각사합원관지맹당앙문한측가](?:에서[는도]?|에는|측[은이]|[은는이가도])[\s“\"‘']",
)
_ORDER = r"지시|명령|방침|포치|지침|통보|결정|포고|비준|허가|승인|경고"
# An act of speaking by a body that the words are about.
BODY_ACT = re.compile(
    r"(?:고|라고|며|로|를|을|록|하게|이라)\s?(?:\S{1,10}\s){0,4}?(?P<verb>(?:강조|지적|지시|명령|요구|강요|말|설명|선포|통보|언급|경고|당부|주장|밝|전달"
    r"|포치|약속|독촉|내놓|하달|발표|공고|보고|호소|내렸|내려보|내리)[가-힣]{0,3})"
    r"|(?P<verb2>했다)(?=고|며|면서|$)|(?P<verb3>(?:허가|승인)를\s했)"
)
# What a body ordered, though another stands as the subject: 중앙의 지시가 내려와, 방침이 중앙당으로부터 전달됐다.
ORDER_OF_BODY = Signed(
    rf"(?<![가-힣])(?:(?P<who>{BODY}|{STATE})의\s(?:\S{{1,6}}\s)?(?P<verb>{_ORDER})(?:문|서)?(?:[을를이가]|에\s?따[라른]|대로)"
    rf"|(?P<who2>{BODY})\s(?P<verb2>포치|지시|방침|명령|지침)[을를이가]"
    rf"|(?P<who3>{BODY}|{STATE})(?:으로부터|로부터|에서)\s(?:[^.”\"\n]{{0,60}}?\s)?(?P<verb3>전달|하달|내려왔|내려와|통보됐|포치됐))",
    f"{_ORDER}|전달|하달|내려왔|내려와|통보됐|포치됐",
)
# What a body published: 센터가 발표한 자료에 따르면, 위원회 보고서를 인용해.
_WORD = r"[가-힣A-Za-z0-9·]{1,20}"
DOCUMENT = Signed(
    rf"(?<![가-힣A-Za-z0-9·])(?P<who>(?:{_WORD}(?<![인의은는를을])\s)?{_WORD}(?:\([A-Za-z0-9 ]{{2,20}}\))?)"
    r"(?:(?:가|이|에서)\s(?:\S{1,20}\s){0,3}?(?:발표|공개|작성|펴|내놓|밝히|밝)\S{0,3}\s|의\s|\s)(?:연례\s|최신\s|최종\s)?"
    r"(?:자료|보고서|통계|성명|백서)(?:에\s?(?:따르면|의하면)|[를을]\s(?:인용해|토대로|통해))",
    "자료|보고서|통계|성명|백서",
)
# “…말했습니다”라고 인용했습니다: a translation by machine quotes the body through the source.
QUOTED_THROUGH = re.compile(r"인용했")
# Where the cue begins in words whose closing mark was forgotten.
CUE_IN_OPEN_MARKS = re.compile(
    rf"(?<=[다요라])(?=고\s(?:[^\s“”\"]+\s){{0,4}}?{VERB})|(?<=[다요라])(?=,?\s(?:그|이)\s(?:소식통|소스|협력자)[은는])"
)
# The cue stands in a sentence of its own, before or behind words in marks.
ALONE = re.compile(r"이렇게|이같이|이와\s같이|다음과\s같이|아래와\s같이|이런\s말을|이런\s이야기를")
ANSWER = re.compile(r"\s*(?:A\d?|답변?|협력자|소식통)\s?[.:：)]")
QUESTION = re.compile(r"\s*(?:Q\d?|문|질문)\s?[.:：)]|[―—-]{1,2}\s?.*[?？]\s*$")
WARNS = r"푸념|하소연|불만|목소리|말|증언|경고|엄포|으름장|지시|명령|호통"
OFFICERS = re.compile(r"(?:보위원|안전원|보안원|단속원|검열원|보위지도원|규찰대원)들?$")
