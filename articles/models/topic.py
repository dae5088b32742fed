"""Topics: django-taggit tags with labels in two languages, other names and a broader topic."""

from django.db import models
from django.db.models import F, Q
from taggit.models import ItemBase, TagBase

from provinces.audience import Audience
from provinces.history import keeps_history
from provinces.models.published import PublishedQuerySet


class TopicQuerySet(PublishedQuerySet["Topic"]):
    """Topics by gate."""


@keeps_history()
class Topic(TagBase):
    """One topic; `name` is its English label. A topic's pages include its narrower ones."""

    label_ko = models.CharField("label in Korean", max_length=100, blank=True)
    broader = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="narrower")
    is_public = models.BooleanField(default=True, editable=False)

    audience = Audience(public=("id", "name", "slug", "label_ko", "broader", "is_public"), within=("broader",))
    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(broader__isnull=True) | ~Q(broader=F("id")), name="topic_is_not_broader_than_itself"
            )
        ]


@keeps_history()
class TopicName(models.Model):
    """Another name of a topic, or the name and address it had before a merge."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=100, unique=True, allow_unicode=True)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("ko", "Korean")], default="en")
    # Of a topic that was merged into this one: who looks for it means all that is filed here.
    was_label = models.BooleanField(default=False, editable=False)
    is_public = models.BooleanField(default=True, editable=False)

    audience = Audience(public=("id", "topic", "name", "slug", "language", "was_label", "is_public"), within=("topic",))
    objects = PublishedQuerySet["TopicName"].as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@keeps_history()
class ArticleTopic(ItemBase):
    """A report filed under a topic."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="article_items")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="topic_items")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "tag", "content_object", "is_public"), within=("tag", "content_object"))
    objects = PublishedQuerySet["ArticleTopic"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="article_has_a_topic_once")]
        indexes = [models.Index(fields=["tag", "content_object"], name="articles_of_topic")]


@keeps_history()
class ClaimTopic(ItemBase):
    """A version of a claim filed under a topic."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="claim_items")
    content_object = models.ForeignKey("articles.ClaimVersion", models.CASCADE, related_name="topic_items")
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(public=("id", "tag", "content_object", "is_public"), within=("tag", "content_object"))
    objects = PublishedQuerySet["ClaimTopic"].as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="claim_has_a_topic_once")]
        indexes = [models.Index(fields=["tag", "content_object"], name="claims_of_topic")]
