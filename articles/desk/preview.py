"""How a report would read on the public site: publish it, draw the page, and take everything back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import get_urlconf, set_urlconf

from articles.context import site
from articles.editing.publishing import publish_article
from articles.models import Article
from articles.pages.article import article_page
from articles.queries import reading


@transaction.atomic
def preview_page(*, by: AbstractBaseUser, article: Article, request: HttpRequest) -> str:
    """The page as HTML. Nothing of it lasts: no act, no id in the ledger. Raises NotReady."""
    publish_article(by=by, article=article, reason="preview")
    found = reading.article_called(article.public_id)
    assert found is not None, "a published report is found"
    texts = reading.texts_of(found)
    page = article_page(found, texts, next(text for text in texts if text.is_current))
    html = _as_reader(page, article, request)
    transaction.set_rollback(True)
    return html


def _as_reader(page: object, article: Article, request: HttpRequest) -> str:
    """Draw the page with the public site's addresses."""
    urlconf = get_urlconf()
    set_urlconf("articles.desk.preview_urls")
    try:
        return render_to_string("desk/preview.html", {**site(request), "page": page, "article": article})
    finally:
        set_urlconf(urlconf)
