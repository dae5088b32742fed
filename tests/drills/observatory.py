"""Mozilla's HTTP Observatory scans the public site over TLS, on this machine.

Needs its program on the path, openssl, and root for the ports 443 and 80; docs/drills.md tells how to get it. `headers` counts as it
does, without it.
"""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator

from tests.drills.frame import Figure, Skipped, at_least, exactly, shown
from tests.drills.stand import stand, until

PROGRAM = "mdn-http-observatory-scan"


def drill(full: bool) -> Iterator[Figure]:
    """The same with `full`."""
    for program in (PROGRAM, "openssl"):
        if not shutil.which(program):
            raise Skipped(f"needs {program}")
    for port in (443, 80):
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            raise Skipped(f"needs port {port} of 127.0.0.1") from None
    with stand() as here:
        here.more |= {"BASE_URL": "https://localhost", "ALLOWED_HOSTS": "localhost,127.0.0.1"}
        key, certificate = here.folder / "key.pem", here.folder / "certificate.pem"
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
                *("-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)),
            ],
            check=True, capture_output=True,
        )  # fmt: skip
        options = ["--ssl-certificate", str(certificate), "--ssl-keyfile", str(key)]
        with here.serving("reader", port=443, options=options), here.serving("reader", port=80) as plain:
            # Its own program names authorities of its own; this one is trusted beside them.
            trusting = os.environ | {"NODE_OPTIONS": "--use-openssl-ca", "SSL_CERT_FILE": str(certificate)}
            said: dict[str, dict[str, object]] = {}

            def scanned() -> bool:
                done = subprocess.run([PROGRAM, "localhost"], env=trusting, capture_output=True, text=True, check=False)
                said.update(json.loads(done.stdout))
                return "scan" in said

            until(lambda: plain.status("/articles/") == 301, 60)
            until(scanned, 60, every=1)
        scan = said["scan"]
        yield shown("grade", scan["grade"])
        yield at_least("score", float(str(scan["score"])), 130)
        yield exactly("tests that failed", scan["testsFailed"], 0)
