"""Public ids: what their check character catches, and how what is typed from paper finds its way."""

import pytest

from articles.public_ids import ALPHABET, KINDS, LENGTH, MistypedId, check, new_id, normalise, suggest


def test_an_id_is_a_kind_and_seven_letters_that_check() -> None:
    articles, claims = ({new_id(kind) for _ in range(500)} for kind in KINDS)
    assert len(articles | claims) == 1000
    assert {public_id[0] for public_id in articles} == {"a"}
    assert {public_id[0] for public_id in claims} == {"c"}
    assert all(check(public_id) and len(public_id) == LENGTH for public_id in articles | claims)
    assert {letter for public_id in articles | claims for letter in public_id[1:]} == set(ALPHABET)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of public id is called 'b'"):
        new_id("b")  # type: ignore[arg-type]


def test_every_single_wrong_character_is_caught() -> None:
    for _ in range(200):
        public_id = new_id("c")
        wrong = {
            public_id[:place] + letter + public_id[place + 1 :]
            for place in range(LENGTH)
            for letter in ALPHABET
            if letter != public_id[place]
        }
        assert len(wrong) == LENGTH * 31
        assert [typed for typed in wrong if check(typed)] == []


def test_every_two_characters_that_change_places_are_caught() -> None:
    for _ in range(1000):
        public_id = new_id("a")
        swapped = {_swapped(public_id, i, j) for i in range(LENGTH) for j in range(i)} - {public_id}
        assert [typed for typed in swapped if check(typed)] == []


def test_the_check_does_not_rest_on_the_kind_being_known() -> None:
    """An article's id never becomes a claim's by one slip, and every weight reaches the sum."""
    for _ in range(200):
        public_id = new_id("a")
        assert not check("c" + public_id[1:])
        assert sum(check(public_id[:-1] + letter) for letter in ALPHABET) == 1


def test_an_id_typed_from_paper_resolves() -> None:
    public_id = _id_with("0", "1")
    typed = public_id.upper().replace("0", "O").replace("1", "I")
    assert normalise(public_id) == public_id
    assert normalise(typed) == public_id
    assert normalise(public_id.replace("1", "l").replace("0", "o")) == public_id
    assert normalise(f" {typed[:4]}-{typed[4:]}\n") == public_id
    assert normalise(f"{typed[:2]} – {typed[2:]}") == public_id
    assert normalise("".join(chr(ord(letter) + 0xFEE0) for letter in public_id)) == public_id


def test_a_slip_is_refused_and_the_id_that_was_meant_is_among_the_suggestions() -> None:
    for _ in range(100):
        public_id = new_id("a")
        wrong = public_id[:3] + ("7" if public_id[3] != "7" else "8") + public_id[4:]
        with pytest.raises(MistypedId) as refusal:
            normalise(wrong.upper())
        assert public_id in refusal.value.suggestions
        assert refusal.value.suggestions == suggest(wrong)
        assert str(refusal.value) == (
            f"“{wrong.upper()}” is not one of our ids: one of its characters is wrong, or two have changed places."
        )


def test_suggestions_are_one_slip_away_and_a_swap_comes_first() -> None:
    public_id = next(made for made in iter(lambda: new_id("c"), "") if made[2] != made[3])
    swapped = _swapped(public_id, 2, 3)
    near = suggest(swapped)
    assert public_id in near[: LENGTH - 1]
    assert len(near) <= 15
    assert all(check(other) and _slips(swapped, other) in (1, 2) for other in near)
    assert suggest(public_id) == []


def test_a_letter_that_never_occurs_can_be_mended() -> None:
    public_id = new_id("a")
    with pytest.raises(MistypedId, match="“u” never occurs in an id") as refusal:
        normalise(public_id[:5] + "U" + public_id[6:])
    assert refusal.value.suggestions == [public_id]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "it has 0 characters instead of 8"),
        ("a123", "it has 4 characters instead of 8"),
        ("b1234567", "it begins with neither a nor c"),
        ("a" * 5000, "it has 5000 characters instead of 8"),
    ],
)
def test_what_has_not_the_shape_of_an_id_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(MistypedId) as refusal:
        normalise(typed)
    assert refusal.value.reason == reason
    assert len(str(refusal.value)) < 120


def test_an_id_checks_only_as_we_write_it() -> None:
    public_id = _id_with("0")
    assert [check(public_id.upper()), check(public_id.replace("0", "o")), check(f"{public_id} ")] == [False] * 3


def _swapped(public_id: str, i: int, j: int) -> str:
    letters = list(public_id)
    letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def _slips(typed: str, meant: str) -> int:
    return sum(left != right for left, right in zip(typed, meant, strict=True))


def _id_with(*letters: str) -> str:
    return next(made for made in iter(lambda: new_id("a"), "") if all(letter in made for letter in letters))
