"""Reports and claims in every state a footnote can meet, and thirty links to them."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.editing.claims import ClaimDraft, StepDraft, draft_of, latest_version, pin_claim, revise_claim
from articles.editing.drafting import Description, Words, draft_report, latest_revision, propose_revision
from articles.editing.grading import grade_claim
from articles.editing.publishing import publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.withdrawing import withdraw_article, withdraw_claim
from articles.models import ActKind, Article, Claim, WithdrawalClass
from articles.spans import find_exact
from sources.models import Outlet, Speaker, Speech
from tests.shelf import shelve

SITE = "http://127.0.0.1:8000"
BODY = "The bridge opened at dawn.\n\nRice was dear in May.\n\nTraders paid in yuan.\n\nThe market closed early."
# One paragraph more at the start, the second one reworded, the last one dropped.
BETTER = "Snow fell in the night.\n\nThe bridge opened at dawn.\n\nRice was dear in June.\n\nTraders paid in yuan."
# Never out: no page, no table may show it.
SECRET = "Lantern Street warehouse"


@dataclass
class Planted:
    """Everything the thirty links lead to."""

    plain: Article
    by_outlet: Article
    here: Article
    retracted: Article
    withdrawn: Article
    duplicate: Article
    legal: Article
    gap: Article
    claims_only: Article
    draft: Article
    stands: Claim
    moved: Claim
    lost: Claim
    reworded: Claim
    regraded: Claim
    respoken: Claim
    taken_back: Claim
    withdrawn_claim: Claim


def plant(by: User, second: User) -> Planted:
    """All of them; what needs two persons is done by both."""
    plain = shelve(by=by, headline="Plain", body=BODY)
    by_outlet = shelve(by=by, headline="Corrected by them", body=BODY)
    stands, moved, lost = (
        _pin(by, by_outlet, words) for words in ("at dawn", "Traders paid", "The market closed early")
    )
    publish_article(by=by, article=by_outlet)
    _correct(by, by_outlet, BETTER, ActKind.CORRECTED_BY_OUTLET)
    here = shelve(by=by, headline="Corrected by us", body=BODY)
    reworded, regraded, respoken = (
        _pin(by, here, words) for words in ("Rice was dear", "paid in yuan", "closed early")
    )
    publish_article(by=by, article=here)
    _change(by, here, reworded, regraded, respoken)
    _correct(by, here, BODY.replace("dawn", "noon"), ActKind.CORRECTED_HERE)
    retracted = shelve(by=by, headline="Taken back", body=BODY)
    taken_back = _pin(by, retracted, "The bridge opened")
    publish_article(by=by, article=retracted)
    publish_article(by=by, article=retracted, kind=ActKind.RETRACTED)
    withdrawn_claim = _pin(by, plain, "Rice was dear in May")
    publish_article(by=by, article=plain)
    withdraw_claim(by=by, claim=withdrawn_claim, reason=SECRET)
    withdrawn, duplicate, legal = _gone(by, plain)
    return Planted(
        plain, by_outlet, here, retracted, withdrawn, duplicate, legal, _gap(by, second), _claims_only(by), _draft(by),
        stands, moved, lost, reworded, regraded, respoken, taken_back, withdrawn_claim,
    )  # fmt: skip


def _pin(by: User, article: Article, words: str) -> Claim:
    revision = latest_revision(article)
    start, end = find_exact(revision.body, words)
    own = StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)
    return pin_claim(by=by, article=article, revision=revision, draft=ClaimDraft(start, end, [own]))


def _correct(by: User, article: Article, body: str, kind: ActKind) -> None:
    propose_revision(by=by, article=article, words=Words(latest_revision(article).headline, body))
    publish_article(by=by, article=article, kind=kind)


def _change(by: User, article: Article, reworded: Claim, regraded: Claim, respoken: Claim) -> None:
    """Other words, another grade, another speaker: each the second version of its claim."""
    revision = latest_revision(article)
    start, end = find_exact(revision.body, "Rice was dear in May")
    longer = draft_of(latest_version(reworded))
    revise_claim(by=by, claim=reworded, revision=revision, draft=ClaimDraft(start, end, longer.steps))
    grade_claim(by=by, claim=regraded, credibility=3, reason="alone")
    old = draft_of(latest_version(respoken))
    told = StepDraft(Speaker.NAMED, Speech.INDIRECT, printed="Han Mi-ok", verb="said")
    revise_claim(by=by, claim=respoken, revision=revision, draft=ClaimDraft(old.start, old.end, [*old.steps, told]))
    publish_article(by=by, article=article)


def _gone(by: User, successor: Article) -> tuple[Article, Article, Article]:
    """Withdrawn by the editors, as a duplicate, and for legal reasons."""
    withdrawn, duplicate, legal = (shelve(by=by, headline=SECRET, body=SECRET) for _ in range(3))
    withdraw_article(by=by, article=withdrawn, reason=SECRET)
    kind = WithdrawalClass.DUPLICATE
    withdraw_article(by=by, article=duplicate, withdrawal_class=kind, reason=SECRET, successor=successor.public_id)
    withdraw_article(by=by, article=legal, withdrawal_class=WithdrawalClass.LEGAL, reason=SECRET)
    return withdrawn, duplicate, legal


def _gap(by: User, second: User) -> Article:
    """Its first words were removed for good."""
    gap = shelve(by=by, headline="With a gap", body=f"{SECRET}.\n\n{BODY}")
    _correct(by, gap, BODY, ActKind.CORRECTED_HERE)
    confirm_removal(by=second, removal=ask_removal(by=by, revision=gap.revisions.get(number=1), reason=SECRET))
    return gap


def _claims_only(by: User) -> Article:
    article = shelve(by=by, headline="Claims alone", body=SECRET, outlet="Southern Gazette", show="claims")
    _correct(by, article, f"{SECRET} again", ActKind.CORRECTED_BY_OUTLET)
    return article


def _draft(by: User) -> Article:
    return draft_report(
        by=by,
        outlet=Outlet.objects.get(name="Northern Courier"),
        words=Words(SECRET, SECRET),
        description=Description(),
    )


def mistyped(public_id: str) -> str:
    """The id with one wrong character; a figure in the middle, so that it is taken for an id wherever it stands."""
    return public_id[:5] + ("0" if public_id[5] != "0" else "2") + public_id[6:]


def swapped(public_id: str) -> str:
    """The id with two unlike neighbours that have changed places."""
    place = next(place for place in range(1, 7) if public_id[place] != public_id[place + 1])
    return public_id[:place] + public_id[place + 1] + public_id[place] + public_id[place + 2 :]


def printed(public_id: str) -> str:
    """As on paper: C7K2-M4QX."""
    return f"{public_id[:4]}-{public_id[4:]}".upper()
