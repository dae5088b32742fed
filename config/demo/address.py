"""Where the demonstration's public site is, kept beside its data: so that commands run beside it name its addresses."""

import contextlib
import re
from pathlib import Path

_ADDRESS = re.compile(r"http://127\.0\.0\.1:[0-9]{1,5}")


def keep_address(data_dir: Path, address: str) -> None:
    """For later commands on the same data; without it they name the usual port, which is no reason to stop."""
    with contextlib.suppress(OSError):
        (data_dir / "address").write_text(address, encoding="ascii")


def kept_address(data_dir: Path) -> str:
    """The address of the last start, or ""."""
    try:
        address = (data_dir / "address").read_text(encoding="ascii").strip()
    except (OSError, UnicodeError):
        return ""
    return address if _ADDRESS.fullmatch(address) else ""
