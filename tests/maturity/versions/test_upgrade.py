"""The upgrade of an assessment to a newer version."""

from dataclasses import replace

from app.maturity.answers import Answer, Assessment
from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.versions.upgrade import UpgradePlan, plan_upgrade, reworded_questions
from tests.build import (
    TODAY,
    a_domain,
    a_question,
    a_questionnaire,
    a_text,
    an_answer,
    an_assessment,
    answers,
    three_domains,
)

OLD = a_questionnaire()
GIVEN = answers(
    G1=an_answer(3, comment="Kept"),
    G2=an_answer(2, evidence="Looked at"),
    G3=an_answer("not_applicable", comment="Dropped"),
    C1=an_answer("not_applicable", comment="Law"),
    E1=4,
)


def newer(**fields: object) -> Questionnaire:
    """Return version 1.1: G2 reworded, G3 and E removed, C1 always applicable, K added."""
    governance, content, _ = three_domains()
    first, second, _ = governance.questions
    reworded = replace(second, help=a_text("Counts otherwise"))
    always_applicable = replace(content.questions[0], not_applicable=None)
    domains: tuple[Domain, ...] = (
        replace(governance, questions=(first, reworded)),
        replace(content, questions=(always_applicable, content.questions[1])),
        a_domain("K", a_question("K1")),
    )
    return a_questionnaire(*domains, version="1.1", **fields)  # type: ignore[arg-type]  # any field


def moved(given: Assessment | None = None, after: Questionnaire | None = None) -> UpgradePlan:
    return plan_upgrade(given or an_assessment(GIVEN), OLD, after or newer())


def test_an_answer_stays_if_its_question_stays() -> None:
    assert moved().assessment.answers["G1"] == Answer("3", comment="Kept")
    assert moved().assessment.version == "1.1"
    assert moved().kept_count == 1


def test_an_answer_to_another_wording_stays_and_is_to_be_reviewed() -> None:
    assert [question.id for question in moved().to_review] == ["G2"]
    assert moved().assessment.answers["G2"] == Answer("2", evidence="Looked at")


def test_answers_whose_chosen_statement_is_worded_differently_are_reviewed_first() -> None:
    governance, content, engagement = three_domains()
    first, second, third = governance.questions
    level_two = (*first.levels[:2], a_text("Worded differently"), *first.levels[3:])
    questions = (replace(first, levels=level_two), replace(second, levels=level_two), third)
    engaged = replace(engagement.questions[0], not_applicable=a_text("Another reason"))
    domains = (
        replace(governance, questions=questions),
        content,
        replace(engagement, questions=(engaged, *engagement.questions[1:])),
    )
    given = an_assessment(answers(G1=3, G2=2, E1=an_answer("not_applicable")))

    plan = moved(given, a_questionnaire(*domains, version="1.1"))

    assert [question.id for question in plan.to_review_first] == ["G2", "E1"]
    assert [question.id for question in plan.to_review] == ["G1"]
    assert plan.kept_count == 0
    grouped = [(domain.letter, len(pairs)) for domain, pairs in plan.comparison.reworded_by_domain]
    assert grouped == [("G", 2), ("E", 1)]


def test_an_answer_that_is_no_longer_allowed_must_be_given_again_and_keeps_its_comment() -> None:
    assert [question.id for question in moved().to_answer] == ["C1"]
    assert moved().assessment.answers["C1"] == Answer(None, comment="Law")


def test_a_carried_answer_stays_carried_unless_it_is_no_longer_allowed() -> None:
    carried = {id: replace(answer, carried=True) for id, answer in GIVEN.items()}

    after = moved(an_assessment(carried)).assessment.answers

    assert {id: answer.carried for id, answer in after.items()} == {"G1": True, "G2": True, "C1": False}


def test_an_answer_to_a_removed_question_is_dropped_and_listed_whole() -> None:
    dropped = {question.id: answer for question, answer in moved().dropped}

    assert dropped == {"G3": Answer("not_applicable", comment="Dropped"), "E1": Answer("4")}
    assert set(moved().assessment.answers) == {"G1", "G2", "C1"}
    assert moved().loses_data


def test_every_answer_is_kept_reviewed_answered_again_or_dropped() -> None:
    move = moved()

    assert move.kept_count + len(move.to_review) + len(move.to_review_first) + len(move.to_answer) + len(
        move.dropped
    ) == len(GIVEN)


def test_an_answer_outside_the_variant_is_carried_like_any_other() -> None:
    quick = an_assessment(answers(G2=3, E2=1), variant="quick")

    assert moved(quick).assessment.answers == answers(G2=3)
    assert [question.id for question, _ in moved(quick).dropped] == ["E2"]
    assert [question.id for question in moved(quick).to_review] == ["G2"]


def test_an_opinion_loses_only_the_removed_options() -> None:
    many = next(each for each in OLD.opinions if each.many)
    kept, gone = (option.token for option in many.options[:2])
    options = tuple(option for option in many.options if option.token != gone)
    after = newer(
        opinions=tuple(replace(each, options=options) if each is many else each for each in OLD.opinions)
    )

    move = moved(an_assessment(opinions={many.id: (kept, gone)}), after)

    assert move.assessment.opinions == {many.id: (kept,)}
    assert [opinion.id for opinion in move.changed_opinions] == [many.id]
    assert move.loses_data


def test_several_answers_do_not_fit_a_question_that_takes_one() -> None:
    many = next(each for each in OLD.opinions if each.many)
    given = {many.id: many.tokens[:2]}
    after = newer(
        opinions=tuple(replace(each, many=False) if each is many else each for each in OLD.opinions)
    )

    assert moved(an_assessment(opinions=given), after).assessment.opinions == {}


def test_a_target_is_dropped_with_its_domain() -> None:
    move = moved(an_assessment(targets={"G": 4, "E": 2}))

    assert move.assessment.targets == {"G": 4}
    assert [domain.letter for domain in move.dropped_targets] == ["E"]


def test_completion_is_dropped_if_an_answer_or_a_result_could_differ() -> None:
    complete = an_assessment(GIVEN, completed_on=TODAY)
    other_advice = replace(
        OLD.domains[0], questions=tuple(replace(q, why=a_text("Else")) for q in OLD.domains[0].questions)
    )
    advised = a_questionnaire(other_advice, *OLD.domains[1:], version="1.1")

    assert moved(complete).assessment.completed_on is None
    assert moved(complete, advised).assessment.completed_on == TODAY
    assert not moved(complete, advised).loses_data


def test_a_reworded_question_without_an_answer_is_not_to_be_reviewed() -> None:
    assert reworded_questions(an_assessment(), OLD, newer()) == ()
