"""How Korean reports say that somebody speaks: verbs of telling, what stands around them, and bodies that speak."""

import re

from articles.suggestions.korean.names import (
    BODY,
    BODY_BEGINS,
    JOINED,
    LONGEST_FOLLOWED,
    LONGEST_NOTED,
    LONGEST_TOLD,
    NAMES_END,
    NO_OFFICE,
    NOTED,
    OWNER,
    STATE,
)
from articles.suggestions.korean.predicates import PAPER_NOUN, PAPERS, VERB
from articles.suggestions.signs import Often, Reaching, Signed, before
from provinces.patterns import lazy
from sources.korean_words import ASIDES

# --- verbs ---

# What makes a verb of telling pass on somebody's words: -다고, -것으로, -라며, a noun that is told.
PASSES_ON = Often(
    r"고(?<=[다라냐자까요지죠]고)(?=[\s,“\"])",
    r"(?:[다라냐자까요지죠]고(?:도|는|만|까지)?|[다라]며|[다라]면서|것[”’\"']?으로|것이라|뜻을|입장을|(?<=는\s)(?:답변|해명|주장|원론|답)을|가능성을|의혹을|소식을|사실을|상황을|분위기를|이유를|배경을|원인으로|이유로|때문으로|배경으로|요인으로|까닭으로|탓으로|사례로|관측을|견해를|반응을"
    r"|의견을|내용을|실태를|실정을|설명을|지시[를도]|지침[을도]|방침[을도]|명령[을도]|(?:포고|지시|통지|공고|경고|통보)문?을|공문을|경고를|통보를|공고를|약속을|조건을|[하할]라고|기로(?=\s(?:\S+\s){0,3}?(?:약속|다짐|맹세))|[할될질릴칠길낼말킬]\s?것[”’]?을|도록|[다라]는\s?점(?:을|에|도)"
    r"|[을를]\s[^.“”]{1,40}으?로(?=\s(?:추정|추산|집계|전망|예상|분석|평가|규정|분류|지목|지칭|묘사|비유|간주)했)|으?로\s[^.“”]{1,40}[을를](?=\s(?:지적|지목|거론|제시|언급)했)|사정을|필요성을|형편을|현황을|근황을|실상을|정황을|사연을|[”’]\s?(?:이?라)?고|선포)(?=[\s,“\"]|했|한|$)",
)
LAST_QUOTING = lazy(r"(?:[다라냐자까요지죠]고(?:도|는|만)?|것[”’\"']?으로|[다라]는\s(?:것이|게))(?=[\s,])")

# --- sentences that are told without anybody being named ---

