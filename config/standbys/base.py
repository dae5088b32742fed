"""Django's backend for PostgreSQL, connected to whichever server this process reads from just now.

A process reads from one server at a time, and a request from the one that it began with: what a page is made of, the
edition under which it is remembered and the index that answered are of one server.
"""

from typing import Any

import psycopg
from django.db.backends.postgresql import base
from django.db.utils import OperationalError

from config.standbys.servers import CUT_OFF, servers


class DatabaseWrapper(base.DatabaseWrapper):
    """`turn`: that of the choice by which this connection was made; 0 while there is none."""

    turn = 0
    server = 0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """To the server that is chosen, or to the next one where it lets nobody in. Raises OperationalError."""
        refused: set[int] = set()
        while choice := servers().choose(refused):
            parameters = {**conn_params, **CUT_OFF, **servers().all[choice.server].parameters}
            try:
                connection = super().get_new_connection(parameters)
            except psycopg.OperationalError:
                servers().lost(choice.server)
                refused.add(choice.server)
                continue
            self.turn, self.server = choice.turn, choice.server
            return connection
        raise OperationalError("no server answers that is not too far behind")

    def close_if_unusable_or_obsolete(self) -> None:
        """Between requests: also where another server is chosen by now, or none is left."""
        if self.connection is not None and not self.in_atomic_block:
            choice = servers().choose()
            if choice is None or choice.turn != self.turn:
                self.close()
                return
        super().close_if_unusable_or_obsolete()

    def age(self) -> float:
        """At most so many seconds ago the server of this connection had all there was."""
        return servers().age(self.server)
