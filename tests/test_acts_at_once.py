"""Two acts at the same moment: what hangs on both is as the later one left it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from articles.editing.publishing import publish_article
from articles.editing.withdrawing import withdraw_article
from articles.models import Article, ClaimLink
from tests.story import tell
from tests.test_links import link
from tests.waiting import until_others_wait


@pytest.mark.django_db(transaction=True)
def test_a_link_to_what_is_withdrawn_meanwhile_is_not_published(publisher: User) -> None:
    here, there = tell(by=publisher), tell(by=publisher, outlet_name="Southern Gazette")
    link(publisher, here, there)

    def publish() -> None:
        try:
            publish_article(by=publisher, article=here.article)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as beside:
        with transaction.atomic():
            withdraw_article(by=publisher, article=there.article, reason="a name in a caption")
            published = beside.submit(publish)
            until_others_wait(1)
        published.result()
    assert Article.objects.get(pk=here.article.pk).is_public
    ends = ClaimLink.objects.filter(version__is_current=True).values_list("version__is_public", "is_public")
    assert set(ends) == {(True, False)}, "the newest version here is out, and leads nowhere"
