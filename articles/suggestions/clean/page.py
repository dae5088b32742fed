"""Lines that say something of the page they stood on, or of a picture, wherever they stand. Pure."""

from provinces.patterns import lazy

# What a line says of the page it stood on, wherever it stands.
_OF_THE_PAGE = lazy(
    r"_{5,}[^.!?]*_{5,}|(?i:(?:no|\d+)\scomments?:?(?:\spost\sa\scomment)?|post\sa\scomment|leave\sa\s(?:reply|comment))"
    r"|Pictured\s(?:above|below|here|left|right)\b.*"
    r"|READ\s*▶.*|This article (?:first )?appeared .*|UPDATE\s+\d+\s*\(.*|(?:Subscribe|Sign up|Log in)\b.{0,80}\b(?:read|article|month)\b.*"
    r"|\S+\.(?:gif|jpe?g|png)\b.*|[◆■●▲◇]\s?(?!.*[다요]\.$).{1,120}|(?:Write|E-?mail)\s+to\s+\S+@?.*|Join\s+our\s+.{1,40}\bchannel\b.*"
    r"|You May Also Like\b.*|\(?Translated automatically\.?\)?.*|Reporting by\b.*|Written in English by\b.*|\(For Use Only\b.*"
    r"|In this (?:undated |file )?(?:image|photo|photograph|picture)\b.*"
    r"|[가-힣A-Za-z\s]{2,20}\[(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}[^\]]{0,12}\]"
    r"|&lt;.*&gt;|/\s*(?:Video|Image|Photo|사진)\b.*"
    r"|(?:Next page|다음 페이지)\b.*|※(?!.*\d일(?:\s현재|.*\d\s?원)).*|\d+/\d+\s.*>>>.*|\[Source:.*"
    r"|기자\s.{2,20}에디터\s.{2,20}|Read(?: this)? in Korean"
)
# The same, known by words that may stand in the middle, which are looked for first.
_WORDS_WITHIN = lazy(r"재판매|촬영|텔레그램|카카오톡|유튜브|네이버|좋아할|좋아하실|Taken by|\(Reference Photo|자료")
_OF_THE_PAGE_WITHIN = tuple(
    lazy(pattern)
    for pattern in (
        r".{0,40}(?:텔레그램|카카오톡|유튜브|네이버).{0,40}(?:받아|구독|확인).{0,20}[!.]?",
        r"(?:.{0,60}\|\s*)?(?:당신은\s)?(?:또한\s|함께\s)?좋아(?:할지도\s모릅니다|하실\s만한\s(?:글|기사))\s*:.{0,120}",
        r".{0,200}\bTaken by\b.{0,80}",
        r".*\(Reference Photo\)",
        r".{5,200}(?:19|20)\d\d년(?:\s\d{1,2}월)?(?:\s\d{1,2}일)?[^.]{0,30}?\s?촬영(?![가-힣]).{0,30}(?<!다\.)",
        r".*자료\s?사진[\])]?",
        r".*\[[^\[\]]{1,60}재판매\s및\sDB\s금지\s?\].{0,40}",
    )
)
LONGEST_NOTE = 400
# A caption that ends in the day of its picture, or says what it is.
_DATED_PICTURE = lazy(
    r"[^.!?]{20,300},\s(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s(?:19|20)\d\d\.?"
    r"|[^!?]{10,300}\b(?:in an? (?:undated )?file photo|in (?:this|an undated) (?:file )?(?:photo|picture|image)\b.{0,60})\.?"
)
# Without one of these it is none.
_PICTURE_SIGN = lazy(r"[pi12](?:hoto|icture|mage|(?<=1)9\d\d\.?$|(?<=2)0\d\d\.?$)")


def is_dated_picture(text: str) -> bool:
    """Whether it is a caption with the day of its picture, or one that says what it is."""
    return bool(_PICTURE_SIGN.search(text) and _DATED_PICTURE.fullmatch(text))


def is_of_the_page(text: str) -> bool:
    """Whether it says something of the page it stood on."""
    if len(text) > LONGEST_NOTE:
        return False
    if _OF_THE_PAGE.fullmatch(text):
        return True
    return bool(_WORDS_WITHIN.search(text)) and any(pattern.fullmatch(text) for pattern in _OF_THE_PAGE_WITHIN)
