"""The memory of one process: answers of one edition, bounded by bytes; the least lately read go first. Pure."""

from collections import OrderedDict
from threading import Lock

from config.memory.answer import Answer

# Scheme, host, path, query and encoding: whatever an answer may depend on, besides the edition.
Address = tuple[str, str, str, str, str]
# No one answer takes more than this part of it all.
_PART = 8


class Memory:
    """`edition`: that of every answer in it; None before the first one was learnt."""

    def __init__(self, most_bytes: int) -> None:
        self.edition: str | None = None
        self._most = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[Address, Answer] = OrderedDict()
        self._changing = Lock()

    def __len__(self) -> int:
        return len(self._answers)

    @property
    def bytes(self) -> int:
        """What all answers take together, roughly."""
        return self._bytes

    def find(self, address: Address) -> Answer | None:
        """The answer to this address, if it is here."""
        answer = self._answers.get(address)
        if answer is not None:
            try:
                self._answers.move_to_end(address)
            except KeyError:
                return answer  # it went this moment, and was of the edition when it was found
        return answer

    def turn(self, edition: str) -> bool:
        """The record is now of this edition: of any other, everything is forgotten. Whether it was another."""
        if edition == self.edition:
            return False
        with self._changing:
            self.edition = edition
            self._answers = OrderedDict()
            self._bytes = 0
        return True

    def keep(self, address: Address, answer: Answer, edition: str) -> bool:
        """Remember an answer that was asked for when the record was of this edition; False if it has turned or is too large."""
        if answer.size * _PART > self._most:
            return False
        with self._changing:
            if edition != self.edition:
                return False
            before = self._answers.pop(address, None)
            self._answers[address] = answer
            self._bytes += answer.size - (before.size if before else 0)
            while self._bytes > self._most:
                _, gone = self._answers.popitem(last=False)
                self._bytes -= gone.size
        return True
