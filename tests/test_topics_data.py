"""The topics' data file: a forest of topics, whose names each lead to one."""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TypedDict

from django.utils.text import slugify

FILE = Path(__file__).parent.parent / "articles" / "data" / "topics.json"


class Row(TypedDict):
    slug: str
    label_en: str
    label_ko: str
    broader: str | None
    other_names: dict[str, list[str]]
    never_automatic: list[str]


TOPICS: list[Row] = json.loads(FILE.read_text(encoding="utf-8"))["topics"]
BY_SLUG = {topic["slug"]: topic for topic in TOPICS}


def other_names(topic: Row) -> list[str]:
    return [*topic["other_names"]["en"], *topic["other_names"]["ko"]]


def test_there_are_114_topics_with_slugs_of_their_own() -> None:
    assert len(TOPICS) == len(BY_SLUG) == 114
    assert [slug for slug in BY_SLUG if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_labels_are_there_in_both_languages_and_stand_for_one_topic() -> None:
    for label in ("label_en", "label_ko"):
        labels = [topic[label].casefold() for topic in TOPICS]
        assert all(labels)
        assert sorted(labels) == sorted(set(labels))


def test_every_topic_hangs_below_one_without_a_broader_topic() -> None:
    for topic in TOPICS:
        above = [topic["slug"]]
        while (broader := BY_SLUG[above[-1]]["broader"]) is not None:
            assert broader in BY_SLUG
            assert broader not in above
            above.append(broader)


def test_another_name_leads_to_one_topic_and_is_nobodys_label() -> None:
    labels = {topic[label].casefold() for topic in TOPICS for label in ("label_en", "label_ko")}
    topics = defaultdict(list)
    for topic in TOPICS:
        for name in other_names(topic):
            topics[slugify(name, allow_unicode=True)].append(topic["slug"])
            assert name.casefold() not in labels
    assert {name: slugs for name, slugs in topics.items() if len(slugs) > 1} == {}


def test_another_name_is_never_another_topics_address() -> None:
    taken = {slugify(name, allow_unicode=True): topic["slug"] for topic in TOPICS for name in other_names(topic)}
    assert {slug: owner for slug, owner in taken.items() if slug in BY_SLUG and owner != slug} == {}


def test_names_are_clean_and_fit_their_column() -> None:
    names = [name for topic in TOPICS for name in (topic["label_en"], topic["label_ko"], *other_names(topic))]
    assert [name for name in names if name != name.strip() or not 0 < len(name) <= 100] == []
    assert [name for topic in TOPICS for name in other_names(topic) if "(" in name] == []


def test_every_one_syllable_name_is_kept_from_automatic_tagging() -> None:
    short = {name for topic in TOPICS for name in (topic["label_ko"], *other_names(topic)) if len(name) == 1}
    never = {name for topic in TOPICS for name in topic["never_automatic"]}
    assert short == {"비", "배", "게", "연", "금", "잣"}
    assert short <= never


def test_what_is_kept_from_automatic_tagging_is_a_name_of_its_topic() -> None:
    for topic in TOPICS:
        assert set(topic["never_automatic"]) <= {topic["label_en"], topic["label_ko"], *other_names(topic)}


def test_the_three_topics_of_our_own_are_there() -> None:
    own = {slug: (BY_SLUG[slug]["label_ko"], BY_SLUG[slug]["broader"]) for slug in (
        "industry", "economic-management", "personnel-changes",
    )}  # fmt: skip
    assert own == {
        "industry": ("산업", "economy"),
        "economic-management": ("경제관리", "economy"),
        "personnel-changes": ("간부 인사", "party-and-state-bodies"),
    }
