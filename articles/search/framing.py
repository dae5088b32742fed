"""The words an analyst asks with, and not for: "the effects of", 때문에. They need not be in what is found. Pure."""

import re

FRAMING = frozenset(
    re.findall(
        r"\w+",
        "effect effects impact impacts role roles situation status state details detail information news "
        "report reports latest recent recently current currently issue issues problem problems reason "
        "reasons cause causes case cases evidence trend trends change changes development developments "
        "way ways method methods kind kinds type types use used using goods items products new amount number "
        "day days daily bound made make makes making take takes taking go goes going come comes coming "
        "turn turned turns become became happen happened happens happening face faces facing long far often said say "
        "says according no only just even still yet ever never too very more most less least other another same such "
        "own each every per up down out off away back get gets getting got put puts keep keeps kept give gives given "
        "let start started starts begin began begins try tries tried trying want wants wanted help helps helped know "
        "known see seen show shows shown find found tell told think hear heard thing things something "
        "anything place places time times year years month months week weeks weekly monthly yearly annual total "
        "average overall main major various several certain big large different actual actually really "
        "example examples overview background history explain explanation summary list related relating "
        "regarding concerning compared versus etc people need needs needed "
        "영향 효과 역할 상황 현황 실태 동향 정황 소식 정보 보도 기사 최근 현재 문제 "
        "이유 원인 사례 변화 추이 추세 과정 방법 방식 종류 내용 여부 이후 이전 전후 위해 통해 따라 따른 의한 둘러싼 "
        "사람 사람들 필요 필요한 필요한가 사용 하루 몇 대 명 개 번 건 척 얼마에 정도 어느 새 새로운 인한 인해 관련해 대하여 "
        "있다 있나 있는가 있었나 없다 없나 없는 하나 했나 되나 됐나 된 것 것은 것이 것을 수 등 때 중 간 동안 사이 "
        "첫 가장 매우 더 다시 모든 여러 각 각종 주요 다른 같은 그 이 관련된 무엇인가 무엇을 누가 때문 때문에 "
        "가운데 경우 수준 규모 일부 전체 현지 내부 지역 당국 매년 매월 연간 월간 평균 올해 작년 지난해 "
        "나타난 이뤄진 벌어진 일어난 알려진 밝혀진 전해진 드러난 시작 시작된 계속 계속되는 사건 배경 전반 비교 정리 요약",
    )
)
