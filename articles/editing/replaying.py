"""Do again what a restored backup does not know of: every act newer than it, out of the file kept outside the database.

What was hidden is hidden again and words that were removed are destroyed again. What was published since is lost, but its
addresses are not: an id answers 410, a text or a version leaves a dated gap under its number, which nothing else takes.
What only editors can do again is told in `Replayed.left`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.acts_file import Diverged, KeptAct, KeptAddress, check_chain
from articles.editing.claims import chain_of_nobody, latest_version, open_version
from articles.editing.drafting import latest_revision
from articles.editing.ledger import act_hash
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.publishing import STATE_AFTER, let_claims_follow
from articles.editing.removing import NOTHING, destroy_words
from articles.editing.visibility import hide_article, hide_claim, hide_what_went
from articles.models import Act, ActKind, Address, Article, Claim, ClaimState, ClaimVersion, PublicText, Revision, State
from sources.models import Outlet, Show


@dataclass
class Replayed:
    """How much was done again. `left`: a sentence for each thing that editors have to do themselves."""

    acts: int = 0
    hidden: int = 0
    destroyed: int = 0
    gaps: int = 0
    addresses: int = 0
    left: list[str] = field(default_factory=list)
    # Texts lost of reports of which the backup has a draft, that may be these very words: (article, number of the text).
    drafts: set[tuple[int, int]] = field(default_factory=set)


@transaction.atomic
def replay(
    *, by: AbstractBaseUser, acts: Sequence[KeptAct], addresses: Iterable[KeptAddress] = (), at: datetime | None = None
) -> Replayed:
    """Add the acts of the file that the ledger lacks, in order, and do again what they did; all of it, or nothing.

    Raises Damaged for acts that were tampered with, Diverged where they do not go on where the ledger ends.
    """
    done, at = Replayed(), at or timezone.now()
    check_chain(acts)
    newer = list(_newer(acts))
    for act in newer:
        _add(by, act)
    for act in newer:
        _do_again(by, act, at, done)
    _go_on_from_gaps(by, at)
    done.acts = len(newer)
    known = set(Address.objects.values_list("kind", "slug"))
    missing = [row for row in addresses if (row.kind, row.slug) not in known]
    Address.objects.bulk_create(
        Address(kind=row.kind, slug=row.slug, first_at=datetime.fromisoformat(row.first_at)) for row in missing
    )
    done.addresses = len(missing)
    return done


def _newer(acts: Sequence[KeptAct]) -> Iterable[KeptAct]:
    """Those after the last one of the ledger, which the file has to agree with."""
    last = Act.objects.order_by("number").last()
    if last is None:
        return acts
    same = next((act for act in acts if act.number == last.number), None)
    if same is not None and same.hash != last.hash:
        raise Diverged(f"act {last.number} is another one in the file of acts than in the backup")
    newer = [act for act in acts if act.number > last.number]
    if newer and (newer[0].number, newer[0].previous_hash) != (last.number + 1, last.hash):
        raise Diverged(f"the file of acts goes on with act {newer[0].number}, which does not follow act {last.number}")
    return newer


def _add(by: AbstractBaseUser, kept: KeptAct) -> None:
    act = Act(
        number=kept.number, kind=kept.kind, withdrawal_class=kept.withdrawal_class, successor=kept.successor,
        subjects=kept.subjects, at=datetime.fromisoformat(kept.at), previous_hash=kept.previous_hash, hash=kept.hash,
        by_id=by.pk, reason="done again after a backup was restored",
    )  # fmt: skip
    assert act.hash == act_hash(act), "its chain was checked"
    act.save(force_insert=True)


def _do_again(by: AbstractBaseUser, act: KeptAct, at: datetime, done: Replayed) -> None:
    ids = [subject["id"] for subject in act.subjects]
    articles = list(Article.objects.filter(public_id__in=ids).select_related("outlet").order_by("pk"))
    claims = list(Claim.objects.filter(public_id__in=ids).select_related("article__outlet").order_by("pk"))
    if act.kind == ActKind.WITHDRAWN:
        done.hidden += sum(_hide(article) for article in articles) + sum(_hide_claim(claim) for claim in claims)
        return
    if act.kind == ActKind.REDACTED:
        for article in articles:
            for number in _versions(act, article.public_id):
                _destroy(article, number, at, done)
        return
    for article in articles:
        for subject in act.subjects:
            if subject["id"] == article.public_id and subject["digest"]:
                _leave_text_gap(by, act, article, subject["version"], subject["digest"], at, done)
    for claim in claims:
        for number in _versions(act, claim.public_id):
            _leave_version_gap(by, act, claim, number, at, done)
    if act.kind == ActKind.RETRACTED:
        for article in articles:
            _retract(article)
    elif act.kind == ActKind.PERMISSION:
        for outlet in Outlet.objects.filter(articles__in=articles, show=Show.FULL).distinct():
            _show_less(outlet)
            done.left.append(
                f"act {act.number}: what {outlet.name} allows was changed; claims only are shown until you say"
            )
    elif act.kind == ActKind.RESTORED:
        for article in articles:
            if article.state == State.WITHDRAWN:
                done.left.append(
                    f"act {act.number}: {article.public_id} was brought back; do so again if it still may be"
                )
    elif act.kind not in (ActKind.ISSUED, *STATE_AFTER):
        done.left.append(f"act {act.number}: {ActKind(act.kind).label}, {', '.join(ids[:5])}{'…' if ids[5:] else ''}")


def _versions(act: KeptAct, public_id: str) -> list[int]:
    return [each["version"] for each in act.subjects if each["id"] == public_id and each["version"] > 0]


def _hide(article: Article) -> int:
    """As `withdraw_article` does; also what was still a draft in the backup goes, for it was out since."""
    if Article.objects.get(pk=article.pk).state == State.WITHDRAWN:
        return 0
    hide_article(article)
    Article.objects.filter(pk=article.pk).update(state=State.WITHDRAWN, changed_at=timezone.now())
    rewrite_public_texts(Article.objects.select_related("outlet").get(pk=article.pk))
    return 1


def _hide_claim(claim: Claim) -> int:
    claim.refresh_from_db()
    if claim.state == ClaimState.WITHDRAWN:
        return 0
    hide_claim(claim)
    Claim.objects.filter(pk=claim.pk).update(state=ClaimState.WITHDRAWN)
    rewrite_public_texts(claim.article)
    return 1


def _retract(article: Article) -> None:
    article.refresh_from_db()
    if article.is_public:
        Article.objects.filter(pk=article.pk).update(state=State.RETRACTED)
        article.state = State.RETRACTED
        let_claims_follow(article)


def _show_less(outlet: Outlet) -> None:
    Outlet.objects.filter(pk=outlet.pk).update(show=Show.CLAIMS)
    for article in Article.objects.filter(outlet=outlet, first_published_at__isnull=False).select_related("outlet"):
        rewrite_public_texts(article)


def _destroy(article: Article, number: int, at: datetime, done: Replayed) -> None:
    """Destroy a text that was removed; one that is out in the backup takes its report out with it: the next one is lost."""
    texts = Revision.objects.filter(article=article, removed_at=None)
    is_draft = (article.pk, number) in done.drafts
    revision = (texts.filter(published_at=None) if is_draft else texts.filter(number=number)).first()
    if revision is None:
        return
    article.refresh_from_db()
    if revision.is_current and article.is_public:
        hide_article(article)
        done.hidden += 1
        done.left.append(f"{article.public_id} is hidden: the text that followed the removed one is not in the backup")
    if revision.published_at is None:
        Revision.objects.filter(pk=revision.pk).update(published_at=at)
        revision.refresh_from_db()
    destroy_words(article=article, revision=revision, at=at)
    done.destroyed += 1


def _go_on_from_gaps(by: AbstractBaseUser, at: datetime) -> None:
    """Where a gap is the newest, what stands before it is worked on from now on, under the next number."""
    for gap in Revision.objects.filter(removed_at=at).select_related("article"):
        last = latest_revision(gap.article)
        before = gap.article.revisions.filter(removed_at=None).order_by("number").last()
        if last == gap and before is not None:
            Revision.objects.create(
                article=gap.article, number=gap.number + 1, headline=before.headline, body=before.body,
                caption=before.caption, credit=before.credit, reason="as in the backup", made_by_id=by.pk,
            )  # fmt: skip
    for claim in Claim.objects.filter(versions__removed_at=at).exclude(state=ClaimState.WITHDRAWN).distinct():
        if claim.versions.filter(removed_at=None).exists():
            open_version(by=by, claim=claim)


def _leave_text_gap(
    by: AbstractBaseUser, act: KeptAct, article: Article, number: int, digest: str, at: datetime, done: Replayed
) -> None:
    """A text that was published since: its number stays taken, its address says that it is gone."""
    if article.revisions.filter(number=number, published_at__isnull=False).exists():
        return
    pending = latest_revision(article)
    if pending.published_at is None:
        # What is being worked on may read otherwise than what was out under this number.
        done.drafts.add((article.pk, number))
        pending.number = number + 1
        pending.save(update_fields=["number"])
        ClaimVersion.objects.filter(revision=pending).update(revision_number=number + 1)
    Revision.objects.create(
        article=article, number=number, body="", made_by_id=by.pk, published_at=datetime.fromisoformat(act.at),
        removed_at=at,
    )  # fmt: skip
    rewrite_public_texts(article)
    PublicText.objects.filter(article=article, number=number).update(digest=digest)
    done.gaps += 1
    done.left.append(f"act {act.number}: text {number} of {article.public_id} is not in the backup; publish it anew")


def _leave_version_gap(
    by: AbstractBaseUser, act: KeptAct, claim: Claim, number: int, at: datetime, done: Replayed
) -> None:
    """The same for a version of a claim."""
    if claim.versions.filter(number=number, published_at__isnull=False).exists():
        return
    pending = latest_version(claim)
    if pending.published_at is None:
        pending.number = number + 1
        pending.save(update_fields=["number"])
    last = claim.versions.filter(published_at__isnull=False).order_by("number").last()
    gap = ClaimVersion.objects.get(pk=(last or pending).pk)
    gap.pk, gap._state.adding = None, True
    gap.number, gap.made_by_id, gap.is_current = number, by.pk, False
    for name, nothing in NOTHING.items():
        setattr(gap, name, nothing)
    gap.chain = chain_of_nobody(claim.article)
    gap.published_at, gap.removed_at = datetime.fromisoformat(act.at), at
    gap.is_public = False
    gap.save()
    hide_what_went(claim.article, [])
    done.gaps += 1
    done.left.append(f"act {act.number}: version {number} of {claim.public_id} is not in the backup; publish it anew")
