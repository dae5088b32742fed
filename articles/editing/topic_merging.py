"""Merge one topic into another, and take a merge back exactly; every address of both leads to a page all the while."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.editing.filing_in_time import keep_filing, move_filing, move_filing_back
from articles.editing.ledger import Subject, record_act
from articles.editing.locking import count_edits
from articles.editing.merging import check_two, keep_names
from articles.editing.public_texts import rewrite_public_texts
from articles.models import (
    Act,
    ActKind,
    Article,
    ArticleTopic,
    ClaimTopic,
    ClaimVersion,
    Topic,
    TopicMerge,
    TopicName,
)

# What a merge may change of another name of a topic.
_OF_A_NAME = ("topic_id", "name", "language", "was_label")


class CannotUndo(Exception):
    """A merge that cannot be taken back as things stand; `str()` says why."""


@transaction.atomic
def merge_topics(*, by: AbstractBaseUser, topic: Topic, into: Topic) -> TopicMerge:
    """File everything of `topic` under `into`, then let `topic` live on as another name of it. Raises CannotMerge.

    What goes over is kept with the merge, so that `undo_merge` can take it back.
    """
    check_two(topic, into)
    merge = TopicMerge(topic_number=topic.pk, name=topic.name, into_name=into.name, into=into, by_id=by.pk)
    moved: dict[str, Any] = {
        "topic": {"slug": topic.slug, "name": topic.name, "label_ko": topic.label_ko, "broader": topic.broader_id},
        "broader_of_into": [into.broader_id, into.broader_id],
    }
    if _is_below(into, topic):
        # It takes the place of the one above it, and what stood between them comes below it.
        into.broader = topic.broader
        into.save()
        moved["broader_of_into"][1] = into.broader_id
    narrower = topic.narrower.exclude(pk=into.pk)
    moved["narrower"] = sorted(narrower.values_list("pk", flat=True))
    narrower.update(broader=into)
    articles = list(Article.objects.filter(topic_items__tag=topic).order_by("pk"))
    moved["articles"], _, moved["articles_under_both"] = _repoint(ArticleTopic, topic, into)
    # A version that waits is filed anew with every save: its rows do not last, so it is known by its own number.
    _, moved["versions"], both = _repoint(ClaimTopic, topic, into)
    moved["versions_under_both"] = sorted(both.values())
    moved["filing"] = move_filing(topic, into)
    names = _names_of(topic, into)
    topic.other_names.update(topic=into)
    topic.delete()
    labels = [moved["topic"]["name"], moved["topic"]["label_ko"]]
    keep_names(TopicName, labels, moved["topic"]["slug"], topic=into)
    TopicName.objects.filter(topic=into, name__in=labels).update(was_label=True)
    TopicName.objects.filter(topic=into, name=moved["topic"]["label_ko"]).update(language="ko")
    moved["names_before"], moved["names_after"] = _differing(names, _names_of(into))
    merge.moved = moved
    merge.save()
    count_edits(
        [*(article.pk for article in articles), *_articles_of([*moved["versions"], *moved["versions_under_both"]])]
    )
    _refiled(by, ActKind.MERGED, articles)
    return merge


@transaction.atomic
def undo_merge(*, by: AbstractBaseUser, merge: TopicMerge) -> Topic:
    """Bring a merged topic back with what the merge took from it, and nothing else.

    What an editor has filed differently since stays so. A version of a claim made since follows the one it was made
    from. Raises CannotUndo.
    """
    merge = TopicMerge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at is not None:
        raise CannotUndo("this merge was taken back already")
    into = Topic.objects.filter(pk=merge.into_id).first()
    if into is None:
        raise CannotUndo(f"“{merge.into_name}” was merged on itself; take that back first")
    topic = _bring_back(merge, into)
    dropped = {owner: int(pk) for pk, owner in merge.moved["articles_under_both"].items()}
    articles = _back(ArticleTopic, topic, into, merge.moved["articles"], dropped)
    both = _versions_since(merge.moved["versions_under_both"])
    alone = _versions_since(merge.moved["versions"]) - both
    rows = ClaimTopic.objects.filter(tag=into, content_object__in=alone).values_list("pk", flat=True)
    versions = _back(ClaimTopic, topic, into, list(rows), dict.fromkeys(both))
    in_time = move_filing_back(topic, into, merge.moved["filing"])
    count_edits([*articles, *_articles_of(versions)])
    merge.undone_by_id, merge.undone_at = by.pk, timezone.now()
    merge.save()
    act = _refiled(by, ActKind.REFILED, list(Article.objects.filter(pk__in=articles).order_by("pk")))
    # Who took a report out of the topic and put it back since made it stand there anew.
    for article in Article.objects.filter(pk__in={*articles, *in_time}, is_public=True).order_by("pk"):
        keep_filing(article, act.at if act else merge.undone_at)
    return topic


def _bring_back(merge: TopicMerge, into: Topic) -> Topic:
    """The topic with its number, names, addresses and place among the others."""
    was = merge.moved["topic"]
    before: dict[str, dict[str, Any]] = merge.moved["names_before"]
    after: dict[str, dict[str, Any]] = merge.moved["names_after"]
    same = Topic.objects.filter(Q(name__iexact=was["name"]) | Q(slug=was["slug"])).first()
    if same is not None:
        raise CannotUndo(f"there is another topic “{same}” of this name or address now")
    taken = TopicName.objects.filter(slug=was["slug"]).exclude(topic=into).first()
    if taken is not None:
        raise CannotUndo(f"its address leads to “{taken.topic}” now")
    # Every address that was given out leads to it from here on, those that the merge itself made as well.
    made = Q(pk__in=[pk for pk in after if pk not in before]) | Q(slug=was["slug"])
    TopicName.objects.filter(made, topic=into).update(topic_id=merge.topic_number)
    broader = was["broader"] if Topic.objects.filter(pk=was["broader"]).exists() else None
    topic: Topic = Topic.objects.create(
        pk=merge.topic_number, slug=was["slug"], name=was["name"], label_ko=was["label_ko"], broader_id=broader
    )
    for pk, row in before.items():
        # A name that an editor has changed or moved since stays where it is.
        TopicName.objects.filter(pk=pk, topic__in=(into, merge.topic_number), name=after[pk]["name"]).update(
            # Merges of before 26 November 2026 do not tell whether it was a label.
            **{name: row[name] for name in _OF_A_NAME if name in row}
        )
    # Its own address needs no name beside it that leads there, unless it had one.
    TopicName.objects.filter(topic=topic, slug=was["slug"]).exclude(pk__in=list(before)).delete()
    Topic.objects.filter(pk__in=merge.moved["narrower"], broader=into).update(broader=topic)
    broader_before, broader_after = merge.moved["broader_of_into"]
    if broader_before != broader_after and into.broader_id == broader_after:
        Topic.objects.filter(pk=into.pk).update(broader_id=broader_before)
    return topic


def _versions_since(versions: Iterable[int]) -> set[int]:
    """These versions, and every later one of the same claims."""
    found = set(versions)
    numbers = {row.claim_id: row.number for row in ClaimVersion.objects.filter(pk__in=found).order_by("-number")}
    later = ClaimVersion.objects.filter(claim__in=numbers).values_list("pk", "claim_id", "number")
    return found | {pk for pk, claim, number in later if number > numbers[claim]}


def _articles_of(versions: Iterable[int]) -> list[int]:
    """The reports that these versions of claims belong to."""
    found = ClaimVersion.objects.filter(pk__in=versions).order_by().values_list("claim__article", flat=True)
    return list(found.distinct())


def _repoint(model: Any, topic: Topic, into: Topic) -> tuple[list[int], list[int], dict[str, int]]:
    """Move rows over, dropping those whose owner is filed there already.

    Rows moved, their owners, and the dropped rows with their owners, by their numbers as text, as JSON will have them.
    """
    rows = model.objects.filter(tag=topic)
    twice = rows.filter(content_object__in=model.objects.filter(tag=into).values("content_object"))
    dropped = {str(pk): owner for pk, owner in sorted(twice.values_list("pk", "content_object"))}
    twice.delete()
    moved = sorted(rows.values_list("pk", "content_object"))
    rows.update(tag=into)
    return [pk for pk, _ in moved], [owner for _, owner in moved], dropped


def _back(model: Any, topic: Topic, into: Topic, moved: list[int], under_both: Mapping[int, int | None]) -> list[int]:
    """Move rows back, file anew under both what was under both and still is under `into`; the owners of all these.

    `under_both`: owners with the number that their row had, None where it does not matter. It has that number again,
    for a merge below this one may know it by it.
    """
    rows = model.objects.filter(pk__in=moved, tag=into)
    owners = list(rows.values_list("content_object", flat=True))
    rows.update(tag=topic)
    kept = model.objects.filter(tag=into, content_object__in=under_both).values_list("content_object", "is_public")
    model.objects.bulk_create(
        model(pk=under_both[owner], tag=topic, content_object_id=owner, is_public=public) for owner, public in kept
    )
    return [*owners, *(owner for owner, _ in kept)]


def _names_of(*topics: Topic) -> dict[str, dict[str, Any]]:
    """The other names of these topics, by their numbers as text, as JSON will have them."""
    rows = TopicName.objects.filter(topic__in=topics)
    return {str(row.pk): {name: getattr(row, name) for name in _OF_A_NAME} for row in rows}


def _differing(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of two pictures of the names, what is not the same in both."""
    changed = {pk for pk in after if before.get(pk) != after[pk]}
    return ({pk: before[pk] for pk in changed if pk in before}, {pk: after[pk] for pk in changed})


def _is_below(topic: Topic, above: Topic) -> bool:
    """Whether `above` is broader than the topic, by however many steps."""
    while topic.broader is not None:
        topic = topic.broader
        if topic.pk == above.pk:
            return True
    return False


def _refiled(by: AbstractBaseUser, kind: ActKind, articles: list[Article]) -> Act | None:
    """The public texts hold the names of topics; one act names the reports that are out."""
    public = [article for article in articles if article.is_public]
    for article in public:
        rewrite_public_texts(article)
    if not public:
        return None
    return record_act(by=by, kind=kind, subjects=[Subject(article.public_id, 0) for article in public])
