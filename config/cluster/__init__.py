"""The embedded Postgres: one private server for each data folder, started when needed, stopped by its last user.

    with session():                    # started if it was not running
        Cluster(data_dir).url("desk")  # postgresql://desk:…@127.0.0.1:port/reading_room

It listens on 127.0.0.1 alone, on a free port; every login needs a random password (scram). Everything stands in
`<data folder>/postgres/`: the programs' data, their log, and `state.json` (mode 0600) with port, passwords and key.
(For root the data stand elsewhere: `config/cluster/home.py`.)

Three files are locks, released by the kernel however their holder ends:
- `start.lock`: who starts or stops the server, one at a time;
- `users.lock`: shared by every session; who can take it alone is the last one out;
- `running.lock`: inherited by the server and its processes. While it is held a server lives here, whatever a stale
  `postmaster.pid` says; once it is free none does, and a pid that belongs to someone else by now misleads nobody.
"""

from config.cluster.home import ClusterError
from config.cluster.needed import is_needed, session, urls
from config.cluster.ports import free_port
from config.cluster.server import DATABASE, Cluster
from config.cluster.state import ROLES

__all__ = ["DATABASE", "ROLES", "Cluster", "ClusterError", "free_port", "is_needed", "session", "urls"]
