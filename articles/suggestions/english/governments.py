"""States and their governments under several names: "U.S." and "United States", "the authorities". Pure."""

import re
from collections.abc import Iterable

from provinces.patterns import lazy

# How a name may be printed, and the one word that stands for all of it where names are compared.
_ALIKE = {
    "united nations": "un",
    "u.n.": "un",
    "united states": "us",
    "u.s.": "us",
    "american": "us",
    "european union": "eu",
    "n. korea": "north korea",
    "s. korea": "south korea",
    "korean": "korea",
    "dprk": "north korea",
    "chinese": "china",
    "russian": "russia",
    "japanese": "japan",
    "provincial": "province",
    "municipal": "city",
}
_PRINTED = lazy(
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, sorted(_ALIKE, key=len, reverse=True)))})(?!\w)",
)
_RULERS = r"(?:government|authorit(?:y|ies)|regime|leadership)"
# "The authorities", of nobody knows whom.
_WHOEVER_RULES = lazy(rf"(?:the\s)?(?:state\s)?(?P<what>{_RULERS})", re.IGNORECASE)
_WHOSE = (
    r"(?:North|South)(?:\sKorean?)?|[NS]\.\sKorean?|DPRK|China|Chinese|Russian?|Japan(?:ese)?|U\.?S\.?"
    r"|Pyongyang|Seoul|Beijing|Moscow|Tokyo"
)
_OF_A_STATE = lazy(
    rf"(?:(?:the|an?)\s)?(?P<whose>{_WHOSE})(?:[’']s?)?\s(?:(?:central|national)\s)?(?P<what>{_RULERS})", re.IGNORECASE
)
_CENTRAL = lazy(rf"(?:(?:the|an?)\s)?(?:central|national)\s{_RULERS}", re.IGNORECASE)
_NORTH = ("north", "n.", "dprk", "pyongyang")


def alike(name: str) -> str:
    """A name in small letters in which what is printed in several ways is printed in one."""
    small = name.casefold()
    return _PRINTED.sub(lambda printed: _ALIKE[printed.group()], small)


def whose_government(printed: str, names: Iterable[str]) -> str | None:
    """The fullest name of the government that is called "the authorities" and the like; None if it is no such word.

    The one that is called by the same noun, before any other; the North's, before any other's.
    """
    whoever = _WHOEVER_RULES.fullmatch(printed)
    if whoever is None:
        return None
    fuller = list(_governments(names))
    same = [(name, is_north) for name, what, is_north in fuller if what == whoever["what"].lower()]
    ours = [(name, is_north) for name, _, is_north in fuller if is_north]
    return next((name for name, _ in sorted(same or ours, key=lambda pair: not pair[1])), printed)


def _governments(names: Iterable[str]) -> Iterable[tuple[str, str, bool]]:
    """The names that are a state's government, each with its noun and whether it is the North's."""
    for name in names:
        if of_a_state := _OF_A_STATE.fullmatch(name):
            yield name, of_a_state["what"].lower(), of_a_state["whose"].lower().startswith(_NORTH)
        elif _CENTRAL.fullmatch(name):
            yield name, name.rpartition(" ")[2].lower(), True
