"""What each name of a byline did: who reported or wrote stays, who edited, translated or took the pictures goes. Pure."""

import re

_WROTE = (
    "report(?:ing|ed)|writing|written|words|story|text|article|analysis|column|commentary|opinion|interview|compiled"
)
_HELPED = (
    r"edit(?:ing|ed)|translat(?:ion|ing|ed)|photos?|photograph(?:s|y|ed)?|pictures?|images?|illustrat(?:ions?|ed)|videos?"
    r"|graphics?|film(?:ing|ed)|produc(?:tion|ed)|fact[- ]check(?:ing|ed)|review(?:ing|ed)|proofread(?:ing)?|subtitles?"
)
_ROLE = rf"(?:{_WROTE}|{_HELPED})"
_BEFORE = r"(?:\b(?:additional|further|with|guest|original|english|korean|and)\s+)*"
_KOREAN_WROTE, _KOREAN_HELPED = "글|취재", "사진|편집|번역|정리|영상|그래픽|감수|촬영"
_KOREAN_ROLE = rf"(?:{_KOREAN_WROTE}|{_KOREAN_HELPED})"
# Where another role begins, with the words that name it.
_TURN = re.compile(
    rf"{_BEFORE}\b(?P<english>{_ROLE}(?:(?:\s*[,&/]\s*|\s+and\s+){_ROLE})*)\s+by\b[\s:]*"
    r"|(?:^|(?<=[;,|(]\s)|(?<=[;,|(]))(?P<by>by)(?:[\s:]+|$)"
    r"|\bwith\s+(?P<files>files)\s+(?:by|from)\b[\s:]*"
    r"|(?:^|(?<=[;,|(]\s)|(?<=[;,|(]))(?:(?P<wrote>reporters?|authors?|contributors?|writers?)"
    r"|(?P<helped>editors?|translators?|photographers?))\s*:\s*"
    rf"|(?:^|(?<=[\s·/,;|(\[]))(?P<korean>{_KOREAN_ROLE}(?:\s?[·ㆍ/,]\s?{_KOREAN_ROLE})*)(?:\s*[:=]\s*|\s+)(?=\S)",
    re.I,
)
_AUTHORS = re.compile(rf"\b(?:{_WROTE})\b|{_KOREAN_WROTE}", re.I)
# A role behind its name, and signs between one credit and the next.
_BEHIND = re.compile(r"(?<=[가-힣])\s+(?:글|정리|취재|씀|옮김)$")
_AROUND = " |,;/·–—-"


def by_its_authors(byline: str) -> list[str]:
    """The parts of a byline on one line that name who reported or wrote; all of it where it names no roles."""
    turns = list(_TURN.finditer(byline))
    ends = [*(turn.start() for turn in turns[1:]), len(byline)]
    kept = [byline[: turns[0].start()] if turns else byline]
    kept += [byline[turn.end() : end] for turn, end in zip(turns, ends, strict=False) if _wrote(turn)]
    return [part for part in map(_trimmed, kept) if part]


def _wrote(turn: re.Match[str]) -> bool:
    said = turn["english"] or turn["korean"]
    return bool(_AUTHORS.search(said)) if said else bool(turn["by"] or turn["wrote"])


def _trimmed(part: str) -> str:
    """Without what parts it from the next one; the stop of an initial or of “Jr.” stays."""
    part = re.sub(r"(?<=\w{3})\.$", "", part.strip(_AROUND).rstrip("(["))
    part = re.sub(r"\s+(?:and|with)$", "", part, flags=re.I)
    return _BEHIND.sub("", part).strip(_AROUND)
