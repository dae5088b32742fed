"""Links and ids in what people paste: mail, paper and safe links have been at them. No database."""

import base64
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.footnotes.finding import MAX_CHARACTERS, Link, TooLong, find
from articles.public_ids import check, new_id, suggest

HOST = "reading-room.example"
SITE = f"https://{HOST}"
# Ids that hold, found once by trying: with letters and figures, and with an o and an i on paper.
ARTICLE, CLAIM, ROUND = "a0xgm7x5", "ce3nzv3p", "abpkf0cb"
MISTYPED = "ce3nzv4p"

Target = tuple[str, int | None, int | None]


def targets(text: str) -> list[Target]:
    """(id, version or revision, paragraph) of every link."""
    return [(link.public_id, link.revision or link.version, link.paragraph) for link in find(text, [HOST])]


def test_the_ids_of_these_tests_hold() -> None:
    assert all(check(public_id) for public_id in (ARTICLE, CLAIM, ROUND))
    assert CLAIM in suggest(MISTYPED)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (f"/a/{ARTICLE}", (ARTICLE, None, None)),
        (f"/c/{CLAIM}", (CLAIM, None, None)),
        (f"/articles/{ARTICLE}/", (ARTICLE, None, None)),
        (f"/articles/{ARTICLE}/a-slug-of-words/", (ARTICLE, None, None)),
        (f"/articles/{ARTICLE}/v/3/", (ARTICLE, 3, None)),
        (f"/articles/{ARTICLE}/v/3/#p5", (ARTICLE, 3, 5)),
        (f"/articles/{ARTICLE}/#p12", (ARTICLE, None, 12)),
        (f"/articles/{ARTICLE}/#{CLAIM}", (CLAIM, None, None)),
        (f"/articles/{ARTICLE}/v/2/#{CLAIM}", (CLAIM, 2, None)),
        (f"/claims/{CLAIM}/v/2/", (CLAIM, 2, None)),
        (f"/ko/claims/{CLAIM}/", (CLAIM, None, None)),
        (f"/claims/{CLAIM}.jsonld", (CLAIM, None, None)),
        (f"/C/{CLAIM[:4].upper()}-{CLAIM[4:].upper()}", (CLAIM, None, None)),
        (f"/a/{ROUND.replace('0', 'O')}", (ROUND, None, None)),
    ],
)
@pytest.mark.parametrize("site", [SITE, HOST, f"http://www.{HOST}:8000", f"HTTPS://{HOST.upper()}"])
def test_every_address_of_a_thing_is_found(site: str, address: str, target: Target) -> None:
    assert targets(f"Compare ({site}{address}), as they say.") == [target]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"HTTPS://{HOST.upper()}/CLAIMS/{CLAIM.upper()}/V/2/", [(CLAIM, 2, None)]),
        (f"{SITE}/ARTICLES/{ARTICLE.upper()}/V/2/#P3", [(ARTICLE, 2, 3)]),
        (f"참조{HOST}/claims/{CLAIM}/v/2/를 보라", [(CLAIM, 2, None)]),
        (f"{SITE}/claims/{CLAIM}/v/1\n2/", [(CLAIM, 12, None)]),
        (f"{SITE}/claims/{CLAIM}/v/1\n2024/05 saw more", [(CLAIM, 1, None)]),
        (f"{SITE}/claims/{CLAIM}/v/1 2/3 of it", [(CLAIM, 1, None)]),
        (f"{SITE}/claims/{CLAIM}/v/1\n2. The next note", [(CLAIM, 1, None)]),
    ],
)
def test_a_version_is_not_lost_to_capitals_hangul_or_the_end_of_a_line(text: str, found: list[Target]) -> None:
    assert targets(text) == found


def test_wide_marks_around_a_link_are_no_part_of_it() -> None:
    [link] = find(f"（{SITE}/claims/{CLAIM}/）。", [HOST])
    assert link.pasted == f"{SITE}/claims/{CLAIM}/"


def test_an_address_without_the_site_is_found_where_its_id_holds() -> None:
    assert targets(f"/claims/{CLAIM}/v/2/ and /articles/today/ and /a/{MISTYPED}") == [(CLAIM, 2, None)]


