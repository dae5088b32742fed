"""A site of Wagtail with one page, to be measured beside ours; made in an environment of its own, outside this project."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from config.cluster import Cluster

MODEL = """from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    body = RichTextField(blank=True)
"""
TEMPLATE = (
    '{% extends "base.html" %}{% load wagtailcore_tags %}'
    "{% block content %}<h1>{{ page.title }}</h1>{{ page.body|richtext }}{% endblock %}"
)
SETTINGS = """
SECRET_KEY = "only-for-measuring"
ALLOWED_HOSTS = ["*"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": None, **%r}}
"""
FILL = (
    "from home.models import HomePage; page = HomePage.objects.first();"
    " page.body = open('body.html').read(); page.save_revision().publish()"
)


@dataclass(frozen=True)
class WagtailSite:
    """Where it lies, and what its processes need to know."""

    folder: Path
    environment: dict[str, str]


def wagtail_site(python: str, folder: Path, body: str) -> WagtailSite:
    """As `wagtail start` makes it, in the same Postgres as ours, its home page with `body` as rich text."""
    place = folder / "wagtail"
    place.mkdir()
    subprocess.run(
        [str(Path(python).with_name("wagtail")), "start", "wag", "."], cwd=place, check=True, stdout=subprocess.DEVNULL
    )
    address = Cluster(folder / "data").urls()["superuser"]
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("CREATE DATABASE wagtail")
    parts = urlsplit(address)
    database = {
        "NAME": "wagtail", "USER": parts.username, "PASSWORD": parts.password, "HOST": parts.hostname, "PORT": parts.port,
    }  # fmt: skip
    (place / "home/models.py").write_text(MODEL)
    (place / "home/templates/home/home_page.html").write_text(TEMPLATE)
    with (place / "wag/settings/production.py").open("a") as settings:
        settings.write(SETTINGS % database)
    (place / "body.html").write_text(body)
    environment = {"DJANGO_SETTINGS_MODULE": "wag.settings.production", "PYTHONPATH": str(place)}
    for command in (["makemigrations", "home"], ["migrate"], ["shell", "-c", FILL]):
        subprocess.run(
            [python, "manage.py", *command], cwd=place, env=os.environ | environment, check=True, capture_output=True
        )
    return WagtailSite(place, environment)
