"""The history of rows, kept by database triggers: who changed which row when, and what it held."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])

SEALED = "sealed: "


def keeps_history(*, sealed: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> Callable[[Model], Model]:
    """For a model: every row made, changed or deleted leaves an event.

    Of a `sealed` field, which may have to be removed for good or be read by few, an event says who changed it and when,
    labelled with its name, never what it held. Of fields `without` history it says nothing: the database fills them in.
    """
    trackers = [pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()]
    trackers += [
        pghistory.UpdateEvent(f"{SEALED}{name}", condition=pghistory.AnyChange(name), trigger_name=f"sealed_{name}")
        for name in sealed
    ]
    decorate: Callable[[Model], Model] = pghistory.track(*trackers, exclude=[*sealed, *without])
    return decorate
