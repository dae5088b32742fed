"""Which server the public site reads from: a standby that keeps up, else the primary.

The package is a Django database backend (`base.py`), used where `REPLICA_DATABASE_URLS` is set, and by the public site
alone. What is known of the servers stands in `standing.py`, which is pure; `servers.py` asks them; `report.py` tells people.
"""