CLOSING = " \n.…\"”’'」』()[]"
_CLOSE = rf"[\s{re.escape(CLOSING)}]*$"
HEARSAY = lazy(
    r"(?P<verb>"
    r"(?:(?<=[다라냐자]고)|(?<=[다라냐자]고도))\s?(?:한다|합니다|하는데요|하네요|해요)"
    r"|(?:전해|알려)(?:졌다|졌습니다|졌었다|졌었습니다|진다|집니다|지고\s?있다|지고\s?있습니다|져\s?있다|져\s?있습니다|진\s?바\s?있다|진\s?바\s?있습니다)"
    r"|(?<=[는])\s?(?:설명|전언|이야기|얘기|지적|증언|주장|말|귀띔|하소연|소식|분석|진단|보도|후문|제보|관측|진술|비판|토로)(?:이다|입니다|다)"
    r"|(?<=[는])\s?(?P<stance>입장|반응|태도|분위기|생각|판단|기대|바람)(?:이다|입니다)"
    r"|(?<=[다라자][는])\s?(?:것이다|것입니다|겁니다|거다|것)"
    r"|(?<=이란)\s?(?:것이다|것입니다|겁니다|것)"
    r"|(?:(?<=[다라자]는\s게)|(?<=[다라자]는\s것이))\s(?:요지|골자|취지)(?:이다|다|입니다|이었다|였다)"
    r"|(?<=[다라])는군요"
    r"|(?<=[다라]는\s)(?:증언|제보)[이도]\s(?:나왔다|나왔습니다)"
    r"|(?<=[다라자]는\s)보도[가도]\s?(?:나왔다|나왔습니다|있었다|이어졌다)"
    r"|(?<=[다라자]는\s)(?:지적|주장|증언|제보|비판)[이도]\s(?:제기됐다|제기됐습니다|제기되었다|제기되었습니다)"
    # 값이 올랐답니다, 배를 묶으랍니다: how a broadcaster tells it
    r"|(?<=[았었했됐갔왔렸졌겠한간온있없는은된난운])답니다|(?<=[하으가내오지이주])랍니다"
    r"|(?:전언|소식)(?:이|도)\s?(?:있었다|있다|있습니다|있었습니다|전해졌다|전해졌습니다|들려왔다|이어졌다)"
    rf"){_CLOSE}"
)
# The outlet itself found something out.
FOUND = Signed(
    rf"(?:것으로|사실이|것이)\s?(?:\S+\s){{0,3}}?(?P<verb>파악됐|파악되었|파악된|확인된|확인됐|확인되었|취재됐|드러났|나타났|조사됐|집계됐)(?:다|습니다){_CLOSE}"
    # 콩기름은 18,000원으로 조사됐다.
    rf"|(?:\d[^\s.]{{0,8}}|[가-힣])(?:으?로|에서)\s(?P<verb4>파악됐|조사됐|집계됐|확인됐)(?:다|습니다){_CLOSE}"
    rf"|(?:자료|조사|통계|보고서|집계)[^.\n]{{0,120}}?(?P<verb2>나타났|집계됐|조사됐)(?:다|습니다){_CLOSE}"
    # 소금을 나른 정황이 포착됐다, 문을 연 모습이 들판뉴스에 포착됐다.
    rf"|(?:정황[이도]|(?:뉴스|방송|일보|신문|통신|NK|RFA|VOA|본지|본보|취재진|카메라)에)\s(?:\S{{1,6}}\s)?(?P<verb5>포착[됐되])(?:었)?(?:다|습니다){_CLOSE}"
    # a translation by machine: …고, 들판뉴스가 배웠습니다
    rf"|[다라]고,?\s(?:[^\s.]{{1,15}}\s){{0,2}}?[^\s.]{{1,15}}[이가은는]\s(?P<verb3>배웠)(?:다|습니다){_CLOSE}",
    "파악[됐되된]|확인[됐되된]|포착[됐되]|취재됐|드러났|나타났|집계됐|조사됐|배웠",
)
# 이렇게 말한 것은 양강도에 사는 취재협력자 여성이다.
SAID_SO = lazy(
    r"(?:이렇게|이같이|이처럼|이와\s같이)\s(?P<verb>(?:말|전|설명|이야기|얘기|토로|증언|주장|강조|하소연|지적|귀띔|답)한|말하는|전하는|털어놓은|밝힌)\s(?:것은|이는|사람은|건)"
    r"\s(?P<who>[^.“”\n]{2,60}?)(?:이었다|이었습니다|였다|였습니다|이다|입니다|다)\.?\s*$"
)

# --- bodies ---

