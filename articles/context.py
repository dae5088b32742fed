"""What every page knows of its site and of a briefing in the making; nothing is asked of the database."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from articles.briefing import BadBriefing, Briefing


@dataclass(frozen=True)
class Site:
    """The site's name, its public address without a slash at the end, and where to write about an error."""

    name: str
    base_url: str
    corrections_address: str


def site(request: HttpRequest) -> dict[str, Site | Briefing | None]:
    """Context processor of both sites."""
    return {
        "site": Site(
            name=settings.SITE_NAME,
            base_url=settings.BASE_URL.rstrip("/"),
            corrections_address=settings.CORRECTIONS_ADDRESS,
        ),
        "carried": _carried(request.GET.get("briefing", "")),
    }


def _carried(value: str) -> Briefing | None:
    """The briefing that an address carries along, where there is one and it is whole."""
    try:
        return Briefing.carried(value) if value else None
    except BadBriefing:
        return None
