"""Finding people in a Korean text looks at each part of it so often, however long it is."""

from sources.korean_people import people, source_spans

_PARAGRAPH = (
    "남포에서 소금을 파는 한 상인은 “소금이 귀하다”고 말했다. 혜산 소식통은 배가 오지 않는다고 전했다. "
    "해주 주민들은 소금을 꾸러 다닌다고 강하나 들판연구소 소장이 설명했다.\n\n"
)


class _Watched(str):
    """A text that counts how many of its letters are looked at by `in`, `find`, `rfind` and `rindex`."""

    looked = 0

    def __contains__(self, words: object, /) -> bool:
        return isinstance(words, str) and self.find(words) >= 0

    def find(self, words: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        place = super().find(words, start, end)
        self.looked += (place if place >= 0 else len(self) if end is None else end) - start
        return place

    def rfind(self, words: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        place, last = super().rfind(words, start, end), len(self) if end is None else end
        self.looked += last - max(place, start)
        return place

    def rindex(self, words: str, start: int = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        place, last = super().rindex(words, start, end), len(self) if end is None else end
        self.looked += last - place
        return place


def test_a_text_eight_times_as_long_is_looked_at_eight_times_as_much() -> None:
    looked = []
    for times in (10, 80):
        text = _Watched(_PARAGRAPH * times)
        assert len(list(people(text))) == 4 * times
        assert len(list(source_spans(text))) >= 2 * times
        looked.append(text.looked)
    assert 0 < looked[1] <= 8 * looked[0] * 1.05


def test_a_name_said_to_be_none_far_off_is_none_of_these() -> None:
    text = "강하나(가명) 대표는 웃었다. " + "해주에 소금이 귀하다. " * 20 + "강하나 대표는 울었다."
    assert [someone.sort for someone in people(text)] == ["person", "named"]
