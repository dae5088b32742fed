"""The predicates of speech and command in Korean reports, and the nouns of what is said, ordered and issued.

Each list is written "one|two|three"; whatever else is asked of speech takes its words from here.
"""

from articles.suggestions.signs import AtWord, one_of
from provinces.patterns import lazy

PAST = "".join(chr(first + 20) for first in range(0xAC00, 0xD7A4, 28))  # syllables that end in ㅆ

MODIFYING = "".join(chr(first + 4) for first in range(0xAC00, 0xD7A4, 28))  # and those in ㄴ

# --- what is done by speaking, before 하다 ---

SPEAKING = (
    "답변|대답|응답|회답|간청|강변|강연|강요|강의|강조|개탄|거론|건의|결론|경고|고백|고지|고집|공고|공시|공언|공지|공표|교양|권고|권유|권장|귀띔|규정|규탄|다짐|닦달|단언|단정|답|당부|대답|독려"
    "|독촉|말|맹세|명령|명시|묘사|문의|반문|반박|반복|발표|변명|보고|보도|부연|부인|부탁|분석|불평|비난|비유|비판|사정|서약|선동|선언|선전|선포|설득|설명|설파|성토|성화|소개|시달"
    "|시사|시인|신신당부|안내|압박|애원|야단|약속|얘기|언급|언명|언질|엄명|엄포|연설|예고|예상|예측|요구|요청|위협|응답|이야기|일축|자랑|장담|장려|재강조|재지시|재촉|재포치|재확인"
    "|전달|전망|제기|제보|제안|조언|종용|주문|주장|증언|지령|지목|지시|지적|지침|지칭|진단|진술|질문|질의|질책|질타|집계|책망|천명|촉구|추궁|추산|추정|충고|타박|타협|탄식|토로|통고"
    "|통보|통사정|통지|판단|평가|포치|폭로|표현|푸념|풀이|피력|핀잔|하달|하명|하소연|한탄|항변|항의|해명|해설|협박|호령|호소|호언|호통|확답|확언|환기|회고|회상|기억|술회|추억|상기|회답|회시|회신|회유"
    "|훈계|훈령|훈시|힐난"
)
# What is done by thinking, or by speaking of something: with 고 before it somebody is quoted, too.
DWELLING = "되풀이|확인|인정|역설|공개|파악|집계|결정|사과|호언장담"
MUSING = (
    "간주|걱정|경계|공감|공개|기대|낙관|동의|되풀이|반색|분류|비관|역설|염려|우려|우회|의심|의아해"
    "|인정|전|주목|짐작|추측|탓|투덜|파악|평|해석|호평|혹평|확인"
)
# Whoever does one of these orders, binds or blames, also where the words themselves are not given: 간부들을 질책했다.
COMMANDING = (
    "강조|지적|규탄|요청|권고|약속|추궁|질책|질타|비판|비난|훈계|경고|독려|촉구|호소|지시|명령|요구|통보|통지|포치|재포치|위협|협박|공지|공고|공시|선포"
    "|당부|주문|엄명|지령|하달|시달|통고|예고|호령|훈시|독촉|재촉|종용|강요|다짐|장담|선언|항의|하명"
)

# How other verbs of speaking begin, whatever ends them.
STEMS = (
    r"(?:밝히|밝혔|밝힌|알리|알렸|알려\s?[왔오주줬]|전하|전했|전한|전해\s?왔|적었|적고|적혀|내세[우웠운]|떠들|되풀이"
    r"|우[기겼긴]|외[치쳤친]|내다[보봤본]|보고\s?있|못을?\s?박|못박|다그[치쳤친]|들볶|윽박|을러|을렀|으르|얼렀|몰아[붙세]"
    r"|꾸짖|나무[라랐란]|타이[르른]|타일|구슬[렸리린]|달[래랬랜]|등을\s?떠[미민밀]|소리[치쳤친]|손을\s?(?:내밀|벌[리렸린])|발뺌|둘러[대댔댄]|잡아[떼뗐뗀]|큰소리|늘어놓|시치미|잘라"
    r"|밀어붙|내리먹|쏘아붙|되물|꼬집|캐물|얼버무|버[티텼틴]|내비|흘[리렸린]|선을\s?[그긋]|으름장|한소리|생색|목소리를\s높[이였인]|따[지졌진]|물[었어]|묻[는고]|말하|일러\s?[줬주]|들려\s?[줬주]|떠[미민밀]|성화|불호령|난색|통사정)"
)

