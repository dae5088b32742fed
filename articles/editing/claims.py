"""Pin statements to their words, say who speaks, change them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.dates import PartialDate
from articles.models import (
    Article,
    Claim,
    ClaimLink,
    ClaimProvince,
    ClaimTopic,
    ClaimVersion,
    Figure,
    ReportAttribution,
    Revision,
    Topic,
)
from articles.models.claim import Standing
from articles.spans import SpanError, context, paragraph_of, slice_of
from provinces.models import Province
from sources.models import Attribution, Basis, Chain, Institution, Outlet, Role, Speaker, Speech, Step


@dataclass(frozen=True)
class StepDraft:
    """One link of a chain; exactly the speaker its kind asks for."""

    kind: Speaker
    speech: Speech
    outlet: Outlet | None = None
    attribution: Attribution | None = None
    institution: Institution | None = None
    printed: str = ""
    verb: str = ""
    basis: Basis = Basis.PRINTED


@dataclass(frozen=True)
class ClaimDraft:
    """One statement: a span of the revision in code points, end exclusive, and what an editor says of it."""

    start: int
    end: int
    steps: Sequence[StepDraft]
    paraphrase: str = ""
    attribution: Attribution | None = None
    utterance: int | None = None
    actor: Institution | None = None
    addressee: Institution | None = None
    provinces: Collection[Province] = ()
    topics: Collection[Topic] = ()
    event: PartialDate = PartialDate.none()
    due: PartialDate = PartialDate.none()


@transaction.atomic
def attribute(
    *,
    by: AbstractBaseUser,
    article: Article,
    descriptor: str,
    role: str = Role.UNSPECIFIED,
    province: Province | None = None,
    told: str = "",
    contact: str = "",
    condition: str = "",
) -> Attribution:
    """One unnamed source as this report words it; it belongs to this report alone."""
    attribution = Attribution.objects.create(
        descriptor=descriptor, role=role, province=province, told=told, contact=contact, condition=condition
    )
    ReportAttribution.objects.create(article=article, attribution=attribution)
    return attribution


@transaction.atomic
def pin_claim(*, by: AbstractBaseUser, article: Article, revision: Revision, draft: ClaimDraft) -> Claim:
    """A new claim, a draft until the report is published again. Raises SpanError when the span holds no words."""
    claim = Claim.objects.create(article=article)
    _write_version(by, ClaimVersion(claim=claim, number=1), revision, draft, "")
    return claim


@transaction.atomic
def revise_claim(
    *, by: AbstractBaseUser, claim: Claim, revision: Revision, draft: ClaimDraft, reason: str = ""
) -> ClaimVersion:
    """Change a claim: an unpublished version is rewritten, a published one followed by a new one if anything differs.

    Raises SpanError when the span holds no words.
    """
    last = latest_version(claim)
    if (
        _sorted(draft_of(last)) == _sorted(draft)
        and last.revision_id == revision.pk
        and reads_as_pinned(last, revision)
    ):
        return last
    return _write_version(by, open_version(by=by, claim=claim), revision, draft, reason)


def reads_as_pinned(version: ClaimVersion, revision: Revision) -> bool:
    """Whether the text reads, at the version's span and around it, as when it was pinned; what is out never changes."""
    if revision.published_at is not None:
        return True
    start, end = version.start, version.end
    there = (slice_of(revision.body, start, end), *context(revision.body, start, end))
    return (*there, paragraph_of(revision.body, start, end)[0]) == (
        version.exact, version.prefix, version.suffix, version.paragraph,
    )  # fmt: skip


@transaction.atomic
def open_version(*, by: AbstractBaseUser, claim: Claim) -> ClaimVersion:
    """A version that may still be changed: the pending one, or a copy of the published one with the next number."""
    last = latest_version(claim)
    if last.published_at is None:
        return last
    # A version may have lost its words: what stands before it is gone on with.
    model = claim.versions.filter(removed_at=None).order_by("number").last() or last
    return copy_version(by=by, model=model, number=last.number + 1)


@transaction.atomic
def copy_version(*, by: AbstractBaseUser, model: ClaimVersion, number: int) -> ClaimVersion:
    """A version that says what `model` says, under another number, and may still be changed."""
    draft = draft_of(model)
    version = ClaimVersion.objects.get(pk=model.pk)
    version.pk, version.number, version._state.adding = None, number, True
    version.published_at, version.is_current, version.is_public = None, False, False
    version.made_by_id = by.pk
    version.save()
    file_version(version, draft.provinces, draft.topics)
    ClaimLink.objects.bulk_create(
        ClaimLink(
            version=version,
            other_id=row.other_id,
            kind=row.kind,
            ground=row.ground,
            reason=row.reason,
            made_by_id=row.made_by_id,
        )
        for row in model.links.all()
    )
    figures = list(model.figures.all())
    for figure in figures:
        figure.pk, figure.version, figure.is_public = None, version, False
    Figure.objects.bulk_create(figures)
    return version


