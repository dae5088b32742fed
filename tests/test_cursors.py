"""Cursors: one that was made for another list names no place in this one, and is refused in every format."""

import pytest

from articles.cursors import pack
from tests.conftest import Reader
from tests.story import Story

DAY, MOMENT = "2023-04-30", "2023-05-02T09:30:00+00:00"


def cursors(story: Story) -> dict[str, str]:
    """One of each list."""
    report, claim, other = story.article.public_id, story.relayed.public_id, story.acted.public_id
    place = pack(DAY, MOMENT, report)
    return {
        "reports": place,
        "claims": pack(place, "12", claim),
        "changed reports": pack(MOMENT, report),
        "changed claims": pack(MOMENT, claim),
        "reports then": pack(DAY, report),
        "calendar": pack(DAY, claim),
        "contradictions": pack(MOMENT, claim, other),
        "figures": pack(DAY, claim, "12", "14"),
        "changed figures": pack(MOMENT, claim, "12"),
        "found reports": pack("-1", "-1", report, "1"),
        "found claims": pack("-1", "-1", claim, "1"),
        "acts": pack("3"),
    }


# An address → the lists whose cursors it goes on from. What changed last of claims and of announcements is in one order.
TAKEN = {
    "/articles/?": {"reports"},
    "/articles/?as_of=2023-06-01": {"reports"},
    "/articles.atom?": {"changed reports"},
    "/articles.json?as_of=2023-06-01": {"reports then"},
    "/claims/?": {"claims"},
    "/claims/?as_of=2023-06-01": {"claims"},
    "/claims.atom?": {"changed claims"},
    "/claims.json?as_of=2023-06-01": {"changed claims"},
    "/search/?q=trade": {"found reports"},
    "/search/?q=trade&in=claims": {"found claims"},
    "/search.atom?q=trade": {"found reports"},
    "/search.json?q=trade&in=claims": {"found claims"},
    "/due/?": {"calendar"},
    "/due.atom?": {"changed claims"},
    "/contradictions/?": {"contradictions"},
    "/contradictions.json?": {"contradictions"},
    "/series/rice/?": {"figures"},
    "/series/rice.atom?": {"changed figures"},
    "/changes/?": {"acts"},
    "/changes.atom?": {"acts"},
    "/provinces/ryanggang/?": {"reports"},
    "/outlets/northern-courier/?": {"reports"},
    "/api/v1/articles?": {"reports"},
    "/api/v1/claims?": {"claims"},
    "/api/v1/search?q=trade": {"found reports"},
    "/api/v1/due?": {"calendar"},
    "/api/v1/contradictions?": {"contradictions"},
    "/api/v1/changes?": {"acts"},
}


@pytest.mark.parametrize("address", TAKEN)
def test_a_list_goes_on_from_its_own_places_alone(address: str, story: Story, reader: Reader) -> None:
    answers = {name: reader.get(f"{address}&after={word}").status_code for name, word in cursors(story).items()}

    assert answers == {name: 200 if name in TAKEN[address] else 400 for name in answers}
