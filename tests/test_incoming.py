"""Reports come in from web pages, feeds, WordPress exports, JSON lines and tables, each named by its place when refused."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.incoming.brought import Brought, Refused
from articles.incoming.files import SUFFIXES, read_file, read_stream
from articles.incoming.markup import MOST_NODES, paragraphs
from articles.incoming.rows import FIELDS, KINDS, LONGEST_LINE
from articles.models import OriginKind
from articles.report_text import MAX_BYTES

FIRST = "The provincial party committee called the trading companies of Hyesan together on Monday and spoke of rice."
SECOND = "“Nobody may buy on credit any longer,” a source in Ryanggang Province told Northern Courier."
BODY = f"{FIRST}\n\n{SECOND}"

PAGE = f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Companies called together - Northern Courier</title>
<meta property="og:title" content="Companies called together"><meta name=author content="Han Mi Rae">
<link rel=canonical href="https://courier.example/companies">
<meta property="article:published_time" content="2022-04-03T23:30:00+09:00"></head><body>
<nav><a href="/">Home</a> <a href="/about">About us</a></nav>
<article><h1>Companies called together</h1>
<figure><img src=a.jpg><figcaption>Lorries before the customs yard.</figcaption></figure>
<p>{FIRST}</p><p>{SECOND}</p></article><footer>All rights reserved</footer><script>var a = "tracked";</script></body></html>"""

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Northern Courier</title>
<item><title>Companies called together</title><link>https://courier.example/companies</link>
<dc:creator>Han Mi Rae</dc:creator><pubDate>Sun, 03 Apr 2022 01:30:00 +0900</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Only a beginning</title><link>https://courier.example/two</link>
<description>The committee called the companies together and [&#8230;]</description></item></channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Courier</title>
<entry><title>Companies called together</title><link href="https://courier.example/companies"/>
<author><name>Han Mi Rae</name></author><published>2022-04-03T01:30:00+09:00</published>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""

WORDPRESS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:author><wp:author_login>han</wp:author_login><wp:author_display_name>Han Mi Rae</wp:author_display_name></wp:author>
<item><title>A picture</title><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
<item><title>Companies called together</title><link>https://courier.example/companies</link><dc:creator>han</dc:creator>
<content:encoded><![CDATA[[caption id="a" width="3"]<img src="a.jpg"/> Lorries before the customs yard.[/caption]
<!-- wp:paragraph -->{FIRST}

{SECOND}]]></content:encoded><wp:post_date>2022-04-03 01:30:00</wp:post_date><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>
<wp:postmeta><wp:meta_key>desk</wp:meta_key><wp:meta_value>north</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>desk</wp:meta_key><wp:meta_value>trade</wp:meta_value></wp:postmeta></item>
<item><title>Not yet</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""

ROW = {
    "headline": "Companies called together", "body": BODY, "byline": "Han Mi Rae", "published": "2022-04-03",
    "url": "https://courier.example/companies",
}  # fmt: skip


def read(folder: Path, name: str, text: str | bytes) -> list[Brought | Refused]:
    """What a file of this name and content brings."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_file(str(path)))


def table(*rows: dict[str, str], header: tuple[str, ...] = FIELDS) -> str:
    """Rows as a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", PAGE),
        ("feed.xml", RSS),
        ("feed.atom", ATOM),
        ("export.xml", WORDPRESS),
        ("reports.jsonl", json.dumps(ROW) + "\n"),
        ("reports.csv", "\ufeff" + table(ROW)),
    ],
)
def test_each_kind_of_file_brings_the_same_report(tmp_path: Path, name: str, text: str) -> None:
    report = next(found for found in read(tmp_path, name, text) if isinstance(found, Brought))
    assert report.text.body == BODY
    assert (report.headline, report.byline) == ("Companies called together", "Han Mi Rae")
    assert (report.published.edtf, report.url) == ("2022-04-03", "https://courier.example/companies")


def test_captions_stay_out_of_the_body(tmp_path: Path) -> None:
    for name, text in (("page.html", PAGE), ("export.xml", WORDPRESS)):
        report = next(found for found in read(tmp_path, name, text) if isinstance(found, Brought))
        assert report.text.caption == "Lorries before the customs yard."


@pytest.mark.parametrize("words", ["Sat, 01 Jan 1601 00:00:00 +0000", "soon", "99999999999999"])
def test_a_feed_with_a_date_that_is_none_leaves_it_open(tmp_path: Path, words: str) -> None:
    report = read(tmp_path, "feed.xml", RSS.replace("Sun, 03 Apr 2022 01:30:00 +0900", words))[0]
    assert isinstance(report, Brought) and not report.published.is_known


def test_what_is_no_whole_report_is_refused_by_its_place(tmp_path: Path) -> None:
    assert read(tmp_path, "feed.xml", RSS)[1] == Refused(
        "entry 2", "the feed carries only the beginning of the report; bring in its page"
    )
    assert read(tmp_path, "export.xml", WORDPRESS)[1:] == [Refused("item 3", "it is not published there but 'draft'")]


