"""Under what a report stood, and when: so that a list can be shown as it was on a day. Written by `editing.filing`."""

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.topic import Topic
from provinces.audience import Audience
from provinces.models import Province
from provinces.models.published import PublishedQuerySet


class FiledProvince(models.Model):
    """A published report stood under a province, from `since` up to but not at `until`; None while it still does."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="provinces_in_time")
    province = models.ForeignKey(Province, models.PROTECT, related_name="articles_in_time")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "article", "province", "since", "until", "is_public"), within=("article", "province")
    )
    objects = PublishedQuerySet["FiledProvince"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "province"], condition=Q(until=None), name="filed_province_stands_once"
            ),
        ]
        indexes = [
            models.Index(fields=["province", "article"], name="articles_of_province_in_time"),
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="filed_province_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.province_id} since {self.since}"


class FiledTopic(models.Model):
    """The same under a topic; named as taggit's items are, so that both can be asked in one way."""

    content_object = models.ForeignKey(Article, models.CASCADE, related_name="topics_in_time")
    tag = models.ForeignKey(Topic, models.PROTECT, related_name="articles_in_time")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    is_public = models.BooleanField(default=False, editable=False)

    audience = Audience(
        public=("id", "content_object", "tag", "since", "until", "is_public"), within=("content_object", "tag")
    )
    objects = PublishedQuerySet["FiledTopic"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_object", "tag"], condition=Q(until=None), name="filed_topic_stands_once"
            ),
        ]
        indexes = [
            models.Index(fields=["tag", "content_object"], name="articles_of_topic_in_time"),
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="filed_topic_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.content_object_id} on {self.tag_id} since {self.since}"
