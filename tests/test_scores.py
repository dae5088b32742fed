"""What is published of how well the reader of reports reads is what it does: figures and every error."""

import json

import pytest

from tests.scores import FIGURES, FOLDERS, LANGUAGES, PUBLISHED, Scores, all_scores, bare, score


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, dict[str, list[str]]]]:
    return all_scores()


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_figures_and_errors_are_what_the_reader_does(
    folder: str, language: str, found: dict[str, dict[str, dict[str, list[str]]]]
) -> None:
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))[folder][language]
    assert found[folder][language] == published, "run `python -m tests.scores publish` and look at what changed"


def test_what_is_missed_invented_or_given_to_another_is_an_error() -> None:
    body = "“Rice is dear,” a source in Hyesan said.\n\n“Salt is dear too,” a trader in Sinuiju said."
    label = {"speech": "direct", "relayed": None}
    report = {
        "id": "x", "language": "en", "published": "2023-04-18", "body": body,
        "statements": [
            {**label, "exact": "Rice is dear", "speaker": "a source in Sinuiju", "anonymous": True},
            {**label, "exact": "Fuel is dear", "speaker": "", "anonymous": True},
        ],
        "sources": [{"descriptor": "a source in Hyesan", "province": "chagang"}],
        "provinces": ["chagang"], "topics": ["market-prices", "coal"], "dates": [],
    }  # fmt: skip
    scores = score([report])
    assert {error.figure for error in scores.errors} >= {
        "direct precision", "direct recall", "speaker and anonymity", "source province", "provinces recall", "topics recall",
    }  # fmt: skip
    assert (scores.right["direct recall"], scores.asked["direct recall"]) == (1, 2)


def test_marks_stops_and_articles_do_not_count() -> None:
    assert bare("“The  committee,”") == bare("committee") != bare("committees")


def test_a_figure_nobody_asked_for_is_whole() -> None:
    assert {Scores().share(figure) for figure in FIGURES} == {1.0}


def test_topics_missed_and_needless_ones_are_counted_and_no_least_is_wanted() -> None:
    body = "Coal is dear in Hyesan.\n\nThe coal mine stood still, and coal was dug by hand."
    report = {
        "id": "x", "language": "en", "published": "2023-04-18", "body": body, "statements": [], "sources": [],
        "provinces": [], "dates": [], "topics": ["coal", "defection"],
    }  # fmt: skip
    scores = score([report])
    assert (scores.right["topics recall"], scores.asked["topics recall"]) == (1, 2)
    assert (scores.right["topics precision"], scores.asked["topics precision"]) == (1, 2)
    assert (scores.right["first topic"], scores.asked["first topic"]) == (1, 1)
    assert [str(error) for error in scores.errors if "topic" in error.figure] == [
        "x · topics recall · wanted defection · found nothing",
        "x · topics precision · wanted nothing · found mining",
    ]
    assert any(line.endswith("0.500  (–)") for line in scores.table())
