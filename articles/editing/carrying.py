"""Claims follow their words into another text: to the very same words, never to words that look like them."""

from django.contrib.auth.models import AbstractBaseUser

from articles.editing.claims import latest_version, open_version
from articles.models import Article, Claim, ClaimState, ClaimVersion, Revision
from articles.models.claim import Standing
from articles.spans import context, paragraph_of

QUOTATION_MARKS = frozenset("\"'“”‘’„‚«»‹›「」『』《》")


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
        # Words that were removed are looked for nowhere.
        if last.revision_id == revision.pk or last.removed_at is not None:
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
    """Where the same occurrence of the same words starts in the new text; None unless it is as certain as before.

    The words must stand there as often as before, whole as before, and between the same marks. One of several is known
    by what comes right before or right after it.
    """
    before, after = _places(old, exact), _places(new, exact)
    if start not in before or len(before) != len(after):
        return None
    found = after[before.index(start)]
    if _edges(old, start, exact) != _edges(new, found, exact):
        return None
    if len(before) > 1:
        (old_prefix, old_suffix), (prefix, suffix) = (
            context(text, place, place + len(exact)) for text, place in ((old, start), (new, found))
        )
        if prefix != old_prefix and suffix != old_suffix:
            return None
    return found


def _places(text: str, exact: str) -> list[int]:
    """Where the words start, overlapping ones counted."""
    places, found = [], text.find(exact)
    while exact and found >= 0:
        places.append(found)
        found = text.find(exact, found + 1)
    return places


def _edges(text: str, start: int, exact: str) -> tuple[str, str]:
    """What touches the words on both sides: a letter or a quotation mark as it is, "" for anything else."""
    around = (text[start - 1 : start] if start else "", text[start + len(exact) : start + len(exact) + 1])
    before, after = (char if char.isalnum() or char in QUOTATION_MARKS else "" for char in around)
    return before, after


def _place(version: ClaimVersion, revision: Revision, start: int) -> None:
    version.revision, version.revision_number = revision, revision.number
    version.start, version.end = start, start + len(version.exact)
    version.paragraph = paragraph_of(revision.body, version.start, version.end)[0]
    version.prefix, version.suffix = context(revision.body, version.start, version.end)