# Whoever does one of these to something says what it is: 값을 발표했다.
ANNOUNCING = (
    "발표|공표|공언|공개|고백|시인|확인|폭로|자인|예고|통보|통지|고지"
    "|금지|장려|해명|설명|언급|거론|답변|반발|반박|부인|인정|거절|선전|해설|주장|시사|제안|제시|전달"
)

# --- nouns ---

# What is ordered, and comes down: 지시가 내려왔다, 방침을 받았다; with 문 and 서 its paper.
ORDERS = (
    "지시|지령|명령|엄명|특명|훈령|방침|지침|포치|통보|통지|통달|결정|포고|공고|공시|공지|고시|경고"
    "|요구|주문|과제|비준|통고|독촉|당부|호소|권고|요청|지적|안내|결의"
)
# What is said to make others obey.
THREATS = "경고|으름장|엄포|협박|위협|호통|당부|부탁|강조|주의|훈시|추궁|엄명|호령|불호령|독촉|처벌"
# What is said: …는 답만 들었다, …는 입장을 냈다.
WORDS = (
    f"{ORDERS}|연락|전갈|답|답변|대답|회답|회신|해명|설명|말|주장|입장|약속|부탁|조언|엄포|으름장|호통|강의|강연|선전|추궁|비판|훈시|해설"
    "|조건|단서|핑계|변명|소리|의견|견해|결론|제안|위협|협박|판단|분석|전망|평가|이유|뜻|의사|의향|불만|사과|항의"
)
# What is issued, and speaks for whoever issued it.
PAPERS = (
    "공문|문건|문서|회람|강연자료|강연 자료|학습자료|학습 자료|해설자료|해설 자료|선전자료|교양자료"
    "|강연제강|강연 제강|학습제강|학습 제강|제강|강연록|회의록"
    "|서한|편지|서신|공한|전문|메시지|담화|성명|게시문|입장문|호소문|성명서|공보"
    f"|{'|'.join(f'{order}{paper}' for order in ORDERS.split('|') for paper in ('문', '서'))}"
)
PAPER_NOUN = one_of(PAPERS)
# What words stand on that somebody puts up, and that say nothing alone: 문을 닫는다는 종이를 내붙였다.
WRITINGS = (
    "종이|쪽지|글|글발|벽보|현수막|구호판|팻말|간판|안내판|공고판|게시물|게시판|안내문|알림|알림판|광고|광고문|방송"
    "|표어|전단|방|전화|문자|기별|호출|귀띔"
)
# The paper of an order is whoever's order was told of last.
ORDER_PAPER = lazy(rf"(?:내부|긴급|비밀)?(?:(?:{one_of(ORDERS)})[문서]?|공문|전문|문건|문서)")
# What is put out, and says nothing by itself.
RULES = "질서|규정|세칙|시행령|요강|명단|가격표"
MEASURES = "조치|기준|방안|대책|계획|목록|법령|금지령|비상령|봉쇄령|동원령|총동원령|소집령"

# --- verbs that end what is told ---

