"""Prints the files and addresses that a process opens while it builds documents of texts that attack."""

import sys
from itertools import product

from tests.figures.cast import wording_in
from tests.report.corpus import HOSTILE, STRANGE, WRITTEN
from tests.report.renderers import RENDERERS
from tests.report.test_hostile import hostile

# The families of audit events that reach outside the process.
_OUTSIDE_EVENTS = ("open", "socket", "subprocess", "os", "shutil", "urllib", "ctypes")


def main() -> None:
    """Build one document of each kind with each text, and print the audit events."""
    cards = [hostile(text) for text in (*HOSTILE.values(), *STRANGE.values(), *WRITTEN.values())]
    events: list[tuple[str, str]] = []

    def watch(event: str, given: tuple[object, ...]) -> None:
        if event.split(".")[0] in _OUTSIDE_EVENTS:
            events.append((event, str(given[0]) if given else ""))

    sys.addaudithook(watch)
    for card, kind in product(cards, RENDERERS):
        RENDERERS[kind](card, wording_in("fr", card.questionnaire), attachments=None)
    sys.stdout.writelines(f"{event} {what}\n" for event, what in sorted(set(events)))


if __name__ == "__main__":
    main()
