"""The reader of reports as a command."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.story import FILE, RELAYED


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("suggest_claims", *arguments, stdout=out)
    return out.getvalue()


def test_it_prints_what_the_desk_would_suggest() -> None:
    rows = json.loads(run(str(FILE), "--json", "--published", "2023-04"))
    (row,) = [row for row in rows if row["exact"] == RELAYED]
    assert row["steps"] == [
        {"speaker": "outlet", "verb": "", "speech": "own", "basis": "printed"},
        {"speaker": "the source", "verb": "said", "speech": "direct", "basis": "printed"},
        {
            "speaker": "party committee of Ryanggang Province",
            "verb": "said",
            "speech": "indirect",
            "basis": "printed",
        },
    ]
    assert (row["speech"], row["speaker"], row["anonymous"], row["cue"]) == ("direct", "the source", True, "said")
    assert row["source"] == {
        "descriptor": "a source in Ryanggang Province",
        "province": "ryanggang",
        "told": "Northern Courier",
        "contact": "Sunday",
        "condition": "",
    }
    assert len(run(str(FILE)).splitlines()) == len(rows)


def test_words_at_which_nobody_is_printed_are_given_to_who_spoke_last(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("“Rice is dear,” a source in Hyesan said.\n\n“And it will be dearer by the spring.”")
    assert [row["speaker"] for row in json.loads(run(str(file), "--json"))] == ["a source in Hyesan"] * 2


@pytest.mark.parametrize(
    ("content", "arguments", "code", "said"),
    [
        (b"", [], 1, "the file is empty"),
        (b"\xff\xfe\x00", [], 1, "UTF-8"),
        (b"A line.", ["--published", "soon"], 2, "--published: “soon” is not a date"),
    ],
)
def test_what_it_cannot_read_is_named(
    content: bytes, arguments: list[str], code: int, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=said) as refused:
        run(str(file), *arguments)
    assert refused.value.returncode == code
