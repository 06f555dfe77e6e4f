"""A submission as it is sealed: every form comes back, and nothing else is read."""

import json
from datetime import date
from typing import Any

import pytest

from app.exchange import canonical_json
from app.exchange.programme import submission_json
from app.exchange.programme.submission_json import FaultySubmissionError, SubmissionReader
from app.maturity.answers import Answer
from app.maturity.programme.submission import SCORES, Submission
from tests.build import a_questionnaire, an_answer, answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_submission

READER = SubmissionReader(QUESTIONNAIRE, "full")
MIXED = answers(G1=4, G2="unknown", C1="not_applicable", C2="not_applicable", E3=1)
TEXTS = {"G1": Answer(None, "Since spring,\nin both offices.", "Minutes", date(2026, 10, 1))}


@pytest.mark.parametrize(
    "submission",
    [
        a_submission(MIXED, targets={"G": 4}),
        a_submission(MIXED, texts=True, label="before “the” audit", number=12),
        a_submission(MIXED, depth=SCORES, organisation="Ministère de l’Armée"),
        a_submission(depth=SCORES, organisation="", submitted_on=date(2027, 2, 28)),
    ],
)
def test_a_submission_comes_back_as_it_was(submission: Submission) -> None:
    assert READER.read(submission_json.write(submission)) == submission


def test_scores_alone_hold_no_answer_no_target_and_no_text() -> None:
    noted = {"G1": an_answer(4, comment="Secret remark", evidence="Secret minutes")}
    content = submission_json.write(a_submission(noted, depth=SCORES, targets={"G": 4}))

    assert set(json.loads(content)) == {
        *("format", "format_version", "depth", "texts", "submitted_on", "round"),
        *("organisation", "organisation_type", "size_band", "region"),
    }
    assert b"Secret" not in content


def test_levels_hold_no_text_either() -> None:
    noted = {"G1": an_answer(4, comment="Secret remark", evidence="Secret minutes")}

    assert b"Secret" not in submission_json.write(a_submission(noted, texts=True))


def test_another_variant_or_version_is_refused() -> None:
    content = submission_json.write(a_submission(variant="quick"))
    newer = SubmissionReader(a_questionnaire(version="1.1"), "full")

    assert SubmissionReader(QUESTIONNAIRE, "quick").read(content).round.variant == "quick"
    with pytest.raises(FaultySubmissionError):
        READER.read(content)
    with pytest.raises(FaultySubmissionError):
        newer.read(submission_json.write(a_submission()))


REMOVED = object()
CHANGES: list[tuple[str, object]] = [
    ("format", "muster-assessment"),
    ("format_version", 2),
    ("format_version", True),
    ("depth", "all"),
    ("depth", "scores"),
    ("texts", 1),
    ("organisation", "x" * 201),
    ("organisation", " Bellatrix"),
    ("organisation", None),
    ("organisation_type", "pirate"),
    ("size_band", ["1_49"]),
    ("submitted_on", "20261101"),
    ("submitted_on", 20261101),
    ("note", "more"),
    ("region", REMOVED),
    ("round", []),
    ("answers", {"G1": 3}),
    ("answers", None),
    ("answers.G1", 5),
    ("answers.G1", True),
    ("answers.G1", None),
    ("answers.G1", [3]),
    ("answers.G1", "not_applicable"),
    ("answers.G9", 3),
    ("targets", {"G": 3, "C": 3, "E": 5}),
    ("targets", {"G": True, "C": 3, "E": 3}),
    ("round.number", 0),
    ("round.number", True),
    ("round.label", "x" * 61),
    ("round.completed_on", "2026-13-01"),
    ("round.gates", ["X9"]),
    ("round.gates", [["E3"]]),
    ("round.overall", ["50", "defined"]),
    ("round.overall", ["50", "defined", "best"]),
    ("round.questionnaire", ["readiness", "1.0"]),
    ("round.questionnaire", ["other", "1.0", "full"]),
    ("round.domains", {"X": ["50", "defined", 3, 3]}),
    ("round.domains.G", ["1/0", "defined", 3, 3]),
    ("round.domains.G", ["401/4", "proven", 3, 3]),
    ("round.domains.G", ["-1", "absent", 3, 3]),
    ("round.domains.G", ["1e999999999", "proven", 3, 3]),
    ("round.domains.G", ["2/4", "absent", 3, 3]),
    ("round.domains.G", [50, "defined", 3, 3]),
    ("round.domains.G", ["50", "best", 3, 3]),
    ("round.domains.G", ["50", "defined", -1, 3]),
    ("round.domains.G", ["50", "defined", 3.0, 3]),
    ("round.domains.G", ["50", "defined", 3]),
    ("round.domains.G", ["50", "defined", 3, 3, 3]),
    ("round.domains.G", {"exact": "50"}),
    ("round.more", 1),
]


@pytest.mark.parametrize(
    ("path", "value"), CHANGES, ids=[f"{path}-{place}" for place, (path, _) in enumerate(CHANGES)]
)
def test_anything_else_is_refused(path: str, value: object) -> None:
    content = json.loads(submission_json.write(a_submission(answers(E3=1))))
    *parents, key = path.split(".")
    holder: dict[str, Any] = content
    for each in parents:
        holder = holder[each]
    holder[key] = value
    if value is REMOVED:
        del holder[key]

    with pytest.raises(FaultySubmissionError):
        READER.read(canonical_json.write_line(content))


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"null", b"{}", b"[" * 100_000, b"\xff", b"1" * 5_000, b'{"round": {}, "round": {}}'],
)
def test_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(FaultySubmissionError):
        READER.read(content)


def test_a_repeated_key_is_refused() -> None:
    content = submission_json.write(a_submission())

    with pytest.raises(FaultySubmissionError):
        READER.read(content.replace(b'"texts": false', b'"texts": false, "texts": false'))


def test_a_printed_level_is_kept_although_the_score_contradicts_it() -> None:
    """A round keeps what it printed, also when a later method would print something else."""
    content = json.loads(submission_json.write(a_submission()))
    content["round"]["overall"][1] = "absent"

    submission = READER.read(canonical_json.write_line(content))

    assert submission.round.scores.level is not None
    assert submission.round.scores.level.key == "absent"


def test_texts_come_back_as_they_were() -> None:
    content = submission_json.write_texts(TEXTS)

    assert submission_json.read_texts(content, QUESTIONNAIRE, "full") == TEXTS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"format": "muster-submission-texts", "format_version": 1, "texts": {"G1": {"level": 2}}}',
        b'{"format": "muster-submission-texts", "format_version": 1, "texts": {"X1": {"comment": "a"}}}',
        b'{"format": "muster-submission-texts", "format_version": 1, "texts": {"G1": {"comment": " a"}}}',
        b'{"format": "muster-submission-texts", "format_version": 2, "texts": {}}',
    ],
)
def test_other_texts_are_refused(content: bytes) -> None:
    with pytest.raises(FaultySubmissionError):
        submission_json.read_texts(content, QUESTIONNAIRE, "full")
