"""Claims follow their words into another text: to the very same words, never to words that look like them."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F

from articles.editing.claims import copy_version, latest_version, open_version
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


def carry_claims_over(
    *, by: AbstractBaseUser, article: Article, revision: Revision, held: Collection[int] = ()
) -> dict[int, ClaimVersion]:
    """Pin every claim to a new text that is being published, or say in a new version that its words are lost.

    Of a claim that is `held` back, by its pk, what readers see follows its words as well: returned are these versions,
    by the claim's pk. What waits of it goes on waiting.
    """
    carried = {}
    for claim in article.claims.exclude(state=ClaimState.WITHDRAWN):
        last = latest_version(claim)
        out = claim.versions.filter(is_current=True).first() if claim.pk in held else None
        if out is not None and _says_otherwise(out, revision):
            if last.published_at is None:
                claim.versions.filter(pk=last.pk).update(number=F("number") + 1)
            version = copy_version(by=by, model=out, number=out.number + 1)
            _carry(version, out, revision)
            carried[claim.pk] = version
            if last.published_at is not None:
                continue
            last.refresh_from_db()
        if _says_otherwise(last, revision):
            _carry(open_version(by=by, claim=claim), last, revision)
    return carried


def _says_otherwise(version: ClaimVersion, revision: Revision) -> bool:
    """Whether a version is pinned to another text, and not said to be lost already."""
    # Words that were removed are looked for nowhere.
    if version.revision_id == revision.pk or version.removed_at is not None:
        return False
    return version.standing != Standing.LOST or _found(version, revision) is not None


def _found(version: ClaimVersion, revision: Revision) -> int | None:
    return only_place(version.revision.body, revision.body, version.exact, version.start)


def _carry(version: ClaimVersion, before: ClaimVersion, revision: Revision) -> None:
    """Pin a version to the text as `before` stands in it."""
    start = _found(before, revision)
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
