"""A new round begins with the answers of the last one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.maturity.answers import Answer, Assessment, unanswered, with_answer
from app.maturity.questionnaire import Question, Questionnaire
from app.maturity.rounds.new_round import (
    NewRound,
    begin_round,
    confirm,
    confirmable_by_page,
    has_stale_evidence,
)
from app.maturity.scorecard import build
from app.maturity.versions.upgrade import plan_upgrade
from tests.build import TODAY, an_answer, an_assessment
from tests.maturity.rounds.build import NEW, OLD, VERSIONS, every

GIVEN = {
    **every(3),
    "G1": an_answer(2, comment="Signed.", evidence="Policy", evidence_date=date(2026, 1, 1)),
    "G2": an_answer("unknown"),
    "G3": an_answer("not_applicable", comment="The law forbids it."),
    "C1": an_answer("not_applicable", comment="None.", evidence="Decision", evidence_date=TODAY),
}
LAST = an_assessment(GIVEN, completed_on=TODAY, targets={"C": 4}, opinions={"O1": ("essential",)})


def begun(last: Assessment = LAST, questionnaire: Questionnaire = OLD, variant: str = "full") -> NewRound:
    before = VERSIONS.for_assessment(last)
    return begin_round(last, before=before, questionnaire=questionnaire, variant=variant)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def test_every_answer_is_carried_with_its_texts() -> None:
    new = begun()

    assert new.assessment.answers == {id: replace(each, carried=True) for id, each in GIVEN.items()}
    assert (new.to_confirm_singly, new.to_answer, new.dropped) == ((), (), ())


def test_the_rest_of_the_assessment_stays_and_the_round_is_not_completed() -> None:
    new = begun()

    assert new.assessment == replace(LAST, answers=new.assessment.answers, completed_on=None)


def test_a_new_round_has_the_same_scores_and_nothing_is_answered() -> None:
    before, after = build(OLD, LAST, completed=True), build(OLD, begun().assessment, completed=False)

    assert after.overall == before.overall
    assert (before.answered, after.answered, after.complete) == (8, 0, False)


def test_on_a_newer_version_reworded_questions_are_confirmed_singly() -> None:
    last = an_assessment(every(2), completed_on=TODAY)

    new = begun(last, NEW)

    # C1 is reworded because its reason for not applying is gone.
    assert new.assessment.version == "1.1"
    assert ids(new.to_confirm_singly) == ["G2", "C1"]
    assert new.assessment.answers["G2"] == an_answer(2, carried=True, reworded=True)
    assert new.assessment.answers.keys() == {"G1", "G2", "C1", "C2", "E1", "E2", "E3"}
    assert ids(begun(last, NEW, "quick").to_confirm_singly) == ["G2", "C1"]


def test_not_applicable_that_is_no_longer_allowed_is_unanswered_and_keeps_its_texts() -> None:
    new = begun(LAST, NEW)

    assert new.assessment.answers["C1"] == replace(GIVEN["C1"], choice=None)
    assert ids(new.to_answer) == ["C1"]
    assert "C1" not in ids(new.to_confirm_singly)


def test_answers_to_questions_that_are_gone_are_listed_and_not_in_the_new_round() -> None:
    new = begun(LAST, NEW)

    assert new.dropped == ((OLD.question("G3"), GIVEN["G3"]),)
    assert "G3" not in new.assessment.answers


def test_a_comment_without_a_choice_is_kept_and_there_is_nothing_to_confirm() -> None:
    last = an_assessment({"G2": an_answer(comment="Ask Ana."), "G1": Answer()})

    new = begun(last, NEW)

    assert new.assessment.answers == {"G2": an_answer(comment="Ask Ana.")}
    assert new.to_confirm_singly == ()


def test_in_the_other_variant_answers_outside_are_kept_and_not_scored() -> None:
    quick = begun(variant="quick").assessment

    assert quick.profile.variant == "quick"
    assert quick.answers.keys() == GIVEN.keys()
    card = build(OLD, quick, completed=False)
    # The quick check asks G1 at 2, C1 not applicable and E1 at 3: (50 + 75) / 2.
    assert card.overall.score is not None
    assert card.overall.score.exact == Fraction(125, 2)
    assert [each.applicable for each in card.domains] == [1, 0, 1]


def test_answers_outside_a_quick_round_come_back_carried_in_a_full_one() -> None:
    quick = confirm(begun(variant="quick").assessment, OLD.questions_in("quick"))
    closed = replace(quick, completed_on=TODAY)

    full = begun(closed)

    assert full.assessment.answers["E2"] == an_answer(3, carried=True)
    assert full.to_confirm_singly == ()


def test_an_answer_carried_twice_is_held_against_the_wording_it_was_given_to() -> None:
    # G2 was answered in version 1.0 and never confirmed in the quick round of 1.1, which rewords it.
    quick = confirm(begun(LAST, NEW, "quick").assessment, NEW.questions_in("quick"))
    closed = replace(quick, completed_on=TODAY)

    full = begun(closed, NEW)

    assert ids(full.to_confirm_singly) == ["G2"]
    confirmed = replace(closed, answers={**closed.answers, "G2": an_answer("unknown")})
    assert begun(confirmed, NEW).to_confirm_singly == ()


def test_answers_outside_a_quick_check_are_held_against_the_wording_too() -> None:
    last = replace(LAST, profile=replace(LAST.profile, variant="quick"))

    assert ids(begun(last, NEW, "quick").to_confirm_singly) == ["G2"]


def test_an_upgrade_during_a_round_makes_its_carried_answers_be_confirmed_singly() -> None:
    first = confirm(begun(an_assessment(every(2))).assessment, [OLD.question("C1")])

    upgraded = plan_upgrade(first, OLD, NEW).assessment

    assert upgraded.answers["G2"] == an_answer(2, carried=True, reworded=True)
    assert upgraded.answers["C1"] == an_answer(2)


def test_to_choose_another_level_is_to_confirm() -> None:
    new = begun(an_assessment(every(2)), NEW).assessment

    assert with_answer(new, NEW.question("G2"), "3").answers["G2"] == an_answer(3)


def test_a_page_confirms_its_carried_answers_but_not_the_reworded_ones() -> None:
    new = begun(an_assessment({**every(2), "G1": an_answer(4)}), NEW)
    page = NEW.questions_in("full", "G")

    by_page = confirmable_by_page(new.assessment, page)
    after = confirm(new.assessment, by_page)

    assert ids(by_page) == ["G1"]
    assert after.answers["G1"] == an_answer(4)
    assert after.answers["G2"] == an_answer(2, carried=True, reworded=True)
    assert after.answers["C2"] == an_answer(2, carried=True)
    assert ids(unanswered(NEW, after, "G")) == ["G2", "G4"]


def test_confirming_changes_nothing_but_carried_answers() -> None:
    new = begun(an_assessment({"G1": an_answer(4, comment="Kept."), "G2": an_answer(comment="Later")}))

    after = confirm(new.assessment, OLD.questions_in("full"))

    assert after.answers == {"G1": an_answer(4, comment="Kept."), "G2": an_answer(comment="Later")}
    assert confirmable_by_page(after, OLD.questions_in("full")) == ()


@pytest.mark.parametrize(
    ("evidence_date", "stale"),
    [(date(2025, 10, 31), True), (date(2025, 11, 1), False), (date(2026, 11, 1), False), (None, False)],
)
@pytest.mark.parametrize("choice", [0, 1, 4, "unknown", "not_applicable", None])
def test_evidence_older_than_12_months_is_stale_at_any_level(
    evidence_date: date | None, stale: bool, choice: int | str | None
) -> None:
    answer = an_answer(choice, evidence="Minutes", evidence_date=evidence_date, carried=True)

    assert has_stale_evidence(answer, date(2026, 11, 1)) is stale
