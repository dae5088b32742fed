"""The sources of one report: read them, and mend how the desk has put one down."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.models import Article
from provinces.models import Province
from sources.models import Attribution

PUBLIC_WORDS = ("descriptor", "told", "condition")


@dataclass(frozen=True)
class SourceWords:
    """How one report words one of its unnamed sources. Role, province and contact never leave the desk."""

    descriptor: str
    role: str
    province: Province | None
    told: str
    contact: str
    condition: str


def words_of_source(attribution: Attribution) -> SourceWords:
    """The attribution as a value."""
    return SourceWords(
        attribution.descriptor, attribution.role, attribution.province, attribution.told, attribution.contact,
        attribution.condition,
    )  # fmt: skip


@transaction.atomic
def reword_source(*, by: AbstractBaseUser, article: Article, attribution: Attribution, words: SourceWords) -> None:
    """Put a source of this report down differently; words that the public has read stay. Raises ValueError."""
    known = Attribution.objects.select_for_update(of=("self",)).get(pk=attribution.pk, report__article=article)
    before = words_of_source(known)
    if before == words:
        return
    if known.is_public and any(getattr(before, name) != getattr(words, name) for name in PUBLIC_WORDS):
        raise ValueError(
            f"“{known.descriptor}” is on the public site; put the other wording down as a source of its own"
        )
    known.descriptor, known.role, known.province = words.descriptor, words.role, words.province
    known.told, known.contact, known.condition = words.told, words.contact, words.condition
    known.save()
