"""The application a web server loads: `SITE=reader granian --interface wsgi config.wsgi:application`."""

import os
import resource
from importlib import import_module
from wsgiref.types import WSGIApplication

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# A process that crashes leaves no picture of its memory on the disk: readers' words are in it, and at the desk sealed notes.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

application: WSGIApplication = get_wsgi_application()
# Else the first request of each process waits for every view to be imported, a second or more of a slow machine.
import_module(settings.ROOT_URLCONF)

if settings.SITE == "reader":
    # Only now: they need the models.
    from articles.search.index.sweeper import start
    from config.memory.front import remembering

    start()
    application = remembering(application)
elif settings.SITE == "desk":
    from threading import Thread

    from articles.editing.acts_outside import keep_and_leave
    from articles.suggestions.collector import collector_waiting
    from provinces.patterns import make_all

    # Nor does the first screen of a report wait for what reads it.
    with collector_waiting():
        make_all()
    # What a crash left out of the file of acts; without waiting for the database, which may be away.
    Thread(target=keep_and_leave, name="acts", daemon=True).start()