def test_addresses_of_others_are_left_alone_and_lists_of_ours_cite_nothing() -> None:
    text = (
        f"https://elsewhere.example/a/{ARTICLE} {SITE}/articles/?province=ryanggang {SITE}/about/ x{HOST}/a/{ARTICLE}"
    )
    found = find(text, [HOST])
    assert [(link.pasted, link.public_id, link.is_other) for link in found] == [
        (f"{SITE}/articles/?province=ryanggang", "", True),
        (f"{SITE}/about/", "", True),
    ]


@pytest.mark.parametrize(
    "typed", [CLAIM, CLAIM.upper(), f"{CLAIM[:4]}-{CLAIM[4:]}".upper(), f"{CLAIM[:4]}\u2011{CLAIM[4:]}"]
)
@pytest.mark.parametrize("around", ["{}", "({}).", "[{}],", "“{}”", "see:{};", "{}를", "1. {}", "> > {}"])
def test_a_bare_id_is_found_in_any_case_and_dress(around: str, typed: str) -> None:
    (link,) = find(around.format(typed), [HOST])
    assert (link.public_id, link.pasted) == (CLAIM, typed)


def test_a_bare_id_broken_at_its_hyphen_or_space_is_found() -> None:
    first, second = CLAIM[:4], CLAIM[4:]
    assert targets(f"{first}-\n{second}, {first}- {second} and {first} {second}") == [(CLAIM, None, None)] * 3


@pytest.mark.parametrize(
    "prose",
    [
        "cabinets announced committee army-wide anti-drug American approach 2023-04-01 aide-de-camp",
        "a1b2c3d4-e5f6-7777-8888-999999999999",
        f"{CLAIM}@mail.example files/{CLAIM} {CLAIM}.pdf {CLAIM}x x{CLAIM} {CLAIM}-2 chapter1 April 2023",
    ],
)
def test_words_that_only_look_like_an_id_are_not_taken(prose: str) -> None:
    assert targets(prose) == []


def test_a_word_whose_check_character_holds_by_chance_is_marked_as_a_word() -> None:
    word = next(made for made in iter(lambda: new_id("c"), "") if made.isalpha())
    assert find(word, [HOST]) == [Link(word, 1, word, word, is_word=True)]
    (link,) = find(f"{SITE}/c/{word}", [HOST])
    assert not link.is_word


def test_a_mistyped_id_is_kept_as_it_was_typed() -> None:
    found = find(f"{MISTYPED.upper()} {SITE}/a/{ARTICLE[:-1]} {SITE}/claims/{MISTYPED}/v/2/", [HOST])
    assert [(link.typed, link.public_id) for link in found] == [
        (MISTYPED.upper(), ""),
        (ARTICLE[:-1], ""),
        (MISTYPED, ""),
    ]


def test_each_link_has_its_line_and_its_words_as_pasted() -> None:
    text = f"One.\r\n\r\nSee ({SITE}/a/{ARTICLE}).\r\nThen {CLAIM.upper()}, or {SITE}/claims/\r\n{CLAIM}/v/2/!\n"
    assert [(link.line, link.pasted) for link in find(text, [HOST])] == [
        (3, f"{SITE}/a/{ARTICLE}"),
        (4, CLAIM.upper()),
        (4, f"{SITE}/claims/{CLAIM}/v/2/"),
    ]


def test_an_id_beside_its_own_address_is_one_link() -> None:
    text = f"{CLAIM.upper()}<{SITE}/claims/{CLAIM}/v/2/> but {CLAIM} <{SITE}/c/{CLAIM}>"
    assert targets(text) == [(CLAIM, 2, None), (CLAIM, None, None), (CLAIM, None, None)]


ADDRESSES = [
    (f"{SITE}/articles/{ARTICLE}/v/3/#p5", (ARTICLE, 3, 5)),
    (f"{SITE}/claims/{CLAIM}/v/2/", (CLAIM, 2, None)),
    (f"{SITE}/a/{ARTICLE}", (ARTICLE, None, None)),
]


def _safe_link(address: str) -> str:
    return f"https://emea01.safelinks.protection.outlook.com/?url={quote(address, safe='')}&data=05%7C01%7C&reserved=0"


