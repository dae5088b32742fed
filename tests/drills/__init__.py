"""Drills: what must hold when something breaks, done for real and counted. `make drills`, `make drills-full`.

A drill is a module here with a function `drill(full: bool)` that yields figures (`frame.py`), each with the bound that it
has to reach; with `full` it goes to the counts of the threat model, else to so many as fit in a minute. Its docstring says
what is done. It may raise `Skipped` with a reason. Each runs in a process of its own, with servers of its own
(`stand.py`), and ends only what it started.
"""
