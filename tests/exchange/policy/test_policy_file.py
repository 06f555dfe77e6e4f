"""A document is read within limits, and nothing of it stays: no object, no file."""

import gc
from pathlib import Path

import pytest

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError, Limits, NotIsolatedError, OutOfTimeError
from app.exchange.policy import policy_file
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from tests.exchange.policy.build import docx, facts, paragraph

RULE = "Nobody may share a password."


def test_a_document_is_read_within_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Limits | None] = []
    run = limited_process.run

    def noted(program: Path, data: bytes, limits: Limits | None = None) -> bytes:
        asked.append(limits)
        return run(program, data, limits)

    monkeypatch.setattr(limited_process, "run", noted)

    assert facts(policy_file.read_policy(docx(paragraph(RULE)))) == [("paragraph", RULE)]
    assert asked == [
        Limits(memory=640 * 1024 * 1024, seconds=20, wait_seconds=30, open_files=32, isolated=True)
    ]


@pytest.mark.parametrize(
    ("failure", "refusal"),
    [
        (OutOfTimeError(), Refusal.TIME),
        (NotIsolatedError(), Refusal.NOT_ISOLATED),
        (LimitedProcessError(), Refusal.UNPACKED),
    ],
)
def test_a_process_that_does_not_answer_has_its_reason(
    failure: Exception, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> bytes:
        raise failure

    monkeypatch.setattr(limited_process, "run", fail)

    with pytest.raises(UnreadablePolicyError) as refused:
        policy_file.read_policy(b"Text.")
    assert refused.value.refusal == refusal


@pytest.mark.parametrize(
    ("text", "refusal"), [(" \n", Refusal.EMPTY), ("a" * 2_000_001, Refusal.LONG)], ids=["empty", "long"]
)
def test_pasted_text_that_is_not_read_has_its_reason(text: str, refusal: Refusal) -> None:
    with pytest.raises(UnreadablePolicyError) as refused:
        policy_file.read_pasted(text)
    assert refused.value.refusal == refusal


def left_of(mark: str) -> list[str]:
    """Return the texts and bytes of the process that hold a mark, other than the caller’s."""
    gc.collect()
    found = []
    for holder in gc.get_objects():
        for each in gc.get_referents(holder):
            if (isinstance(each, str) and mark in each) or (
                isinstance(each, bytes) and mark.encode() in each
            ):
                found.append(type(holder).__name__)
    return found


@pytest.mark.parametrize("is_damaged", [False, True], ids=["read", "refused"])
def test_nothing_of_a_document_stays_in_the_process_or_on_the_disk(
    is_damaged: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    # The whole mark stands only in the document: the constants of this code hold its halves.
    halves = ["Quokka", "Zyzzyva"]
    data = f"Nobody shares {''.join(halves)}.".encode() + (b"\x00" if is_damaged else b"")

    try:
        blocks = policy_file.read_policy(data)
        assert "".join(halves) in blocks[0].text
        assert left_of("".join(halves))
        del blocks
    except UnreadablePolicyError:
        assert is_damaged
    del data

    assert left_of("".join(halves)) == []
    assert list(tmp_path.iterdir()) == []
