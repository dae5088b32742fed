"""How often the claim that says the same is among the first five that the desk would offer; printed with `-s`.

Once by what is compared alone, and once as the desk asks: the claims stand in the database, filed and published, and are
looked up there.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.dates import PartialDate
from articles.editing.claims import ClaimDraft, StepDraft, pin_claim
from articles.editing.drafting import Description, Words, draft_report, file_article, latest_revision
from articles.editing.publishing import publish_article
from articles.likeness.statements import Statement, rank, statement_of
from articles.models import Claim, Topic
from articles.queries.corroboration import candidates_for
from provinces.models import Province
from sources.models import Institution, Outlet, Speaker, Speech

pytestmark = pytest.mark.long

FOLDER = Path(__file__).parent / "corroborations"
MOST = 5


def claims(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def statement(claim: dict[str, Any], is_dated: bool) -> Statement:
    day = date.fromisoformat(claim["published"]) if is_dated else None
    return statement_of(
        claim["words"],
        claim["language"],
        ours=claim["ours"],
        provinces=claim["provinces"],
        topics=claim["topics"],
        bodies=claim["bodies"],
        published=(day, day),
    )


@pytest.mark.parametrize("is_dated", [True, False], ids=["with their days", "as if all were of one day"])
@pytest.mark.parametrize("name", ["claims", "held_back"])
def test_the_claim_that_says_the_same_is_among_five(name: str, is_dated: bool) -> None:
    both = {each: claims(each) for each in ("claims", "held_back")}
    everything = [claim for each in both.values() for claim in each]
    labelled = [claim for claim in both[name] if claim["pair"]]
    told = [statement(claim, is_dated) for claim in everything]
    found = first = offered = 0
    missed = []
    for claim in labelled:
        # Nothing is told beforehand; the look-up asks for much more.
        own = next(place for place, each in enumerate(everything) if each is claim)
        others = [place for place in range(len(everything)) if place != own]
        ranked = rank(told[own], [told[place] for place in others], MOST)
        pairs = [everything[others[place]]["pair"] for place, _ in ranked]
        offered += len(pairs)
        found += claim["pair"] in pairs
        first += pairs[:1] == [claim["pair"]]
        missed += [claim["key"]] if claim["pair"] not in pairs else []
    recall, precision = found / len(labelled), found / offered
    sys.stdout.write(
        f"\n{name}{'' if is_dated else ', undated'}: {len(labelled)} of {len(everything)} claims;"
        f" recall at {MOST} {recall:.2f}, precision at {MOST} {precision:.2f},"
        f" first of all {first / len(labelled):.2f}; missed: {', '.join(missed) or 'none'}\n"
    )
    assert recall >= 0.8


@pytest.fixture
def standing(publisher: User) -> dict[str, Claim]:
    """Every labelled claim, pinned in a report of its own, filed as an editor filed it, and published: key → claim."""
    return {f"{name} {row['key']}": stand(publisher, row) for name in ("claims", "held_back") for row in claims(name)}


def stand(by: User, row: dict[str, Any]) -> Claim:
    """One of them; the report says nothing else, and is filed as its claim is."""
    slug = row["outlet"].lower().replace(" ", "-")
    outlet, _ = Outlet.objects.get_or_create(name=row["outlet"], defaults={"slug": slug, "show": "full"})
    article = draft_report(
        by=by,
        outlet=outlet,
        words=Words(row["key"], row["words"]),
        description=Description(language=row["language"], published=PartialDate.parse(row["published"])),
    )
    provinces = list(Province.objects.filter(slug__in=row["provinces"]))
    topics = list(Topic.objects.filter(slug__in=row["topics"]))
    assert (len(provinces), len(topics)) == (len(row["provinces"]), len(row["topics"])), row["key"]
    file_article(by=by, article=article, provinces=provinces, topics=topics)
    bodies = [
        Institution.objects.get_or_create(slug=body, defaults={"name_en": body, "level": "provincial"})[0]
        for body in row["bodies"]
    ]
    steps = [StepDraft(Speaker.OUTLET, Speech.OWN, outlet=outlet)]
    steps += [StepDraft(Speaker.INSTITUTION, Speech.INDIRECT, institution=body, verb="said") for body in bodies]
    revision = latest_revision(article)
    draft = ClaimDraft(0, len(revision.body), steps, row["ours"], provinces=provinces, topics=topics)
    claim = pin_claim(by=by, article=article, revision=revision, draft=draft)
    publish_article(by=by, article=article)
    return claim


def test_the_desk_finds_it_in_the_database(standing: dict[str, Claim]) -> None:
    pairs = {f"{name} {row['key']}": row["pair"] for name in ("claims", "held_back") for row in claims(name)}
    keys = {claim.pk: key for key, claim in standing.items()}
    for name in ("claims", "held_back"):
        labelled = [f"{name} {row['key']}" for row in claims(name) if row["pair"]]
        found = offered = first = 0
        missed = []
        for key in labelled:
            near = [pairs[keys[each.version.claim_id]] for each in candidates_for(standing[key], MOST)]
            offered += len(near)
            found += pairs[key] in near
            first += near[:1] == [pairs[key]]
            missed += [key] if pairs[key] not in near else []
        recall, precision = found / len(labelled), found / offered
        sys.stdout.write(
            f"\n{name}, looked up: {len(labelled)} of {len(standing)} claims; recall at {MOST}"
            f" {recall:.2f}, precision {precision:.2f}, first {first / len(labelled):.2f}; missed: {', '.join(missed) or 'none'}\n"
        )
        assert recall >= 0.8


def test_a_crowd_between_the_two_does_not_hide_it(publisher: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where much is published, more of the same province stands between two reports of one matter than is compared."""
    monkeypatch.setattr("articles.queries.corroboration.COMPARED", 3)
    monkeypatch.setattr("articles.queries.corroboration.COMPARED_BESIDE", 3)
    one, other = (row for row in claims("claims") if row["pair"] == "copper")
    crowd = [
        one
        | {
            "key": f"crowd-{number}",
            "words": f"Potatoes rot in cellar {number}.",
            "ours": "",
            "topics": ["livelihoods"],
        }
        for number in range(8)
    ]
    for row in crowd:
        stand(publisher, row)
    asked, wanted = (stand(publisher, row) for row in (one, other))
    assert candidates_for(asked)[0].version.claim_id == wanted.pk
