"""Words as they are kept."""

import unicodedata


def composed(text: str) -> str:
    """The text composed (NFC), with plain line breaks and without space at its ends."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()
