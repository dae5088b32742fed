"""What every page knows of its site: three settings, nothing asked of the database."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Site:
    """The site's name, its public address without a slash at the end, and where to write about an error."""

    name: str
    base_url: str
    corrections_address: str


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor of both sites."""
    return {
        "site": Site(
            name=settings.SITE_NAME,
            base_url=settings.BASE_URL.rstrip("/"),
            corrections_address=settings.CORRECTIONS_ADDRESS,
        )
    }
