"""What a part of an index weighs: how long it takes to write it anew, told out of its texts before it is there, and of its files.

In bytes of files, of which a processor writes 36 million anew in a second. A document has besides some fifty numbers, which
take little room and much time.
"""

# Of a part: five seconds of a processor, whether it holds reports or claims.
FULL = 190_000_000
# For its numbers each document weighs as much as so many bytes of words.
_DOCUMENT = 450
# What files take for each byte of a text as it is indexed, Korean or English, and for a document's numbers.
_A_BYTE, _NUMBERS = 0.33, 140


def of_text(size: int) -> float:
    """A document whose texts have so many bytes."""
    return size * _A_BYTE + _NUMBERS + _DOCUMENT


def of_files(size: int, documents: int) -> int:
    """A part of so many bytes, and so many documents."""
    return size + documents * _DOCUMENT
