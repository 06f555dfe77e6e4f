"""One document has the turn to be read at a time."""

import pytest

from app.exchange.policy.reading_turn import ReaderBusyError, reading_turn


def test_while_one_document_is_read_another_is_told_at_once_to_wait() -> None:
    with reading_turn(), pytest.raises(ReaderBusyError), reading_turn():
        pass


def test_after_a_document_the_next_one_is_read_also_if_the_first_was_refused() -> None:
    with pytest.raises(ValueError, match="refused"), reading_turn():
        raise ValueError("refused")

    with reading_turn():
        pass
