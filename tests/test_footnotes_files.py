"""The words and links of documents: what Word, a browser and an editor of plain text write."""

import io
import zipfile

import pytest

from articles.footnotes.files import MAX_BYTES, UnreadableFile, read_document
from articles.footnotes.finding import find

HOST = "reading-room.example"
ARTICLE, CLAIM = "a0xgm7x5", "ce3nzv3p"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(body: str, root: str = "document") -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{body}</w:{root}>'


def relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def docx(**parts: str) -> bytes:
    """A package of these parts; “__” stands for a folder, “_rels” at the end for the relations of a part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            relates = name.endswith("_rels")
            path = f"word/_rels/{name.removesuffix('_rels')}.xml.rels" if relates else f"word/{name}.xml"
            package.writestr(path, text)
    return packed.getvalue()


def ids(name: str, raw: bytes) -> list[tuple[str, int | None, int | None]]:
    links = find(read_document(name, raw), [HOST])
    return [(link.public_id, link.revision or link.version, link.paragraph) for link in links]


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_word_notes_links_fields_and_split_runs_are_read() -> None:
    document = part(
        f"<w:body><w:p>{run('See C')}{run(CLAIM[1:4].upper())}<w:r><w:noBreakHyphen/></w:r>{run(CLAIM[4:])}.</w:p>"
        f"<w:p><w:hyperlink r:id='one' w:anchor='p5'>{run('the report')}</w:hyperlink></w:p>"
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://{HOST}/claims/</w:instrText>"
        f"</w:r><w:r><w:instrText>{CLAIM}/v/3/\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        f"{run('a field')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        f"<w:p><w:del><w:r><w:delText>{ARTICLE}</w:delText></w:r></w:del></w:p>"
        f"<mc:AlternateContent><mc:Choice><w:p>{run(ARTICLE)}</w:p></mc:Choice>"
        f"<mc:Fallback><w:p>{run(ARTICLE)}</w:p></mc:Fallback></mc:AlternateContent></w:body>"
    )
    footnotes = part(
        f"<w:footnote><w:p><w:hyperlink r:id='two'>{run('here')}</w:hyperlink></w:p></w:footnote>", "footnotes"
    )
    endnotes = part(f"<w:endnote><w:p>{run(f'https://{HOST}/a/{ARTICLE}')}</w:p></w:endnote>", "endnotes")
    raw = docx(
        document=document,
        document_rels=relations(one=f"https://{HOST}/articles/{ARTICLE}/v/2/"),
        footnotes=footnotes,
        footnotes_rels=relations(two=f"https://{HOST}/claims/{CLAIM}/v/2/"),
        endnotes=endnotes,
    )
    assert ids("briefing.docx", raw) == [
        (CLAIM, None, None),
        (ARTICLE, 2, 5),
        (CLAIM, 3, None),
        (ARTICLE, None, None),
        (CLAIM, 2, None),
        (ARTICLE, None, None),
    ]


def test_a_page_gives_its_links_once_and_nothing_of_its_scripts() -> None:
    page = (
        f"<p>As <a href='https://{HOST}/c/{CLAIM}'>https://{HOST}/c/{CLAIM}</a> says&nbsp;<b>A0XG</b>-M7X5</p>"
        f"<script>var x = '{CLAIM}';</script><style>.{CLAIM} {{}}</style>"
        f"<ul><li>{CLAIM}<li><a href='/articles/{ARTICLE}/v/2/#p3'>a report</a></ul>"
    )
    expected = [(CLAIM, None, None), (ARTICLE, None, None), (CLAIM, None, None), (ARTICLE, 2, 3)]
    assert ids("page.html", page.encode()) == ids("PAGE.HTM", page.encode("utf-16")) == expected


def test_markdown_and_plain_text_are_read_as_they_stand() -> None:
    text = f"[1]: https://{HOST}/c/{CLAIM}\n[two](https://{HOST}/articles/{ARTICLE}/v/2/) and *{CLAIM.upper()}*\n"
    expected = [(CLAIM, None, None), (ARTICLE, 2, None), (CLAIM, None, None)]
    assert ids("notes.md", text.encode()) == ids("notes.txt", b"\xef\xbb\xbf" + text.encode()) == expected


BILLION = '<!DOCTYPE a [<!ENTITY b "&#99;">]>'


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("notes.pdf", b"%PDF", "only .txt, .md, .html and .docx can be read"),
        ("notes", b"", "only .txt, .md, .html and .docx can be read"),
        ("notes.txt", b"ab\xff\xfd", "it is no text in UTF-8 (byte 3)"),
        ("notes.txt", b"a\x00b", "it is no text: it holds zero bytes"),
        ("notes.md", b"a" * (MAX_BYTES + 1), "it has more than 10 million bytes"),
        ("notes.docx", b"PK nothing", "it is a broken or locked .docx"),
        ("notes.docx", docx(styles=part("")), "it is no document of Word: there is none in it"),
        ("notes.docx", docx(document="<w:document>"), "a part of it is not written as .docx asks"),
        ("notes.docx", docx(document=BILLION + "<a>&b;</a>"), "it declares entities, which no document of Word does"),
        ("notes.docx", docx(document=" " * 41_000_000), "it unpacks to far more than a document has"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_named_with_its_reason(name: str, raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(name, raw)
    assert str(refusal.value) == f"{name}: {reason}"


def test_a_package_that_lies_about_its_size_is_stopped() -> None:
    raw = bytearray(docx(document=" " * 41_000_000))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = raw.index(mark) + place
        raw[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableFile):
        read_document("notes.docx", bytes(raw))