_TAKES = r"(?:에서[는도]?|에선|에는|\s?측[은이]|[은는이가도])[\s,“\"‘']"
BODY_SPEAKS = Reaching(
    rf"(?<![가-힣0-9])(?P<who>(?:{JOINED})?{BODY}|{STATE})(?:[’']{{1,2}}|{NOTED})"
    rf"(?:(?<=문)에는|에서는|에서도|에서|에선|\s?측은|\s?측이|은|는|이|가|도)(?=[\s,“\"‘'])",
    before(_TAKES, [*NAMES_END, "’", "'"]) + rf"|\)(?={_TAKES})",
    reach=LONGEST_NOTED,
    gap=BODY_BEGINS,
)
# A paper that speaks for the body that issued it, which the sentence may name: 입수한 문서에 따르면 도당은 …
PAPER = Signed(
    rf"(?<![가-힣])(?P<who>(?:내부\s)?{PAPER_NOUN})"
    r"(?:에\s?(?:따르면|의하면)|에는|에서는|[은는](?=\s[^.\n]{2,200}[다라냐자”]고\s|\s?[“\"「]|\s[^.\n“”]{1,60}(?:면서|며|고|해)\s[“\"「]))",
    "문|회람|회의록|자료|통지서|지시서",
)
# 통일부에 따르면, 관세청의 집계에 의하면, 해관총서 홈페이지에 따르면.
BODY_FOLLOWED = Reaching(
    rf"(?<![가-힣0-9])(?P<who>{OWNER}|(?:[가-힣A-Za-z]{{2,12}}(?<!인)\s)?[가-힣A-Za-z]{{0,12}}(?:협회|연맹|기구|연구소|연구원|센터|공사|은행|재단|본부|총서|적십자사|식량계획|유니세프))(?:\s등|\s?측)?"
    rf"{NOTED}[’']?(?:의\s[가-힣]{{0,4}}(?:발표|설명|집계|통계|조사|보고|분석|추산|추정|평가|공고|공지|공시)|\s(?:공식\s|인터넷\s)?(?:홈페이지|누리집|웹사이트))?"
    # 국무부가 운항 자료를 분석한 결과에 따르면
    r"(?:에|[이가]\s[^.\n“”\"]{1,50}?(?:분석|조사|집계|취합|확인|파악|추적|검토)한\s(?:결과|바|데)에?)\s?(?:따르면|의하면)",
    "따르면|의하면",
    reach=LONGEST_FOLLOWED,
    gap="[^가-힣0-9](?=[가-힣0-9A-Za-z])",
)
# …줄었다는 것이 국정원의 분석이다.
BODY_TELLING = Signed(
    rf"(?:것이|게|것은)\s(?:\S{{1,8}}\s)?(?P<who>{BODY})(?:\s?측)?의\s(?P<verb>분석|보고|설명|판단|전망|평가|진단|주장|추산|입장|관측|해석)(?:이다|다|입니다|이었다|였다)[.\s]*$",
    "의\\s(?:분석|보고|설명|판단|전망|평가|진단|주장|추산|입장|관측|해석)",
)
# 통신은 세관당국을 인용해 …라고 보도했다.
BODY_CITED = Reaching(
    # 후창군 양봉국의 발표를: an office of a place, whatever it does
    rf"(?<![가-힣0-9])(?P<who>{BODY}|[가-힣]{{1,6}}[도시군현성주]\s[가-힣]{{2,8}}[국청처]{NO_OFFICE}(?=의\s))(?:\([A-Za-z0-9 ]{{2,20}}\))?"
    r"(?:의\s(?:말|발표|설명|통계|집계|자료|공지|보고|성명|주장|조사|분석))?[을를]\s(?:인용|(?<=말을\s)빌[어려])",
    "인용|말을\\s빌[어려]",
    reach=LONGEST_FOLLOWED,
    gap="[^가-힣0-9](?=[가-힣0-9A-Za-z])",
)
# What a paper is, and not whose.
_SORT_OF_PAPER = "연례|연간|중간|최종|최신|정기|내부|비공개|특별|종합|공식|새|이번"
# Whose papers later sentences mean by 자료 or 통지 alone: 해관총서는 7일 공개한 자료에서, 대외경제성이 보낸 통지.
_PAPERS = rf"(?P<paper>소식지(?!\s[가-힣A-Za-z])|자료|통계|보고서|백서|공시|규정|{PAPER_NOUN}|통지|포고|공고)"
_LONGEST_PAPER = max(map(len, PAPERS.split("|")))
ISSUED = Reaching(
    rf"(?<![가-힣0-9])(?P<who>{BODY}){NOTED}(?:(?:[은는이가]|에서)\s(?:[^.”\"\n“]{{0,160}}\s)?|(?:\s?명의)?의\s(?:[^\s.“”\"]+\s){{0,3}}?|\s)(?<![다라]고\s)[가-힣]{{0,4}}?{_PAPERS}(?=[를을에이가은는로인\s])",
    before(r"[를을에이가은는로인\s]", f"소식지|자료|통계|보고서|백서|공시|규정|{PAPERS}|통지|포고|공고".split("|")),
    reach=LONGEST_NOTED + LONGEST_TOLD + _LONGEST_PAPER,
    gap=BODY_BEGINS,
)
# 중앙의 지시문: the state as such issued it.
ISSUED_ABOVE = lazy(rf"(?<![가-힣])(?P<who>중앙|상부)의\s(?:[^\s.“”\"]+\s){{0,2}}?{_PAPERS}(?=[를을에이가은는])")
# 자료에 따르면, 이 통지에 의하면: the paper of whoever issued it before.
PAPER_FOLLOWED = Signed(
    rf"(?<![가-힣])(?:(?:이|그|해당|같은|또\s다른)\s)?(?:(?:{_SORT_OF_PAPER})\s)?(?P<who>{_PAPERS})"
    r"(?:의\s(?:[가-힣]{1,4}\s)?(?:줄|조항|대목|부분|말미|서두|항목|조)|\s(?:끝|말미|서두|첫머리))?(?:에\s?(?:따르면|의하면)|에는|에서는)",
    "따르면|의하면|에는|에서는",
)
# 신문은 중간 보고서를 인용해: the paper of whoever issued it.
PAPER_CITED = Signed(
    rf"(?<![가-힣])(?P<who>(?:(?:{_SORT_OF_PAPER})\s)?{_PAPERS})[를을]\s(?:인용|토대|바탕)", "인용|토대|바탕"
)
# 보고서는 …것으로 내다봤다, …줄었다고 보고서는 지적했다.
_SPEAKING_PAPERS = "자료|통계|보고서|백서|성명|담화|공보|논평|사설|논문|결의안|보도문"
PAPER_TELLS = Signed(
    rf"(?:^\s*(?:{BODY}의?\s)?(?:\S{{1,8}}\s){{0,2}}?|[다라냐자]고\s)(?:(?:이|그|해당|같은|이번)\s)?(?P<who>(?:(?:{_SORT_OF_PAPER})\s?)?"
    rf"(?:{_SPEAKING_PAPERS}))(?:에서)?[은는]\s",
    rf"(?:{_SPEAKING_PAPERS})(?:에서)?[은는]\s",
)
# What a body published: 센터가 발표한 자료에 따르면, 위원회 보고서를 인용해.
_WORD = r"[가-힣A-Za-z0-9·]{1,20}"
# 15일 낸 보고서: the verb is nobody.
_NOT_ISSUED = (
    rf"(?!(?:이|그|해당|같은|의|산하|소속|직속|매년|매달|매월|관련|{_SORT_OF_PAPER}|{ASIDES})\s)"
    r"(?!\S*(?:낸|내놓은|올린|나온|밝힌|(?:발표|공개|작성|제출|배포|발간|게재|입수|보도)[한된])\s)"
)
_OUTLET_CITING = r"(?!\S*(?:신문|통신|방송|매체|일보|뉴스|언론|타임스|NK|RFA|VOA)[이가은는도]\s)"
_TITLED = r"[‘'「『<][^’'」』>\n]{2,40}[’'」』>]"
# 가 29일 발표한, 이 펴낸.
_PUTS_OUT = "발표|공개|작성|펴|내놓|밝히|밝|낸|제출|배포|발간|게재|올린|공시|집계|공표|출간|추산"
_AS_PUT_OUT = r"\S{0,3}(?<=[한된낸은는린힌])\s"
_PUT_OUT = rf"(?:가|이|에서)\s(?:\S{{1,20}}\s){{0,5}}?(?:{_PUTS_OUT}){_AS_PUT_OUT}"
# What a paper is about: 해관총서가 발표한 품목별 무역 통계.
_ABOUT = rf"(?:(?:[가-힣·0-9]{{1,10}}(?<![을를은는])|{_TITLED})\s){{0,3}}?"
_FOLLOWED = r"에\s?(?:따르면|의하면)"
_IS_USED = rf"(?:\s(?:초안|사본))?(?:{_FOLLOWED}|[를을]\s(?:인용|토대로|통해|보면|분석|입수해))"
_DOCUMENT = rf"(?:[가-힣]{{0,4}}(?:자료|보고서|통계)|성명|백서|(?<=[한낸은린]\s){_TITLED}){_IS_USED}"
_WHATEVER_IT_IS = r"[^.\n“”\"]{0,60}?"
# Whose the paper is, and then that it was put out, whatever it be called, or what it is called.
DOCUMENT = Signed(
    rf"(?<![가-힣A-Za-z0-9·])(?P<who>(?P<known>{BODY})"
    rf"|(?:{_NOT_ISSUED}{_OUTLET_CITING}(?!\d+[년월일]\s){_WORD}(?<![인의은는를을])(?<![다라냐자]고)(?<![^국문평]가)(?<![부국청원회사처소성]이)\s)?{_NOT_ISSUED}{_WORD}(?<![의은는을를]))"
    rf"{NOTED}"
    rf"(?:{_PUT_OUT}(?:{_WHATEVER_IT_IS}{_FOLLOWED}|{_ABOUT}{_DOCUMENT})"
    rf"|(?(known)의?\s{_ABOUT}|(?:의\s|\s)(?:연례\s|최신\s|최종\s)?){_DOCUMENT})",
    rf"(?:자료|보고서|통계|성명|백서|’|'|」|』|>|{_PUTS_OUT})(?:{_IS_USED}|{_AS_PUT_OUT}{_WHATEVER_IT_IS}{_FOLLOWED})",
)
# Words passed on through others, the last cited: 방송이 전한 주민의 말을 인용해 쓴 데 따르면.
CITED_SO = Signed(r"인용(?:해|하여|한)\s?(?:\S{1,10}\s)?(?:데|바)에?\s?(?:따르면|의하면)", "인용")
# “…말했습니다”라고 인용했습니다: a translation by machine quotes the body through the source.
QUOTED_THROUGH = lazy(r"인용했")
# Where the cue begins in words whose closing mark was forgotten: “…갔습니다, 소식통은 말했습니다; “…갔다고 소식통은 말했다;
# “…갔다면서 “….
CUES_IN_OPEN_MARKS = (
    lazy(r"(?<=[다요라])(?=,\s(?:[그이]\s)?(?:소식통|소스|협력자)[은는]|\s[그이]\s(?:소식통|소스|협력자)[은는])"),
    lazy(rf"(?<=[다요라])(?=고\s(?:[^\s“”\"]+\s){{0,4}}?{VERB})"),
    lazy(r"(?<=[다요])(?=(?:며|면서)\Z)"),
)
# Words that a page cut off say something once a clause of them has ended that needs no other: 소금은 귀하지만 배추는 남.
HAS_PREDICATE = lazy(
    r"(?:(?<=[가-힣])다|(?<!\b하)지만|는데|[았었했됐갔왔났였겠하되있없다라]고|[으하되이]며)(?=[\s,.”]|\Z)"
)
# The cue stands in a sentence of its own, before or behind words in marks.
ALONE = lazy(r"이렇게|이같이|이와\s같이|다음과\s같이|아래와\s같이|이런\s말을|이런\s이야기를")
# The outlet asks: 북부 지역의 취재협력자에게 물었다.
ASKED = lazy(
    r"(?:소식통|협력자|협조자|통신원|전문가|교수|위원|관계자|당국자|씨)들?에게\s(?:\S+\s){0,4}?"
    r"(?:되?물었|질문했|물어\s?봤|물어\s?보았|문의했)(?:다|습니다)[\s.]*$"
)
# Whose words stand on the next line: [김들판 / 들판대 교수], ▶ 인터뷰 : 혜산 상인.
BELOW = lazy(
    r"\s*(?:\[\s?(?:전화\s?)?(?:인터뷰|녹취|연결)\s?[:：]\s?|\[|(?=[가-힣]{2,6}(?:\s[가-힣]{2,6})?\s?/\s?[^\n/=:]{2,40}\Z)|[▶◀]?\s?(?:(?:전화)?\s?인터뷰|녹취|싱크|SYNC?|INT)\s?(?:\([^()]{1,6}\)\s?)?[:：▶]\s?)(?P<who>[^\[\]/:：“\"()]{2,24}?)\s?"
    r"(?P<office>[/(][^\[\]“\":：]{2,40})?\]?\s*"
)
# [브룩스 국장] 소금이 귀합니다: who speaks what follows without marks.
IN_BRACKETS = lazy(r"\[(?P<who>[^\[\]:：/\n“\"]{2,24})\]\s(?=[가-힣])")
ANSWER = lazy(r"\s*(?:A\d?|답변?|협력자|소식통)\s?[.:：)]")
# 답) 소금이 귀합니다: whose turn it is belongs to no sentence.
TURN = lazy(r"\s*(?:A\d?|답변?|기자)\s?[:：)]\s*(?=[가-힣])")
QUESTION = lazy(r"\s*(?:Q\d?|문|질문)\s?[.:：)]|[―—-]{1,2}\s?.*[?？]\s*$|[―—─━]{2}\s?[^\s―—─━]")
WARNS = r"푸념|하소연|불만|목소리|말|증언|경고|엄포|으름장|지시|명령|호통|통지|통보|요구|공고|포치|협박|위협|당부|답변"
OFFICERS = lazy(r"(?:보위원|안전원|보안원|단속원|검열원|보위지도원|규찰대원)들?$")
