"""Addresses as mail programs wrap them, to watch who follows them: what stands inside. No address is ever opened."""

import base64
import binascii
import re
from urllib.parse import unquote

# A wrapper may stand in a wrapper, and each percent-encodes the other.
_DEPTH = 3
# The runs of signs that version 3 takes out of an address: “**A” stands for two, “**B” for three, …
_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_DEFENSE_2 = re.compile(r"urldefense(?:\.proofpoint)?\.com/v2/url\?", re.IGNORECASE)
_DEFENSE_2_ADDRESS = re.compile(r"(?:[?&]|&amp;)u=(?:3D)?([^&]+)")
_DEFENSE_3 = re.compile(r"urldefense\.(?:com|us|proofpoint\.com)/v3/__", re.IGNORECASE)
_TAKEN = re.compile(r"[\w-]*")


def readings(address: str) -> list[str]:
    """The address itself and whatever it wraps, the outermost first; each once.

    Undone are percent-encoding (Outlook's safe links, Google's /url?q=, the tracking of newsletters) and Proofpoint's
    two ways of writing.
    """
    found = [address]
    for _ in range(_DEPTH):
        inner = _unwrapped(found[-1])
        if inner == found[-1]:
            break
        found.append(inner)
    return found


def _unwrapped(address: str) -> str:
    second = _DEFENSE_2.search(address)
    inner = _DEFENSE_2_ADDRESS.search(address, second.end() - 1) if second else None
    if inner:
        return unquote(inner[1].replace("-", "%").replace("_", "/"))
    third = _DEFENSE_3.search(address)
    end = address.find("__;", third.end()) if third else -1
    if third and end >= 0:
        taken = _TAKEN.match(address, end + len("__;"))
        return _put_back(address[third.end() : end], taken[0] if taken else "")
    return unquote(address)


def _put_back(address: str, taken: str) -> str:
    """Version 3 writes “*” for each sign it took out, and lists the signs behind the address."""
    try:
        signs = base64.urlsafe_b64decode(taken + "=" * (-len(taken) % 4)).decode()
    except (binascii.Error, UnicodeError):
        return address
    place = 0

    def original(mark: re.Match[str]) -> str:
        nonlocal place
        length = _RUNS.index(mark[1]) + 2 if mark[1] else 1
        place += length
        return signs[place - length : place]

    return re.sub(r"\*(?:\*([\w-]))?", original, address)
