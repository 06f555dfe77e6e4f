from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from app.maturity.answers import Assessment, with_answer
from app.maturity.level import level_of
from app.maturity.questionnaire import Domain, Question
from app.maturity.recommendation import Tier
from app.maturity.score import Score
from app.maturity.scorecard import Scorecard, build, what_if
from tests.build import a_questionnaire, an_answer
from tests.maturity.strategies import OPTIONAL, QUESTIONNAIRE, QUESTIONS, assessments


def scored(assessment: Assessment) -> Scorecard:
    return build(QUESTIONNAIRE, assessment, completed=True)


def scores(card: Scorecard) -> dict[str, Fraction]:
    """Return every score of a scorecard by name; exposures are separate."""
    named = {
        "overall": card.overall.score,
        "weighted": card.survey.weighted,
        **{each.domain.letter: each.score for each in card.domains},
        **{result.finding.name: result.readiness for result in card.survey.findings},
    }
    return {name: score.exact for name, score in named.items() if score}


def exposures(card: Scorecard) -> dict[str, Fraction]:
    return {result.finding.name: result.exposure.exact for result in card.survey.findings}


def gaps(card: Scorecard) -> dict[str, Fraction]:
    return {each.question.id: each.gain for each in card.recommendations}


@given(assessments())
def test_every_score_lies_within_0_and_100(assessment: Assessment) -> None:
    card = scored(assessment)

    assert all(0 <= score <= 100 for score in scores(card).values())
    assert all(0 <= each.exposure.exact <= each.finding.share for each in card.survey.findings)


@given(assessments(), st.sampled_from(QUESTIONS), st.integers(0, 4))
def test_raising_a_level_lowers_no_score_and_raises_no_gap(
    assessment: Assessment, raised: Question, level: int
) -> None:
    answer = assessment.answer(raised)
    assume(answer.applies and answer.points <= level)

    before, after = scored(assessment), scored(with_answer(assessment, raised, str(level)))

    assert all(scores(after)[name] >= score for name, score in scores(before).items())
    assert all(exposures(after)[name] <= exposure for name, exposure in exposures(before).items())
    assert all(gap <= gaps(before)[id] for id, gap in gaps(after).items())
    assert set(after.overall.failing_gates) <= set(before.overall.failing_gates)
    if before.overall.level is not None and after.overall.level is not None:
        assert after.overall.level >= before.overall.level


@given(assessments(), st.sampled_from(OPTIONAL))
def test_not_applicable_gives_the_score_without_the_question(assessment: Assessment, left_out: str) -> None:
    answers = {**assessment.answers, left_out: an_answer("not_applicable")}
    without = a_questionnaire(
        *(_without(domain, left_out) for domain in QUESTIONNAIRE.domains),
        quick=tuple(id for id in QUESTIONNAIRE.variants["quick"].questions if id != left_out),
    )

    card = scored(replace(assessment, answers=answers))
    never_asked = build(without, assessment, completed=True)

    assert scores(card) == scores(never_asked)
    assert exposures(card) == exposures(never_asked)
    assert gaps(card) == gaps(never_asked)
    assert card.overall.level == never_asked.overall.level
    assert [gate.id for gate in card.overall.failing_gates] == [
        gate.id for gate in never_asked.overall.failing_gates
    ]


def _without(domain: Domain, id: str) -> Domain:
    return replace(domain, questions=tuple(each for each in domain.questions if each.id != id))


@given(assessments())
def test_what_if_without_questions_changes_nothing(assessment: Assessment) -> None:
    assert scored(what_if(QUESTIONNAIRE, assessment, [])) == scored(assessment)


@given(assessments(), st.sets(st.sampled_from([question.id for question in QUESTIONS])))
def test_what_if_gains_exactly_what_the_recommendations_promise(
    assessment: Assessment, chosen: set[str]
) -> None:
    before = scored(assessment)
    assume(before.overall.score)

    after = scored(what_if(QUESTIONNAIRE, assessment, chosen))

    promised = sum((gap for id, gap in gaps(before).items() if id in chosen), Fraction(0))
    assert scores(after)["overall"] == scores(before)["overall"] + promised
    assert not chosen & set(gaps(after))


@given(assessments(), st.permutations([question.id for question in QUESTIONS]))
def test_the_order_of_recommendations_does_not_depend_on_the_order_of_answers(
    assessment: Assessment, order: list[str]
) -> None:
    shuffled = {id: assessment.answers[id] for id in order if id in assessment.answers}

    card = scored(replace(assessment, answers=shuffled))

    assert card.recommendations == scored(assessment).recommendations


@given(assessments())
def test_the_order_of_recommendations_is_total(assessment: Assessment) -> None:
    places = {question.id: place for place, question in enumerate(QUESTIONS)}

    found = scored(assessment).recommendations

    keys = [(each.tier, -each.priority, places[each.question.id]) for each in found]
    assert [tier for tier, _, _ in keys] == sorted(tier for tier, _, _ in keys)
    assert len(set(keys)) == len(found)
    assert [each.rank for each in found] == list(range(1, len(found) + 1))
    for place, key in enumerate(keys):
        overtaken = [each for each, other in zip(found[place:], keys[place:], strict=True) if other < key]
        waited_for = {each.question for each in found[place:] if each.tier is Tier.OTHER}
        assert all(waited_for & set(each.requirements) for each in overtaken)
        assert key[0] is not Tier.OTHER or not waited_for & set(found[place].requirements)


@given(assessments())
def test_no_recommendation_is_due_before_its_effort_allows_or_its_requirements_are(
    assessment: Assessment,
) -> None:
    found = {each.question: each for each in scored(assessment).recommendations}

    for each in found.values():
        own = 30 if each.gate else {1: 30, 2: 90, 4: 180}[each.effort]
        assert each.horizon_days == max(own, *(found[q].horizon_days for q in each.requirements), 0)


@given(assessments())
def test_every_recommendation_has_its_one_place_in_the_roadmap(assessment: Assessment) -> None:
    card = scored(assessment)

    parts = [each.question.id for part in card.roadmap.values() for each in part]

    assert sorted(parts) == sorted(gaps(card))


@given(assessments())
def test_a_result_is_complete_only_when_every_question_is_answered(assessment: Assessment) -> None:
    card = scored(assessment)

    assert card.complete == (card.answered == card.asked)
    assert not build(QUESTIONNAIRE, assessment, completed=False).complete


@given(st.fractions(0, 100))
def test_the_level_fits_the_rounded_score_that_is_shown_beside_it(exact: Fraction) -> None:
    # The bounds lie on halves and halves go up, so no reader can see a score and a level that disagree.
    assert level_of(exact) == level_of(Fraction(Score(exact).rounded))


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_higher_score_has_no_lower_level(one: Fraction, other: Fraction) -> None:
    assert (level_of(one) <= level_of(other)) or one > other
