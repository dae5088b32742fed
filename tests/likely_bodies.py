"""Learn from the labelled reports, and from invented sentences, which body's words a statement passes on, and write the weights down.

    python -m tests.likely_bodies           # articles/data/likely_bodies.json
    python -m tests.likely_bodies kept      # learns without a folder, and says how many bodies of it would be right

A statement's answers share a probability by the sums of their marks' weights; weights are moved, statement by statement, to
where the labelled answer is likelier (AdaGrad). Always the same of the same reports and reader.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import exp, sqrt
from random import Random
from typing import Any, NamedTuple

from articles.suggestions.clean.body import in_lines, without_furniture
from articles.suggestions.english import report as english
from articles.suggestions.korean import report as korean
from articles.suggestions.likely import FILE, Answers, Asked, Weights, passed_on
from articles.suggestions.lines import pieces
from articles.suggestions.marks import in_common_marks, in_double_marks, quotations
from articles.suggestions.values import Speech
from sources.descriptors import source_mentions
from sources.vocabulary import Vocabulary
from tests.invented_sentences import invented
from tests.scores import FOLDER, FOLDERS, LANGUAGES, UNREAD, Report, labelled, same_words

READ = tuple(folder for folder in FOLDERS if folder not in UNREAD)
# Chosen with folders left out in turn.
_ROUNDS, _STEP, _HOLD = 6, 0.15, 0.002
_SILENT_AGAIN = 2
# A mark of fewer answers says nothing of the next report; a smaller weight moves no answer.
_FEWEST, _LEAST = 3, 0.05


class Question(NamedTuple):
    """A statement with its answers, of which the labelled one is known. `by_rules`: the body that the rules find, or ""."""

    answers: Answers
    wanted: str
    by_rules: str
    may_be_asked: bool


def questions(report: Report) -> Iterator[Question]:
    """Every labelled statement of a report that the rules find."""
    printed, language = report["body"], report["language"]
    body = without_furniture(in_lines(printed), report.get("headline", ""))
    body = in_common_marks(body) if language == "ko" else in_double_marks(body)
    left = list(report["statements"])
    for asked, answers in _asked(body, language):
        found = asked.statement
        if found.speech is Speech.OWN:
            continue
        is_direct = found.speech is Speech.DIRECT
        row = next(
            (
                each
                for each in left
                if (each["speech"] == "direct") == is_direct
                and same_words(each["exact"], printed[found.start : found.end])
            ),
            None,
        )
        if row is not None:
            left.remove(row)
            yield Question(answers, row.get("relayed") or "", passed_on(found), bool(found.speakers))


def of_invented(language: str) -> Iterator[Question]:
    """Every statement of the invented sentences. The rules are right about them, so theirs is the wanted answer."""
    for text in invented(language):
        for asked, answers in _asked(in_common_marks(text) if language == "ko" else in_double_marks(text), language):
            found = passed_on(asked.statement)
            if asked.statement.speech is not Speech.OWN:
                yield Question(answers, found, found, bool(asked.statement.speakers))


def _asked(body: str, language: str) -> Iterator[tuple[Asked, Answers]]:
    words, parts = Vocabulary(body), pieces(body)
    asks = korean.questions if language == "ko" else english.questions
    return asks(body, quotations(body, parts), source_mentions(body, words), parts, words)


def _taught(folders: Iterable[str], language: str) -> list[Question]:
    """What is learnt from. Of the invented sentences those of no body count more: they are as others in which one speaks."""
    sentences = list(of_invented(language))
    silent = [question for question in sentences if not question.wanted]
    return [*_of(folders, language), *sentences, *silent * _SILENT_AGAIN]


def learnt(asked: Sequence[Question]) -> dict[str, float]:
    """The weight of every mark that tells something."""
    known = Counter(mark for question in asked for marks, _ in _each(question) for mark in marks)
    number = {mark: place for place, mark in enumerate(sorted(m for m, count in known.items() if count >= _FEWEST))}
    rows = [
        [([number[mark] for mark in marks if mark in number], is_right) for marks, is_right in _each(question)]
        for question in asked
    ]
    rows = [row for row in rows if any(is_right for _, is_right in row)]
    weights, moved = [0.0] * len(number), [1.0] * len(number)
    order = Random(0)
    for _ in range(_ROUNDS):
        order.shuffle(rows)
        for row in rows:
            _move(weights, moved, row)
    return {mark: round(weights[place], 2) for mark, place in number.items() if abs(weights[place]) >= _LEAST}


def _each(question: Question) -> Iterator[tuple[Iterable[str], bool]]:
    """The marks of each answer, nobody last, and whether it is the labelled one."""
    answers, wanted = question.answers, question.wanted
    for candidate in answers.candidates:
        yield dict.fromkeys(candidate.marks), bool(wanted) and same_words(wanted, candidate.name)
    yield dict.fromkeys(answers.nobody), not wanted


def _move(weights: list[float], moved: list[float], row: Sequence[tuple[Sequence[int], bool]]) -> None:
    """Make the labelled answer of one statement likelier."""
    sums = [sum([weights[mark] for mark in marks]) for marks, _ in row]
    most = max(sums)
    parts = [exp(each - most) for each in sums]
    whole = sum(parts)
    right = sum(part for part, (_, is_right) in zip(parts, row, strict=True) if is_right)
    for part, (marks, is_right) in zip(parts, row, strict=True):
        wrong = part / whole - (part / right if is_right else 0.0)
        for mark in marks:
            slope = wrong + _HOLD * weights[mark]
            moved[mark] += slope * slope
            weights[mark] -= _STEP * slope / sqrt(moved[mark])


def digest() -> str:
    """Of the reports and sentences that are learnt from."""
    texts = hashlib.sha256()
    for language in LANGUAGES:
        texts.update("\n".join(invented(language)).encode())
    for folder in READ:
        for path in sorted((FOLDER / folder).glob("*.json")):
            texts.update(path.read_bytes())
    return texts.hexdigest()


def all_learnt() -> dict[str, Any]:
    """What the data file holds."""
    return {
        "learnt_from": digest(),
        "weights": {language: learnt(_taught(READ, language)) for language in LANGUAGES},
    }


def right(asked: Iterable[Question], weights: Weights) -> tuple[int, int, int, int]:
    """Bodies that are right by the rules alone, of how many, and those that are with what was learnt."""
    by_rules, of_rules, with_both, of_both = 0, 0, 0, 0
    for question in asked:
        found = question.by_rules
        if found or question.wanted:
            of_rules += 1
            by_rules += same_words(found, question.wanted)
        if not found and question.may_be_asked:
            likeliest = weights.likeliest(question.answers)
            found = likeliest.name if likeliest else ""
        if found or question.wanted:
            of_both += 1
            with_both += same_words(found, question.wanted)
    return by_rules, of_rules, with_both, of_both


def _of(folders: Iterable[str], language: str) -> Iterator[Question]:
    for folder in folders:
        for report in labelled(folder, language):
            yield from questions(report)


def main(left_out: str, say: Callable[[str], object]) -> None:
    """Write all down, or learn without a folder."""
    if not left_out:
        FILE.write_text(json.dumps(all_learnt(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        return
    for language in LANGUAGES:
        weights = Weights(learnt(_taught((folder for folder in READ if folder != left_out), language)))
        say(
            "{}: {} of {} by rules, {} of {} with what was learnt".format(
                language, *right(_of([left_out], language), weights)
            )
        )


if __name__ == "__main__":
    main(" ".join(sys.argv[1:2]), print)
