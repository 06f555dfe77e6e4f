"""Which built PDFs the cache keeps, and for how long."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

import pytest

from app.storage.sealing.pdf_keys import PdfKey
from app.web.request.pdf_cache import PdfCache

FILE = b"%PDF- Bellatrix " * 10
SEALED = len(FILE) + 12 + 16


def a_copy(number: int) -> PdfKey:
    return PdfKey(number.to_bytes(32, "big"), bytes(32))


def asks(built: PdfCache, *numbers: int, make: Callable[[], bytes] = lambda: FILE) -> int:
    """Request files one after the other, and return how many were built."""
    before = built.builds
    for number in numbers:
        assert built.get_or_build(a_copy(number), make) == FILE
    return built.builds - before


def test_what_is_kept_is_given_again_without_making_it() -> None:
    built = PdfCache()

    assert asks(built, 1, 2, 1, 2, 2) == 2


def test_what_lies_in_memory_holds_no_word_of_the_file() -> None:
    built = PdfCache()
    asks(built, 1)

    assert [len(each) for each in built.sealed_files()] == [SEALED]
    assert b"Bellatrix" not in built.sealed_files()[0]


def test_beyond_the_number_of_files_the_least_recently_used_is_dropped() -> None:
    built = PdfCache(files=2)

    assert asks(built, 1, 2, 1, 3) == 3
    assert asks(built, 1, 3) == 0
    assert asks(built, 2) == 1


def test_beyond_the_sum_of_bytes_the_least_recently_used_is_dropped() -> None:
    built = PdfCache(size=2 * SEALED)

    assert asks(built, 1, 2, 1, 3) == 3
    assert asks(built, 1, 3) == 0
    assert len(built.sealed_files()) == 2


def test_a_file_larger_than_all_room_is_given_and_not_kept() -> None:
    built = PdfCache(size=SEALED - 1)

    assert asks(built, 1, 1) == 2
    assert built.sealed_files() == ()


def test_a_file_whose_build_failed_is_built_by_the_next_request() -> None:
    built = PdfCache()

    with pytest.raises(ZeroDivisionError):
        built.get_or_build(a_copy(1), lambda: bytes([1 // 0]))

    assert asks(built, 1) == 1


def test_eight_requests_at_once_share_one_build() -> None:
    built, together = PdfCache(), Barrier(8)

    def slow() -> bytes:
        sleep(0.05)
        return FILE

    def ask(_: int) -> bytes:
        together.wait(30)
        return built.get_or_build(a_copy(1), slow)

    with ThreadPoolExecutor(8) as threads:
        files = list(threads.map(ask, range(8)))

    assert files == [FILE] * 8
    assert built.builds == 1


def test_a_request_for_another_file_does_not_wait_for_a_build() -> None:
    built, begun, ready = PdfCache(), Event(), Event()

    def slow() -> bytes:
        begun.set()
        assert ready.wait(30)
        return FILE

    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(built.get_or_build, a_copy(1), slow)
        assert begun.wait(30)
        assert asks(built, 2) == 1
        assert not first.done()
        ready.set()
        assert first.result() == FILE