def test_a_wordpress_item_is_kept_whole_with_metadata_that_stands_twice(tmp_path: Path) -> None:
    report = read(tmp_path, "export.xml", WORDPRESS)[0]
    assert isinstance(report, Brought)
    assert report.original.count("<wp:meta_key>desk</wp:meta_key>") == 2
    assert "north" in report.original and "trade" in report.original


def test_a_broken_export_brings_what_stands_before_the_break(tmp_path: Path) -> None:
    found = read(tmp_path, "export.xml", WORDPRESS[: WORDPRESS.index("<item><title>Not yet")] + "<item><title>&")
    assert isinstance(found[0], Brought)
    assert isinstance(found[1], Refused) and found[1].where == "item 3" and "the XML is broken here" in found[1].reason


def with_entities(export: str, secret: Path) -> str:
    """The export with entities that grow to 10 ** 8 letters, and one that names a file, in its headline."""
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 100}">' for level in range(1, 4))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "{"ha" * 50}">{levels}<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
    root = export.index("<", export.index("?>"))
    return (export[:root] + declared + export[root:]).replace(
        "<title>Companies called together", "<title>&e3;&file;Companies called together"
    )


@pytest.mark.parametrize(("name", "text"), [("export.xml", WORDPRESS), ("feed.xml", RSS), ("feed.atom", ATOM)])
def test_no_file_is_opened_and_no_entity_grows(tmp_path: Path, name: str, text: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("KEEP THIS")
    found = read(tmp_path, name, with_entities(text, secret))
    assert found and "KEEP THIS" not in repr(found)
    assert len(repr(found)) < 3 * len(with_entities(text, secret))


def test_a_feed_that_is_the_name_of_a_file_does_not_open_it(tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text(RSS)
    (found,) = read(tmp_path, "feed.xml", str(tmp_path / "other.xml"))
    assert isinstance(found, Refused) and found.reason.startswith("this is no RSS or Atom feed")


class Endless(io.RawIOBase):
    """Zeroes without end, counted."""

    given = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0) -> int:
        return place

    def readinto(self, room: Any) -> int:
        room[:] = bytes(len(room))
        self.given += len(room)
        return len(room)


@pytest.mark.parametrize("name", ["page.html", "feed.xml", "report.txt"])
def test_what_is_too_large_is_refused_and_not_read_to_its_end(name: str) -> None:
    endless = Endless()
    (found,) = read_stream(name, io.BufferedReader(endless))
    assert isinstance(found, Refused) and "larger than" in found.reason
    assert 0 < endless.given <= 10_200_000, "its head is looked at first"


def test_a_line_that_is_too_long_is_refused_and_the_next_one_goes_in(tmp_path: Path) -> None:
    long = json.dumps(ROW | {"body": "x" * LONGEST_LINE})
    found = read(tmp_path, "reports.jsonl", f"{long}\n{json.dumps(ROW)}")
    assert found[0] == Refused("line 1", f"line 1 is longer than {LONGEST_LINE:,} bytes")
    assert isinstance(found[1], Brought) and (found[1].where, len(found)) == ("line 2", 2)


def test_a_quotation_mark_that_is_never_closed_ends_a_table(tmp_path: Path) -> None:
    rows = table(ROW, header=FIELDS) + 'x,"' + "never closed\n" * (MAX_BYTES // 10)
    found = read(tmp_path, "reports.csv", rows)
    assert isinstance(found[0], Brought) and len(found) == 2
    assert isinstance(found[1], Refused) and "cannot be read on from here" in found[1].reason


def test_a_page_of_very_many_elements_is_refused(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "page.html", f"<p>{FIRST}</p>" + "<i></i>" * MOST_NODES)
    assert found == Refused("", f"its HTML has more than {MOST_NODES:,} elements")


@pytest.mark.parametrize("attribute", [" a{}=1", " a{}", ' a{}=">"', 'a{}="<p>"', "/a{}", " =a{} = '>'"])
def test_an_element_of_very_many_attributes_is_refused(tmp_path: Path, attribute: str) -> None:
    """The parser would compare each with all others; a few hundred are no harm."""
    for count, is_read in ((300, True), (1_990, True), (40_000, False)):
        tag = '<p x="" ' + "".join(attribute.format(number) for number in range(count))
        (found,) = read(tmp_path, "page.html", f"<h1>A headline</h1>{tag}>{FIRST}</p><p>{FIRST}</p>")
        refusal = Refused("", "an element of its HTML has more than 2,000 attributes")
        assert (found != refusal) is is_read


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "column 2: this is no JSON: Expecting property name enclosed in double quotes"),
        ("[]", "the line is no JSON object"),
        ('{"body": 3}', "field 'body' must be a text"),
        ('{"title": "x"}', f"unknown field 'title'; known are {', '.join(FIELDS)}"),
        ('{"headline": "x"}', "field 'body' is empty"),
        ('{"body": "x", "body": "y"}', "field 'body' stands twice"),
        ("9" * 5000, "Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits;"),
        ("[" * 100_000, "it is nested too deeply"),
        (json.dumps(ROW | {"headline": "a\0b"}), "field 'headline': it holds U+0000, which is no text"),
        (json.dumps(ROW | {"byline": "\ud800"}), "field 'byline': it holds U+D800, which is no text"),
        (json.dumps(ROW | {"body": "\ud800"}), "field 'body': line 1: half of a surrogate pair stands alone"),
        (json.dumps(ROW | {"caption": "x" * 1001}), "field 'caption': it has 1,001 characters, 1,000 are kept at most"),
        (json.dumps(ROW | {"origin": "a123456x", "kind": "relay"}), "field 'origin': "),
        (json.dumps(ROW | {"language": "fr"}), "field 'language': 'fr' is neither en nor ko"),
        (json.dumps(ROW | {"url": "javascript:x"}), "field 'url': 'javascript:x' is no web address"),
        (json.dumps(ROW | {"origin": "a0000000"}), "fields 'origin' and 'kind' go together"),
    ],
)
def test_a_bad_line_is_named_with_its_field_and_the_rest_go_in(tmp_path: Path, line: str, reason: str) -> None:
    found = read(tmp_path, "reports.jsonl", f"\n{line}\n{json.dumps(ROW)}\n")
    assert isinstance(found[0], Refused) and found[0].where == "line 2" and found[0].reason.startswith(reason)
    assert isinstance(found[1], Brought) and len(found) == 2


