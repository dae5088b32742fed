"""Which passwords an editor may choose: long ones, of any signs, that nobody would try first."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.test import override_settings

from config import settings as written
from config.door.passwords import KnownPasswords, words_of_this_place


def test_one_that_is_the_account_itself_is_refused() -> None:
    validators = get_password_validators(written.AUTH_PASSWORD_VALIDATORS)
    with pytest.raises(ValidationError) as refusal:
        validate_password("herons eleven 7391", User(username="herons-eleven-7391"), validators)
    assert {error.code for error in refusal.value.error_list} == {"password_too_similar"}


@pytest.fixture
def refused() -> Any:
    """The codes for which a password is refused."""
    validators = get_password_validators(written.AUTH_PASSWORD_VALIDATORS)

    def codes(password: str) -> set[str]:
        try:
            validate_password(password, password_validators=validators)
        except ValidationError as error:
            return {each.code or "" for each in error.error_list}
        return set()

    return codes


@pytest.mark.parametrize(
    "password",
    ["trade reading room", "Reading-Room 2026!", "northkoreareport", "Editor.Editor.Editor", "readingroomexample"],
)
def test_words_of_this_place_make_no_password(password: str, refused: Any) -> None:
    with override_settings(SITE_NAME="Trade Reading Room", BASE_URL="https://reading-room.example"):
        assert "password_of_this_place" in refused(password)


def test_the_name_of_another_site_counts_there() -> None:
    with override_settings(SITE_NAME="Harbour Papers", BASE_URL="https://desk.harbour.example"):
        assert {"harbourpapers", "harbour", "papers", "example"} <= words_of_this_place()


@pytest.mark.parametrize(
    "password",
    [
        "in the reading room eleven herons",
        "일곱 마리 학이 강가에 섰다",
        "zzzzqqqqxxxxvvvv",
        "9" * 3 + "x" * 61,
        "a b" * 60,
    ],
)
def test_any_signs_will_do_and_a_long_one_is_taken_whole(password: str, refused: Any) -> None:
    assert refused(password) == set()


def test_short_and_common_ones_are_refused(refused: Any) -> None:
    assert "password_too_short" in refused("eleven char")
    assert "password_too_common" in refused("q1w2e3r4t5y6")


def test_what_stands_in_the_operators_list_is_refused(tmp_path: Path) -> None:
    for name, opened in (("plain.txt", open), ("packed.gz", gzip.open)):
        with opened(tmp_path / name, "wt") as file:
            file.write("eleven herons by the river\n")
        known = KnownPasswords(password_list_path=tmp_path / name)
        with pytest.raises(ValidationError, match="stolen"):
            known.validate("Eleven herons by the river")
        known.validate("twelve herons by the river")
