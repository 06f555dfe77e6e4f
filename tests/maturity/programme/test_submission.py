"""What leaves an assessment for a programme."""

from datetime import date

import pytest

from app.maturity.answers import Answer
from app.maturity.programme.submission import SCORES, submitted_texts, with_texts
from tests.build import an_answer, an_assessment, answers
from tests.maturity.programme.build import QUESTIONNAIRE, a_submission

NOTED = an_answer(3, comment="Since spring.", evidence="Minutes", evidence_date=date(2026, 10, 1))


def test_a_submission_of_scores_holds_no_answer_and_no_target() -> None:
    submission = a_submission({"G1": NOTED}, depth=SCORES, targets={"G": 4})

    assert (submission.depth, submission.levels, submission.has_texts) == ("scores", None, False)
    assert submission.round_answers(QUESTIONNAIRE) is None


def test_levels_hold_every_asked_choice_and_every_target_but_no_text() -> None:
    submission = a_submission(
        {"G1": NOTED, "G2": an_answer("unknown"), "C1": an_answer("not_applicable", comment="The law.")},
        targets={"G": 4},
    )

    assert submission.levels is not None
    assert submission.levels.answers == answers(
        G1=3, G2="unknown", G3=2, C1="not_applicable", C2=2, E1=2, E2=2, E3=2
    )
    assert submission.levels.targets == {"G": 4, "C": 3, "E": 3}


def test_an_answer_outside_the_variant_is_not_submitted() -> None:
    submission = a_submission(answers(G1=3, G2=4), variant="quick")

    assert submission.levels is not None
    assert list(submission.levels.answers) == ["G1", "C1", "E1"]


def test_texts_are_submitted_with_levels_only() -> None:
    with pytest.raises(ValueError, match="with levels only"):
        a_submission(depth=SCORES, texts=True)


def test_comments_and_evidence_come_back_to_their_answers() -> None:
    given = {"G1": NOTED, "G2": an_answer(comment="", evidence="")}
    texts = submitted_texts(an_assessment(given), QUESTIONNAIRE)
    submission = with_texts(a_submission({"G1": NOTED}, texts=True), texts)

    assert texts == {
        "G1": Answer(None, "Since spring.", "Minutes", date(2026, 10, 1)),
    }
    assert submission.levels is not None
    assert submission.levels.answers["G1"] == NOTED
    assert submission.levels.answers["G2"] == an_answer(2)
