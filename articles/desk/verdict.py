"""What an editor says of a report that seems to copy another: "copy a123456m relay", "first a123456m translation", "own"."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import AbstractBaseUser

from articles.editing.copies import become_origin, join_origin, tell_apart
from articles.editing.drafting import latest_revision
from articles.models import Article, OriginKind
from articles.public_ids import MistypedId, normalise
from articles.queries.likeness import Kin, likely_kin, told_by

OWN, COPY, FIRST = "own", "copy", "first"


@dataclass(frozen=True)
class Verdict:
    """`other`: the report it was compared with, None for a report of its own. `is_copy`: this one copies the other."""

    other: Article | None = None
    is_copy: bool = False
    kind: OriginKind = OriginKind.REPUBLICATION


def verdict_for(kin: Kin) -> str:
    """What is sent by choosing a candidate as it was judged."""
    return f"{COPY if kin.judgement.is_copy else FIRST} {kin.article.public_id} {kin.judgement.kind}"


class VerdictField(forms.CharField):
    """The choice of an editor; its value is a Verdict, or None while nothing was said."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 60, "widget": forms.HiddenInput, **kwargs})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        if typed == OWN:
            return Verdict()
        try:
            way, typed_id, kind = typed.split(" ")
            other = Article.objects.filter(public_id=normalise(typed_id)).first()
            if other is None or way not in (COPY, FIRST):
                raise ValueError
            return Verdict(other, way == COPY, OriginKind(kind))
        except (ValueError, MistypedId) as error:
            raise forms.ValidationError("Say which report it copies, or that it copies none.") from error


def keep_verdict(*, by: AbstractBaseUser, article: Article, verdict: Verdict) -> None:
    """Join the two as the editor said, or tell it apart from all that were pointed out. Raises CannotJoin."""
    if verdict.other is None:
        seen = likely_kin(told_by(article, latest_revision(article)))
        tell_apart(by=by, article=article, others=[kin.article for kin in seen])
    elif verdict.is_copy:
        join_origin(by=by, article=article, origin=verdict.other, kind=verdict.kind)
    else:
        become_origin(by=by, newcomer=article, of=verdict.other, kind=verdict.kind)
