"""Names with the language that each is written in, as pages mark them up."""

import re
from collections.abc import Iterable

# A name with the language it is written in, as pages mark it up.
Named = tuple[str, str]
_HANGUL, _HAN = re.compile("[가-힣]"), re.compile("[\u3400-\u9fff]")


def in_their_languages(names: Iterable[str]) -> tuple[Named, ...]:
    """Names with their language by their script: Hangul is Korean, other Han characters Chinese, the rest English."""
    return tuple(("ko" if _HANGUL.search(name) else "zh" if _HAN.search(name) else "en", name) for name in names)
