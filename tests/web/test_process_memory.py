"""Nothing of an assessment outlives its request in the memory of the server’s process."""

import subprocess
import sys

import pytest

from app.config import ROOT
from tests.web.process_memory import FAULTS


def leaks(assessments: int, *fault: str) -> list[str]:
    """Return what a process of its own still holds after this many assessments."""
    command = [sys.executable, "-m", "tests.web.process_memory", str(assessments), *fault]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603  # our own words
    return run.stdout.splitlines()


def test_no_answer_name_comment_sum_or_decision_outlives_its_request() -> None:
    assert leaks(20) == []


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        ("paragraphs", ("Quokka0x", "Zyzzyva1x", "100 ×")),
        ("paragraphs-not-typed", ("100 ×", "Practices below their target: ")),
        ("scorecards", ("Quokka0x", "Zyzzyva1x", "a Scorecard", "a row of")),
    ],
)
def test_a_cache_of_more_than_wording_is_found(fault: str, found: tuple[str, ...]) -> None:
    lines = leaks(2, fault)

    assert [words for words in found if not any(words in line for line in lines)] == []


def test_every_fault_is_tried() -> None:
    assert set(FAULTS) == {"paragraphs", "paragraphs-not-typed", "scorecards"}