@transaction.atomic
def drop_claim(*, by: AbstractBaseUser, claim: Claim) -> None:
    """Throw away a claim that was never published, with its chain; one that was is withdrawn instead. Raises ValueError."""
    if claim.first_published_at is not None:
        raise ValueError(f"{claim.public_id} was published; it is withdrawn, or proposed to leave")
    chains = list(Chain.objects.filter(claim_versions__claim=claim).distinct())
    claim.versions.all().delete()
    claim.delete()
    drop_unused(chains)


def chain_of_nobody(article: Article) -> Chain:
    """A chain that names nobody but the report's outlet: who speaks where no words are left."""
    return _chain(article, [StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)])


def drop_unused(chains: Iterable[Chain]) -> None:
    """Delete those of the chains that no version of a claim has any more, with their steps."""
    Chain.objects.filter(pk__in=[chain.pk for chain in chains], claim_versions__isnull=True).delete()


def latest_version(claim: Claim) -> ClaimVersion:
    """The version an editor works on: the newest, published or not."""
    version = claim.versions.order_by("number").last()
    assert version is not None, "every claim is pinned with a version"
    return version


def draft_of(version: ClaimVersion) -> ClaimDraft:
    """What a version says, as a value that can be compared and changed."""
    return ClaimDraft(
        start=version.start,
        end=version.end,
        steps=[step_draft(step) for step in version.chain.steps.all()],
        paraphrase=version.paraphrase,
        attribution=version.attribution,
        utterance=version.utterance,
        actor=version.actor,
        addressee=version.addressee,
        provinces=tuple(Province.objects.filter(filed_claims__version=version).order_by("pk")),
        topics=tuple(Topic.objects.filter(claim_items__content_object=version).order_by("pk")),
        event=version.event,
        due=version.due,
    )


def _sorted(draft: ClaimDraft) -> ClaimDraft:
    """The draft with its collections in one order, so that two can be compared."""
    return replace(
        draft,
        steps=tuple(draft.steps),
        provinces=tuple(sorted(draft.provinces, key=lambda row: row.pk)),
        topics=tuple(sorted(draft.topics, key=lambda row: row.pk)),
    )


def step_draft(step: Step) -> StepDraft:
    """A step as a value."""
    return StepDraft(
        kind=Speaker(step.kind), speech=Speech(step.speech), outlet=step.outlet, attribution=step.attribution,
        institution=step.institution, printed=step.printed, verb=step.verb, basis=Basis(step.basis),
    )  # fmt: skip


def _write_version(
    by: AbstractBaseUser, version: ClaimVersion, revision: Revision, draft: ClaimDraft, reason: str
) -> ClaimVersion:
    words, version.exact = version.exact, slice_of(revision.body, draft.start, draft.end)
    if not version.exact.strip():
        raise SpanError(f"the span {draft.start} to {draft.end} holds no words")
    if (version.revision_id, version.start, version.end) != (revision.pk, draft.start, draft.end):
        version.standing = Standing.STANDS
    version.revision, version.revision_number = revision, revision.number
    version.start, version.end = draft.start, draft.end
    version.prefix, version.suffix = context(revision.body, draft.start, draft.end)
    version.paragraph = paragraph_of(revision.body, draft.start, draft.end)[0]
    version.paraphrase, version.utterance = draft.paraphrase, draft.utterance
    version.attribution = draft.attribution
    before = [version.chain] if version.chain_id is not None else []
    version.chain = _chain(version.claim.article, draft.steps)
    version.actor, version.addressee = draft.actor, draft.addressee
    version.event, version.due = draft.event, draft.due
    version.made_by_id, version.reason = by.pk, reason
    version.save()
    if words != version.exact:
        _drop_figures(version, words)
    drop_unused(before)
    file_version(version, draft.provinces, draft.topics)
    return version


def _drop_figures(version: ClaimVersion, before: str) -> None:
    """Drop the figures whose words no longer stand where they did among the claim's."""
    for figure in version.figures.all():
        if before[figure.start : figure.end] != version.exact[figure.start : figure.end]:
            figure.delete()


def file_version(version: ClaimVersion, provinces: Collection[Province], topics: Collection[Topic]) -> None:
    """Set what an unpublished version is about."""
    version.filed_provinces.all().delete()
    version.topic_items.all().delete()
    ClaimProvince.objects.bulk_create(ClaimProvince(version=version, province=province) for province in provinces)
    ClaimTopic.objects.bulk_create(ClaimTopic(content_object=version, tag=topic) for topic in topics)


def _chain(article: Article, drafts: Sequence[StepDraft]) -> Chain:
    """The chain of these steps, shared with another claim of the report that has the same."""
    chains = Chain.objects.filter(claim_versions__claim__article=article).distinct()
    for chain in chains.prefetch_related("steps__outlet", "steps__attribution", "steps__institution"):
        if [step_draft(step) for step in chain.steps.all()] == list(drafts):
            return chain
    chain = Chain.objects.create()
    Step.objects.bulk_create(
        Step(
            chain=chain, position=position, kind=draft.kind, outlet=draft.outlet, attribution=draft.attribution,
            institution=draft.institution, printed=draft.printed, verb=draft.verb, speech=draft.speech, basis=draft.basis,
        )
        for position, draft in enumerate(drafts, start=1)
    )  # fmt: skip
    return chain
