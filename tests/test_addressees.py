"""Whom a body speaks to or acts upon, and which body acts: verbs and ways to say it in both languages, invented sentences."""

import pytest
from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.desk.offers import offers_for
from articles.desk.vocabulary import Vocabulary
from articles.suggestions.reader import suggest
from articles.suggestions.values import SuggestedClaim
from sources.models import Institution
from tests.desk import unpinned
from tests.scores import bare

PUBLISHED = PartialDate.parse("2023-04-18")
ENGLISH = [
    ("The city party committee {} the net makers to wait until May, a source in Hyesan said.", "the net makers",
     ("told", "ordered", "instructed", "urged", "asked", "advised", "required")),
    ("According to the source, the trade bureau {} dealers in Wonsan that salt would be weighed again.", "dealers in Wonsan",
     ("told", "warned", "notified", "informed", "reminded", "assured")),
    ("A source in Hyesan said the farmers had been {} by the county party committee to keep the seed.", "the farmers",
     ("told", "ordered", "instructed", "asked")),
    ("The city party committee {} to the weavers that the mill would stand still, the source said.", "the weavers",
     ("explained", "announced", "emphasized", "said")),
    ("The trade bureau {} an order to the salt works not to sell for cash, the source said.", "the salt works",
     ("sent", "issued", "passed on", "conveyed")),
    ("The trade bureau {} that carters hand in two sacks each, the source said.", "carters", ("demanded", "required")),
    ("The trade bureau {} ten dollars from every household, the source said.", "every household", ("demanded",)),
]  # fmt: skip
KOREAN = [
    ("양강도 소식통은 혜산시 인민위원회가 {} 소금을 팔지 말라고 지시했다고 전했다.",
     (("상인들에게", "상인들"), ("각 상점에", "각 상점"), ("무역회사들에", "무역회사들"), ("배를 빌린 선장들에게", "배를 빌린 선장들"))),
    ("소식통에 따르면 도 무역관리국은 소금값을 낮추라고 {} 통보했다.",
     (("무역회사들에", "무역회사들"), ("사업소들에", "사업소들"), ("상인들에게", "상인들"))),
    ("혜산시 안전부는 {} 이름을 적어 내라고 요구했다고 소식통은 전했다.",
     (("상인들을 불러", "상인들"), ("반장들을 모아 놓고", "반장들"), ("선장들을 세워 놓고", "선장들"))),
    ("소식통은 {} 소금을 바치라는 시당의 지시를 받았다고 전했다.", (("상점들이", "상점들"), ("공장들이", "공장들"))),
]  # fmt: skip


def first(body: str, language: str) -> SuggestedClaim:
    claims = suggest(body, language=language, published=PUBLISHED, headline="").claims
    assert len(claims) == 1
    return claims[0]


@pytest.mark.parametrize(
    ("sentence", "wanted"), [(words.format(verb), whom) for words, whom, verbs in ENGLISH for verb in verbs]
)
def test_whom_an_english_sentence_says_is_told(sentence: str, wanted: str) -> None:
    assert bare(first(sentence, "en").addressee) == bare(wanted)


@pytest.mark.parametrize(
    ("sentence", "wanted"), [(words.format(told), whom) for words, ways in KOREAN for told, whom in ways]
)
def test_whom_a_korean_sentence_says_is_told(sentence: str, wanted: str) -> None:
    assert first(sentence, "ko").addressee == wanted


@pytest.mark.parametrize(
    ("language", "sentence", "actor"),
    [
        (
            "en",
            "A source in Hyesan said that the Namyang Customs House has closed its gate.",
            "the Namyang Customs House",
        ),
        ("en", "The Ministry of Fisheries has cut the quota, a source in Hyesan said.", "The Ministry of Fisheries"),
        ("ko", "양강도 소식통은 혜산시 안전부가 초소를 세웠다고 전했다.", "혜산시 안전부"),
        ("ko", "북한 당국이 시장 문을 닫은 것으로 알려졌다.", "북한 당국"),
    ],
)
def test_the_body_that_acts_is_given(language: str, sentence: str, actor: str) -> None:
    assert first(sentence, language).actor == actor


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A source in Hyesan told Coast Daily on Monday that salt is dear."),
        ("en", "The city party committee criticized the price of salt, the source said."),
        ("ko", "양강도 소식통은 본지에 소금이 비싸다고 전했다."),
        ("ko", "양강도 소식통은 혜산시 인민위원회가 3월 초에 소금을 팔지 말라고 지시했다고 전했다."),
    ],
)  # fmt: skip
def test_nobody_is_addressed_by_a_source_and_no_day_or_thing_is(language: str, sentence: str) -> None:
    assert first(sentence, language).addressee == ""


@pytest.mark.django_db
def test_the_desk_fills_in_a_body_that_it_knows_and_no_group(editor: User) -> None:
    article = unpinned(by=editor)
    revision = article.revisions.order_by("pk").last()
    assert revision is not None
    known = Institution.objects.get()
    revision.body = (
        f"The Cabinet ordered the {known.name_en} to wait, a source in Hyesan said.\n\n"
        "The Cabinet ordered residents to wait, the source said."
    )
    offers = offers_for(article, revision, Vocabulary.read(), [], [])
    assert [claim["addressee"] for claim in offers.claims] == [str(known), ""]
    assert "residents" not in {body.name for body in offers.bodies}
