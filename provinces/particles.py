"""Korean particles: which of two forms follows a word depends on how the word ends. Pure: no Django.

    fitted("쌀[을/를] 찾음")            # "쌀을 찾음"
    fitted("나선[으로/로]")             # "나선으로"
    fitted("보도 2[이/가]")             # "보도 2가"

A form in brackets is chosen by the last sound before it: of a Hangul syllable its final consonant, of a numeral or a
letter that of its Korean name. Quotation marks, what stands in parentheses and markup between them count for nothing.
"""

from provinces.patterns import lazy

_PAIR = lazy(r"\[([가-힣]{1,3})/([가-힣]{0,3})\]")
# What the ear does not hear: markup, a remark in parentheses, closing marks, spaces.
_SILENT = lazy(r"(?:<[^<>]*>|\([^()]*\)|&(?:quot|#x27|#39|gt|nbsp);|[”’\"'」』》〉›»\])…\s])+$")
_FIRST, _LAST, _FINALS, _RIEUL = ord("가"), ord("힣"), 28, 8
# Final sounds of the names of numerals and letters: "" a vowel, "ㄹ", "*" any other consonant.
_NUMERALS = dict(zip("0123456789", ("*", "ㄹ", "", "*", "", "", "*", "ㄹ", "ㄹ", ""), strict=True))
_NAMES = {"l": "ㄹ", "r": "ㄹ", "m": "*", "n": "*"}
# Final sounds of an English word as it is written in Hangul; another ending is a vowel there ("price": 프라이스).
_WORDS = (("ng", "*"), ("l", "ㄹ"), ("m", "*"), ("n", "*"), ("k", "*"), ("p", "*"), ("c", "*"), ("b", "*"))
_TOKEN = lazy(r"[0-9A-Za-z]+$")


def fitted(text: str) -> str:
    """The text with each pair of forms, `[을/를]`, made the one that fits what stands before it."""
    if "/" not in text or "[" not in text:
        return text
    parts, end = [], 0
    for pair in _PAIR.finditer(text):
        parts.append(text[end : pair.start()])
        before = "".join(parts)
        parts.append(particle(before, pair[1], pair[2]))
        end = pair.end()
    return "".join([*parts, text[end:]])


def particle(before: str, after_consonant: str, after_vowel: str) -> str:
    """Of two forms the one that follows these words; "으로" follows no ㄹ ("서울로")."""
    sound = final_sound(before)
    if not sound or (sound == "ㄹ" and after_consonant.startswith("으로")):
        return after_vowel
    return after_consonant


def final_sound(words: str) -> str:
    """ "" where the words end in a vowel or in nothing that is spoken, "ㄹ", or "*" for any other consonant."""
    words = _SILENT.sub("", words)
    if not words:
        return ""
    last = words[-1]
    if _FIRST <= ord(last) <= _LAST:
        final = (ord(last) - _FIRST) % _FINALS
        return "ㄹ" if final == _RIEUL else "*" if final else ""
    if last == "%":
        return ""
    if last in _NUMERALS:
        return _NUMERALS[last]
    token = _TOKEN.search(words)
    if token is None:
        return ""
    # Letters beside numerals, and capitals alone, are spelt out: an id, a name such as NK.
    if token[0].isupper() or any(letter.isdigit() for letter in token[0]):
        return _NAMES.get(last.lower(), "")
    return next((sound for ending, sound in _WORDS if token[0].lower().endswith(ending)), "")