def _defense_2(address: str) -> str:
    coded = quote(address, safe=":#=?&_").replace("-", "-2D").replace("_", "-5F").replace("/", "_")
    for sign in ":#=?&":
        coded = coded.replace(sign, f"-{ord(sign):X}")
    return f"https://urldefense.proofpoint.com/v2/url?u={coded}&d=DwMFaQ&c=abc&r=def&m=ghi&s=jkl&e="


def _defense_3(address: str) -> str:
    taken = base64.urlsafe_b64encode(b"#" * address.count("#")).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{address.replace('#', '*')}__;{taken}!!AbC-dEf$"


WRAPPERS: dict[str, Callable[[str], str]] = {
    "none": lambda address: address,
    "safe link": _safe_link,
    "google": lambda address: f"https://www.google.com/url?q={address.replace('#', '%23')}&sa=D&source=editors",
    "google coded": lambda address: f"https://www.google.com/url?sa=t&url={quote(address, safe='')}&usg=AOv",
    "defense 2": _defense_2,
    "defense 3": _defense_3,
    "tracking": lambda address: f"https://click.mail.example/CL0/{quote(address, safe='')}/1/0100018f/x=12",
    "twice": lambda address: _safe_link(_defense_2(address)),
    "archive": lambda address: f"https://web.archive.org/web/20240101000000/{address}",
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize(("address", "target"), ADDRESSES)
def test_what_wraps_an_address_is_undone(address: str, target: Target, wrapper: str) -> None:
    assert targets(f"As said <{WRAPPERS[wrapper](address)}>.") == [target]


def soft_breaks(text: str, width: int) -> str:
    """Quoted-printable, as mail writes it."""
    lines = []
    for line in text.replace("=", "=3D").split("\n"):
        cut = [line[place : place + width] for place in range(0, len(line), width)]
        lines.append("=\n".join(cut))
    return "\n".join(lines)


@settings(max_examples=150)
@given(
    picked=st.lists(st.tuples(st.sampled_from(ADDRESSES), st.sampled_from(sorted(WRAPPERS))), min_size=1, max_size=5),
    width=st.integers(20, 76),
    quoting=st.sampled_from(["", "> ", ">> ", "> > "]),
)
def test_no_soft_break_nor_quoting_loses_a_link(
    picked: list[tuple[tuple[str, Target], str]], width: int, quoting: str
) -> None:
    said = "\n".join(f"Note: {WRAPPERS[name](address)} (seen)." for (address, _), name in picked)
    broken = "\n".join(quoting + line for line in soft_breaks(said, width).split("\n"))
    assert targets(broken) == [target for (_, target), _ in picked]


@settings(max_examples=150)
@given(
    picked=st.lists(st.sampled_from(ADDRESSES), min_size=1, max_size=5),
    at=st.integers(len("https:"), len(SITE) + 8),
    quoting=st.sampled_from(["", "> ", "  "]),
)
def test_an_address_wrapped_before_its_id_is_put_together(
    picked: list[tuple[str, Target]], at: int, quoting: str
) -> None:
    said = "\n".join(f"{quoting}See {address[:at]} \n{quoting}{address[at:]} for it." for address, _ in picked)
    assert targets(said) == [target for _, target in picked]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    for link in find(text + f" {SITE}/a/" + text, [HOST]):
        assert not link.public_id or check(link.public_id)


def test_more_than_the_limit_is_refused() -> None:
    assert find("x" * MAX_CHARACTERS, [HOST]) == []
    with pytest.raises(TooLong, match=r"^200,001 characters are more than the 200,000 that are read at once$"):
        find("x" * (MAX_CHARACTERS + 1), [HOST])


@pytest.mark.parametrize(
    "repeated",
    ["http://a\n", "https:\n%41\n", "a", "C7K2-", ">", " ", "<", "%25", f"{HOST}/", "https://urldefense.com/v3/__",
     "https://urldefense.com/v2/url?&u", "/a/", "=\n", "cccc ", "c1cc ", "c1cccccc ", "**A"],
)  # fmt: skip
def test_hostile_repetition_is_read_to_its_end(repeated: str) -> None:
    text = ("https://" + repeated * MAX_CHARACTERS)[: MAX_CHARACTERS - 40] + f" {SITE}/a/"
    assert all(not link.public_id or check(link.public_id) for link in find(text, [HOST]))
