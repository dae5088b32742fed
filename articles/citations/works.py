"""What is cited: a report as an outlet published it, and a claim as this site holds it. Pure values."""

from dataclasses import dataclass
from datetime import date

from articles.citations.bylines import Author
from articles.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade, words first and code second."""

    words: str
    code: str

    def __str__(self) -> str:
        return f"{self.words} ({self.code})"


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one of its revisions.

    `address`: where exactly that revision is read on `site`. `status`: "" unless it was retracted; `remark`: a
    sentence on how else it stands, or "". `relation`: what it is to the report that carried it first, as a sentence,
    or "". Addresses are whole, or "".
    """

    public_id: str
    revision: int
    headline: str
    language: str
    language_name: str
    authors: tuple[Author, ...]
    outlet: str
    outlet_grade: Mark
    published: PartialDate
    original_url: str
    archived_url: str
    address: str
    site: str
    status: str = ""
    remark: str = ""
    relation: str = ""

    @property
    def key(self) -> str:
        """ "a7k2m4qx.2": the report and its revision."""
        return f"{self.public_id}.{self.revision}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in one of its versions, out of `report`.

    `chain`: the speakers in one line. `descriptors`: unnamed sources in the outlet's words; `told`, `condition`: whom
    they told and why they are unnamed, in its words too, or "". `credibility`: None means not graded. `shown`: the day
    this version was published here. `status`: "" unless it was retracted; `remark`: how else it stands, or "".
    """

    public_id: str
    version: int
    words: str
    paragraph: int
    address: str
    report: Report
    shown: date
    chain: str
    descriptors: tuple[str, ...] = ()
    told: str = ""
    condition: str = ""
    credibility: Mark | None = None
    status: str = ""
    remark: str = ""

    @property
    def key(self) -> str:
        """ "c7k2m4qx.2": the claim and its version."""
        return f"{self.public_id}.{self.version}"


Work = Report | Statement
