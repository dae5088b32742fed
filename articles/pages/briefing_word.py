"""A briefing as a document of Word. The analyst's title and note go into the file and nowhere else."""

import io
from datetime import datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from articles.citations.runs import Run
from articles.pages.briefing import BriefingPage, Item

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Hangul falls back to a fixed-width font in Word unless one is named.
_KOREAN_FONT = "Malgun Gothic"


def as_word(page: BriefingPage, title: str = "", note: str = "") -> bytes:
    """The file. Signs that no document may hold are left out of title and note."""
    document = Document()
    document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _KOREAN_FONT)
    heading = _clean(title) or f"Briefing of {len(page.items)} claim{'' if len(page.items) == 1 else 's'}"
    _describe(document, page, heading)
    document.add_heading(heading, level=0)
    for paragraph in _clean(note).splitlines():
        document.add_paragraph(paragraph)
    _linked(document.add_paragraph(f"{page.site}, {page.day.day} {page.day:%B %Y}. "), page.address)
    for item in page.items:
        _item(document, item)
    _summary(document, page)
    _citations(document, page)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: WordDocument, page: BriefingPage, heading: str) -> None:
    """Nothing in the file's properties but what its first page says."""
    about = document.core_properties
    about.title, about.author, about.comments, about.last_modified_by = heading[:255], page.site, "", ""
    about.created = about.modified = datetime.combine(page.day, time())


def _item(document: WordDocument, item: Item) -> None:
    document.add_heading(f"{item.place}. Claim {item.pin.public_id}, version {item.pin.version}", level=2)
    if item.note is not None:
        document.add_paragraph(item.note.words, style="Intense Quote")
        if item.note.paraphrase:
            document.add_paragraph(item.note.paraphrase)
    if item.is_changed or item.note is None:
        changed = document.add_paragraph()
        verdict = str(item.fate.verdict)
        changed.add_run(f"{verdict[:1].upper()}{verdict[1:]}. ").bold = True
        changed.add_run(" ".join(item.fate.said))
    elif item.since:
        document.add_paragraph(" ".join(item.since))
    small = document.add_paragraph(f"{item.reference} " if item.reference else "")
    _linked(small, item.address)
    for run in small.runs:
        run.font.size = Pt(9)


def _summary(document: WordDocument, page: BriefingPage) -> None:
    if page.summary is None:
        return
    document.add_heading("Sources", level=1)
    table = document.add_table(rows=0, cols=2)
    for head, said in page.summary.lines():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = head, said


def _citations(document: WordDocument, page: BriefingPage) -> None:
    cited = [item for item in page.items if item.citation]
    if cited:
        document.add_heading("Citations", level=1)
    for item in cited:
        _runs(document.add_paragraph(f"{item.place}. "), item.citation)


def _runs(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        paragraph.add_run(run.text).italic = run.is_italic


def _linked(paragraph: Paragraph, address: str) -> None:
    """The address as words and as a link."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(address)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _clean(text: str) -> str:
    """Without the signs that XML forbids."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t").strip()