def test_a_bad_date_is_named_with_its_field(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "reports.csv", table(ROW | {"published": "last spring"}))
    assert isinstance(found, Refused) and found.where == "line 2" and found.reason.startswith("field 'published': ")


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("headline,text\nx,y\n", "line 1", f"unknown column 'text'; known are {', '.join(FIELDS)}"),
        ("body,body\nx,y\n", "line 1", "column 'body' stands twice"),
        ("headline\nx\n", "line 1", "there is no column 'body'"),
        ("headline,body\nx\n", "line 2", "it has 1 cells, the header 2"),
        ("", "", "the file is empty"),
    ],
)
def test_a_bad_table_says_what_is_wrong_with_it(tmp_path: Path, text: str, where: str, reason: str) -> None:
    assert read(tmp_path, "reports.csv", text) == [Refused(where, reason)]


def test_a_korean_page_in_its_old_encoding_is_read(tmp_path: Path) -> None:
    body = "혜산시의 무역회사들이 월요일에 당위원회에 모였으며 위원회는 쌀 수입에 대해 말했다고 소식통이 전했다."
    page = f"<html><head><meta charset=euc-kr><title>회의</title></head><body><article><p>{body}</p></article></body></html>"
    (found,) = read(tmp_path, "page.html", page.encode("cp949"))
    assert isinstance(found, Brought) and (found.text.body, found.text.language) == (body, "ko")


def test_a_page_nested_without_end_is_no_crash(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "page.html", "<div>" * 50_000 + FIRST)
    assert isinstance(found, Brought | Refused)


SAMPLES = [sample.encode() for sample in (PAGE, RSS, ATOM, WORDPRESS, json.dumps(ROW), table(ROW), BODY)]


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A good file of some kind with pieces cut out, put in, doubled or exchanged for those of another."""
    raw = draw(st.sampled_from(SAMPLES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = draw(st.integers(start, min(len(raw), start + 200)))
        other = draw(st.sampled_from(SAMPLES))
        piece = draw(st.one_of(st.binary(max_size=20), st.just(raw[start:end] * 2), st.just(other[start:end])))
        raw = raw[:start] + piece + raw[end:]
    return raw


@pytest.mark.parametrize("kind", SUFFIXES)
@settings(max_examples=100)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode), spoiled()))
def test_any_bytes_are_brought_or_refused_and_never_a_crash(kind: str, raw: bytes) -> None:
    for found in read_stream(f"any{kind}", io.BytesIO(raw)):
        assert isinstance(found, Refused) or found.text.body
        # What the desk keeps of it can be kept: Postgres takes neither NUL nor half a surrogate pair.
        said = repr(found) if isinstance(found, Refused) else "".join((found.original, found.headline, found.byline))
        assert "\0" not in said.encode().decode()


def test_the_kinds_a_row_may_name_are_those_we_have() -> None:
    assert list(KINDS) == OriginKind.values


def test_markup_becomes_paragraphs_without_its_scripts() -> None:
    markup = "<p>One<br>line</p>two &amp; <b>three</b><script>four</script><!-- five --><ul><li>six</li></ul>seven"
    assert paragraphs(markup) == "One line\n\ntwo & three\n\nsix\n\nseven"
