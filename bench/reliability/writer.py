"""Somebody who saves pages without a pause, and knows what must be there whatever happens to the server."""

import random
import threading
import time
from dataclasses import dataclass, field

from bench.reliability.person import CONNECTION_ERRORS, Person, Response

LETTERS = "GEV"


@dataclass
class Account:
    """What was acknowledged and tried on one page, each save having the number after the one before."""

    acknowledged: int = 0
    tried: int = 0


@dataclass
class Writer:
    """Saves numbered pages of an assessment of its own, and compares what it finds with what it saved.

    ``outage`` is set while a database is down on purpose: only then may a page be refused.
    """

    person: Person
    outage: threading.Event
    saves: int = 0
    unanswered: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _accounts: dict[str, Account] = field(default_factory=lambda: {letter: Account() for letter in LETTERS})

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def finish(self) -> None:
        """Stop after the current page, and check every page once more."""
        self._stop.set()
        self._thread.join()
        for letter in LETTERS:
            self._look(letter)

    def _work(self) -> None:
        chance = random.Random()  # noqa: S311  nothing secret
        while not self._stop.is_set():
            try:
                self._save(chance.choice(LETTERS))
            except CONNECTION_ERRORS:
                time.sleep(0.02)

    def _save(self, letter: str) -> None:
        page = self._look(letter)
        if page is None:
            return
        account = self._accounts[letter]
        account.tried = account.acknowledged + 1
        down = self.outage.is_set()
        try:
            answer = self.person.save(letter, page, str(account.tried))
        except CONNECTION_ERRORS:
            self.unanswered += 1
            raise
        if answer.status == 302:
            account.acknowledged = account.tried
            self.saves += 1
        else:
            self._note(answer, down, f"saving {letter} {account.tried}")

    def _look(self, letter: str) -> Response | None:
        """Fetch a page, and hold it against the account: an unanswered save may be there, or not."""
        down = self.outage.is_set()
        page = self.person.get(f"{self.person.address}/{letter}")
        if page.status != 200:
            self._note(page, down, f"showing {letter}")
            return None
        account, found = self._accounts[letter], set(page.comments.values())
        if len(found) != 1:
            self.faults.append(f"half a page: {letter} holds {sorted(found)}")
            return None
        number = int(found.pop() or 0)
        if not account.acknowledged <= number <= account.tried:
            self.faults.append(f"lost: {letter} holds {number}, acknowledged was {account.acknowledged}")
        account.acknowledged = account.tried = number
        return page

    def _note(self, answer: Response, down: bool, doing: str) -> None:
        if answer.status == 503 and (down or self.outage.is_set()):
            self.refused += 1
            time.sleep(0.05)
        else:
            self.faults.append(f"{answer.status} when {doing}")
