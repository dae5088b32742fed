"""Remove the words of one revision for good: from every table that holds them. A dated gap stays in their place."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from articles.editing.imprints import retake_imprint
from articles.editing.ledger import Subject, record_act
from articles.editing.public_texts import rewrite_public_texts
from articles.editing.withdrawing import SecondPersonNeeded
from articles.models import Act, ActKind, Article, ClaimVersion, ClaimWarning, Removal, Revision
from articles.report_text import UnreadableReport, read_report

# Names of originals that are read as they stand; rows, pages and feeds are not.
PLAIN = (".txt", "standard input", "pasted text")


class StillCurrent(ValueError):
    """The text that is out cannot be removed under its readers: another is published first, or the report withdrawn."""


@transaction.atomic
def ask_removal(*, by: AbstractBaseUser, revision: Revision, reason: str) -> Removal:
    """The first of the two persons. Raises ValueError for a text never published or removed already, StillCurrent."""
    _check(revision)
    removal, _ = Removal.objects.get_or_create(revision=revision, defaults={"asked_by_id": by.pk, "reason": reason})
    return removal


@transaction.atomic
def confirm_removal(*, by: AbstractBaseUser, removal: Removal) -> Act:
    """The second person does it, and it cannot be undone. Raises SecondPersonNeeded, ValueError and StillCurrent."""
    if removal.asked_by_id == by.pk:
        raise SecondPersonNeeded("who asked for a removal does not confirm it; a second person does")
    revision = Revision.objects.select_for_update().get(pk=removal.revision_id)
    _check(revision)
    at, article = timezone.now(), Article.objects.select_related("outlet").get(pk=revision.article_id)
    _remove_originals(article, revision.body)
    versions = ClaimVersion.objects.filter(revision=revision)
    claims = sorted(set(versions.values_list("claim__public_id", "number")))
    ClaimWarning.objects.filter(claim__versions__in=versions).delete()
    versions.update(exact="", prefix="", suffix="", paraphrase="", reason="", removed_at=at)
    revision.headline = revision.body = revision.caption = revision.credit = revision.reason = ""
    revision.removed_at = at
    revision.save()
    retake_imprint(article)
    rewrite_public_texts(article)
    Article.objects.filter(pk=article.pk).update(changed_at=at)
    return record_act(
        by=by,
        kind=ActKind.REDACTED,
        subjects=[Subject(article.public_id, revision.number), *(Subject(*claim) for claim in claims)],
        reason=removal.reason,
    )


def _check(revision: Revision) -> None:
    if revision.published_at is None:
        raise ValueError("a text that was never published is changed, not removed")
    if revision.removed_at is not None:
        raise ValueError("these words were removed already")
    if revision.is_current and Article.objects.filter(pk=revision.article_id, is_public=True).exists():
        raise StillCurrent("this text is out: publish another one or withdraw the report first")


def _remove_originals(article: Article, body: str) -> None:
    """What came in and was read as this text goes with it; so does all that is no plain text and may hold it."""
    for original in article.originals.all():
        try:
            read = read_report(original.text.encode(), language=article.language).body
        except UnreadableReport:
            read = body
        if read == body or not original.name.endswith(PLAIN):
            original.delete()
