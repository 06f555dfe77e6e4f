"""The preview of a submission shows everything that leaves, and nothing else leaves."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from app.exchange import canonical_json
from app.exchange.programme import submission_json
from app.exchange.programme.submission_json import FaultySubmissionError, SubmissionReader
from app.maturity.programme.submission import DEPTHS, SCORES, Depth, submitted_texts, with_texts
from app.report.programme.preview import PreviewPart, preview
from app.translations import translator
from app.translations.wording import Wording
from tests.build import TODAY, an_answer, an_assessment, answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_submission

ENGLISH = Wording("en", translator("en"), QUESTIONNAIRE)
GIVEN = answers(G1="unknown", C1="not_applicable", E3=1)
NOTED = {"G2": an_answer(2, comment="Since spring.", evidence="Minutes", evidence_date=TODAY)}


def words(parts: tuple[PreviewPart, ...]) -> list[tuple[str, str]]:
    return [row for part in parts for row in part.rows]


def test_scores_alone_show_no_answer() -> None:
    parts = preview(a_submission(GIVEN | NOTED, depth=SCORES), ENGLISH)

    assert [part.heading for part in parts] == ["Your organisation", "The round", "Scores"]
    assert dict(words(parts)) == {
        "Name": "Bellatrix",
        "Type of organisation": "Supplier",
        "Number of people": "50 to 249 people",
        "Region": "Europe",
        "Round": "1",
        "Completed on": "1 November 2026",
        "Submitted on": "1 November 2026",
        "Questionnaire": "Full assessment",
        "Version": "1.0",
        "Extent": "Scores only",
        "Overall readiness": "42, exactly 125/3; Defined",
        "Must-haves still missing": "E3 Practice E3",
        "G Domain G": "33, exactly 100/3; Ad hoc; questions counted: 3 of 3",
        "C Domain C": "50; Defined; questions counted: 1 of 2",
        "E Domain E": "42, exactly 125/3; Defined; questions counted: 3 of 3",
    }


def test_levels_show_every_answer_and_every_target() -> None:
    parts = preview(a_submission(GIVEN, targets={"G": 4}), ENGLISH)

    assert [part.heading for part in parts] == [
        "Your organisation",
        "The round",
        "Scores",
        "Answers",
        "Targets",
    ]
    assert dict(parts[3].rows)["G1 Practice G1"] == "We don’t know"
    assert len(parts[3].rows) == 8
    assert dict(parts[4].rows) == {"G Domain G": "Proven", "C Domain C": "Applied", "E Domain E": "Applied"}


def test_texts_are_shown_as_they_were_typed() -> None:
    submission = with_texts(
        a_submission(NOTED, texts=True), submitted_texts(an_assessment(NOTED), QUESTIONNAIRE)
    )

    assert preview(submission, ENGLISH)[-1].rows == (
        ("G2 Practice G2: Comment", "Since spring."),
        ("G2 Practice G2: Evidence", "Minutes"),
        ("G2 Practice G2: Date of the evidence", "1 November 2026"),
    )


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401  # any JSON
    """Yield the path of every value in an object that holds no further ones."""
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(each, (*path, key))
    else:
        yield path


# Values that another reader would not accept, or that say how to read the file.
_FIXED = {("format",), ("format_version",), ("round", "questionnaire", 0), ("round", "questionnaire", 1)}
# Another value of each kind.
_OTHERS: tuple[Any, ...] = (
    *("supplier", "media", "1_49", "europe", "asia_pacific", "2026-10-31", "Other", "25", "75"),
    *("ad_hoc", "applied", "E3", "G1", "unknown", 1, 2, 3, 4, True, False),
)


def test_no_value_that_leaves_is_missing_from_the_preview() -> None:
    """Every value of the sealed file is changed in turn; the preview then differs too."""
    reader = SubmissionReader(QUESTIONNAIRE, "full")
    original = submission_json.write(a_submission(GIVEN, label="before the audit"))
    shown = preview(reader.read(original), ENGLISH)
    paths = [path for path in leaves(json.loads(original)) if path not in _FIXED]

    unseen = [path for path in paths if not _is_seen(path, original, shown, reader)]

    assert len(paths) > 35
    # The variant has one value here, and depth goes with the answers, as texts do.
    assert unseen == [("depth",), ("round", "questionnaire", 2)]


def _is_seen(
    path: tuple[Any, ...], original: bytes, shown: tuple[PreviewPart, ...], reader: SubmissionReader
) -> bool:
    for other in _OTHERS:
        content = json.loads(original)
        holder = content
        for key in path[:-1]:
            holder = holder[key]
        if type(holder[path[-1]]) is type(other) and holder[path[-1]] == other:
            continue
        holder[path[-1]] = other
        try:
            changed = reader.read(canonical_json.write_line(content))
        except FaultySubmissionError:
            continue
        return bool(preview(changed, ENGLISH) != shown)
    return False


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_submission_without_a_name_or_a_profile_says_so(depth: Depth) -> None:
    rows = dict(words(preview(a_submission(depth=depth, organisation=""), ENGLISH)))

    assert rows["Name"] == "Not given"
