"""Reports, their texts and claims, and every public page."""

from django.apps import AppConfig
from django.core.signals import request_finished

from articles.remembered import within_an_answer


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Reports and claims"

    def ready(self) -> None:
        """What was searched for is forgotten once it is answered."""
        request_finished.connect(_forget_answer)


def _forget_answer(**_: object) -> None:
    within_an_answer.forget()