# Each is followed by 했다, 한다, 하기도 했다, 한 바 있다…
_DO = one_of(f"{SPEAKING}|{MUSING}")
_DONE = r"(?:했|하였|하기도\s?했|한\s?바\s?있|하고\s?있|해\s?왔|해\s?온\s?바\s?있|한|합니|하는|하면서|하며|하자)"
_ISSUED = one_of(f"{ORDERS}|{PAPERS}|입장|논평|견해|답변|해명|회신|약속|답|대답")
_OTHER = (
    r"(?:(?<=로\s)|(?<=[다라]고\s))보고\s있|(?<=고\s)믿(?:었|는|습니|고\s?있)|밝(?:혔|히기도\s?했|힌\s?바\s?있|히고\s?있|힌|힙니|히면서|히며)|덧붙(?:였|이기도\s?했|이고\s?있|입니|인)|알(?:렸|려\s?왔|려줬|려주었|려\s?주었)"
    r"|전해\s?왔|보내\s?왔|털어놓?[았놨]|꼬집었|되?물었|되묻는|털어놓는|내다[봤보본]|입을\s모(?:았|으고\s?있|은|읍니)|말을\s(?:이었|보탰|맺었|꺼냈|이어\s?갔|받았)|말문을\s(?:열었|텄)|입을\s열었|운을\s뗐|떠올렸|돌이켰|돌아봤|되짚었|짚었|일렀|일러\s?줬|귀뜸했|점쳤|(?:근거|이유|사례|예|원인|배경|증거)로\s(?:들었|꼽았|제시했|내세웠)|내비쳤|귀결됐|적혀\s?있|내려보냈|들려줬|쏘아붙였|못을?\s?박(?:았|고\s있|는)|윽박(?:질렀|지른|지르고)|몰아붙(?:였|인|이고)|다그(?:쳤|친|치고)|선을\s그었|잘라\s말했|투덜거렸|투덜댔|중얼거렸|소리쳤|외쳤|꾸짖었|나무랐|내뱉었|(?:혀를|코웃음을)\s(?:찼|쳤)|(?:분통|울분|불만|불평)을\s(?:터뜨렸|터트렸|토했|쏟아냈)|한숨(?:을|지으며)?\s?(?:쉬었|지었|내쉬었)|고개를\s저었|놀라움을\s감추지\s못했|말끝을\s흐렸|말을\s잇지\s못했|눈시울을\s붉혔|우려를\s(?:나타냈|표했|드러냈)|기대를\s(?:나타냈|드러냈)|꼽(?:았|고\s?있|습니|는)|을러(?:댔|대고|댄|멨)"
    rf"|(?:{_ISSUED})[을를]\s(?:\S{{1,8}}\s){{0,2}}?(?:냈|내놨|내놓았|내고|보냈|보내\s?왔|내려보냈|내려\s?보냈|내렸|하달했|시달했|배포했|돌렸|내걸었|내붙였|발표했|게시했|공표했|전달했|채택했|던졌|전해\s?왔)"
)
_ENDS = r"(?:다(?![가-힣])|습니다|니다|[고며]|으며|으면서|는데|지만|던)?"
VERB = rf"(?<![가-힣])(?:(?:{_DO}){_DONE}|{_OTHER}){_ENDS}"
_SAID = r"(?<=[고록])\s?했(?:다|습니다|답니다|고|으며|는데)"
# What is no syllable, or one of those before 했다; and how a verb of telling begins.
_NO_SYLLABLE = "[^가-\uacdf\uace1-\ub85c\ub85e-힣]"
_OTHERS_BEGIN = (
    "떠돌되짚일귀점근이사예원배증놀눈믿밝덧알전보털꼬되물내입말귀적들쏘못윽몰다선잘투중소외꾸나혀코분울불한고우기꼽을"
)
_NOUNS = f"{SPEAKING}|{MUSING}|{ORDERS}|{PAPERS}|입장|논평|견해|답변|해명|회신|약속|답|대답"
_BEGINS = "".join(sorted({noun[0] for noun in _NOUNS.split("|")} | set(_OTHERS_BEGIN)))
TELLING = AtWord(rf"(?P<verb>{VERB}|{_SAID})", gap=rf"{_NO_SYLLABLE}(?=[{_BEGINS}]|\s?했)")
SPEECH_ACT = lazy(rf"{one_of(COMMANDING)}|{_ISSUED}[을를]\s")
