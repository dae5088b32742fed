"""One page under proof. Pure: no Django."""

from dataclasses import dataclass

READER, BROKEN = "reader", "broken"


@dataclass(frozen=True)
class Page:
    """`name`: what its pictures are called; `door`: the name of its address in `articles/urls`, "" where it has none.

    `site`: whose it is, the public site's or that of one that is out of order. `sends`: what is typed into the form
    on the page and sent, where the page under proof is the answer.
    """

    name: str
    path: str
    door: str = ""
    status: int = 200
    site: str = READER
    sends: str = ""

    def spoken(self, language: str) -> str:
        """Its path in a language."""
        return f"/ko{self.path}" if language == "ko" else self.path
