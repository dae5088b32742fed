"""Claims follow their words into another text: to the very same words, never to words that look like them."""

from django.contrib.auth.models import AbstractBaseUser

from articles.editing.claims import latest_version, open_version
from articles.models import Article, Claim, ClaimState, ClaimVersion, Revision
from articles.models.claim import Standing
from articles.spans import context, paragraph_of


class WordsGone(ValueError):
    """Claims of a draft whose words its new text does not have, or has another number of times."""

    def __init__(self, claims: list[Claim]) -> None:
        names = ", ".join(claim.public_id for claim in claims)
        super().__init__(f"the new text does not have the words of the claims pinned to the draft: {names}")
        self.claims = claims


def carry_claims_over(*, by: AbstractBaseUser, article: Article, revision: Revision) -> None:
    """Pin every claim to a new text that is being published, or say in a new version that its words are lost."""
    for claim in article.claims.exclude(state=ClaimState.WITHDRAWN):
        last = latest_version(claim)
        if last.revision_id == revision.pk:
            continue
        start = only_place(last.revision.body, revision.body, last.exact, last.start)
        if start is None and last.standing == Standing.LOST:
            continue
        version = open_version(by=by, claim=claim)
        if start is None:
            version.standing = Standing.LOST
        else:
            version.standing = Standing.STANDS if start == version.start else Standing.MOVED
            _place(version, revision, start)
        version.save()


def repin_claims(*, revision: Revision, before: str) -> None:
    """Pin the claims of an unpublished text anew after it was rewritten; `before`: its body until then.

    Raises WordsGone: what is pinned to a draft has no older text to stay with.
    """
    versions = list(ClaimVersion.objects.filter(revision=revision, published_at=None).select_related("claim"))
    places = [only_place(before, revision.body, version.exact, version.start) for version in versions]
    gone = [version.claim for version, start in zip(versions, places, strict=True) if start is None]
    if gone:
        raise WordsGone(gone)
    for version, start in zip(versions, places, strict=True):
        assert start is not None
        _place(version, revision, start)
        version.save()


def only_place(old: str, new: str, exact: str, start: int) -> int | None:
    """Where the same occurrence of the same words starts in the new text; None unless it is as certain as before."""
    count = old.count(exact)
    if not count or new.count(exact) != count:
        return None
    found = -1
    for _ in range(old.count(exact, 0, start + len(exact) - 1) + 1):
        found = new.index(exact, found + 1)
    return found


def _place(version: ClaimVersion, revision: Revision, start: int) -> None:
    version.revision, version.revision_number = revision, revision.number
    version.start, version.end = start, start + len(version.exact)
    version.paragraph = paragraph_of(revision.body, version.start, version.end)[0]
    version.prefix, version.suffix = context(revision.body, version.start, version.end)
