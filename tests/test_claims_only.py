"""A report whose outlet allows single statements: its page has the claims and not the text."""

from django.contrib.auth.models import User

from tests.conftest import Reader
from tests.story import RELAYED, tell


def test_its_page_opens_with_the_claims_and_without_the_text(publisher: User, reader: Reader) -> None:
    told = tell(by=publisher, show="claims")

    response = reader.get(f"/articles/{told.article.public_id}/")
    page = response.content.decode()

    assert response.status_code == 200
    assert "lets us show single statements, not the whole text" in page
    assert RELAYED in page
    assert f"/claims/{told.acted.public_id}/" in page
    assert 'id="p1"' not in page
    assert "workshops stood still" not in page
