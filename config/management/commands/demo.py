"""Look around: `manage.py demo` brings its own Postgres, loads sample reports and serves both sites until Ctrl-C."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.cluster import Cluster, ClusterError
from config.demo.address import keep_address
from config.demo.children import Children, DemoError, Site, Stopped
from config.demo.preparation import prepare


class Command(BaseCommand):
    help = (
        "Start both sites with sample reports on this machine; Ctrl-C stops everything, a second run goes on with it."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reader-port", type=int, default=8000, metavar="PORT", help="of the public site (8000)")
        parser.add_argument("--desk-port", type=int, default=8001, metavar="PORT", help="of the editors' site (8001)")

    def handle(self, *args: Any, **options: Any) -> None:
        reader = Site("reader", "public site", options["reader_port"], "reader-port")
        desk = Site("desk", "editors' site", options["desk_port"], "desk-port")
        if os.environ.get("DATABASE_URL", "").strip():
            raise CommandError("The demonstration brings its own database: unset DATABASE_URL.")
        if reader.port == desk.port:
            raise CommandError(f"The two sites need two ports: both are {desk.port}.")
        data_dir = settings.DATA_DIR.absolute()
        cluster = Cluster(data_dir)
        try:
            reader.check_port()
            desk.check_port()
            children = Children(data_dir, base_url=reader.address.rstrip("/"))
            self._say("Starting the database")
            with cluster.session():
                keep_address(data_dir, reader.address.rstrip("/"))
                try:
                    prepare(cluster, children, data_dir, self._say)
                    self._say("Starting both sites")
                    children.serve(reader)
                    children.serve(desk)
                    password, *codes = children.run("desk", "create_demo_editor").split()
                    children.wait_for_answers()
                    self._say("")
                    self._say(f"The public site:   {reader.address}")
                    self._say(f"The editors' site: {desk.address}   name: demo   password: {password}")
                    self._say(f"A code is asked for after the password, each of these once: {' '.join(codes)}")
                    self._say("Password and codes are for this start alone. Ctrl-C stops everything; the data stay.")
                    self._watch(cluster, children)
                finally:
                    self._say("Stopping")
                    children.stop()
        except Stopped:
            return
        except (ClusterError, DemoError) as error:
            raise CommandError(str(error)) from error

    def _watch(self, cluster: Cluster, children: Children) -> None:
        """Until Stopped or DemoError; a database that was killed is started again."""
        while True:
            for _ in range(20):
                children.check()
                time.sleep(0.1)
            if not cluster.is_running():
                self._say("The database was gone: starting it again")
                cluster.start()

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
