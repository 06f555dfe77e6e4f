"""Two small versions of the questionnaire, and rounds of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.maturity.answers import Answer
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.comparison import RoundComparison, compare_rounds
from app.maturity.rounds.history import PastRound
from app.maturity.rounds.round import Round, RoundAnswers, close_round, round_answers
from app.maturity.scorecard import Scorecard, build
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import (
    TODAY,
    a_domain,
    a_question,
    a_questionnaire,
    a_text,
    an_assessment,
    answers,
    three_domains,
)

OLD = a_questionnaire()


def _newer() -> Questionnaire:
    governance, content, engagement = three_domains()
    first, second, _ = governance.questions
    always, other = content.questions
    one, moved, gate = engagement.questions
    return a_questionnaire(
        replace(governance, questions=(first, replace(second, help=a_text("Reworded.")), a_question("G4"))),
        replace(content, questions=(replace(always, not_applicable=None), replace(other, gate=True))),
        replace(engagement, questions=(one, gate)),
        a_domain("K", replace(moved, domain_letter="K"), a_question("K1")),
        quick=("G1", "C2", "E1", "K1"),
        version="1.1",
    )


# G2 and C1 are reworded (C1 always applies), G3 is gone, G4 and K1 are new, E2 has moved from E to K, and C2
# has become a gate.
NEW = _newer()
VERSIONS = QuestionnaireVersions((OLD, NEW))


def a_card(
    given: Mapping[str, Answer],
    questionnaire: Questionnaire = OLD,
    *,
    variant: str = "full",
    on: date | None = TODAY,
) -> Scorecard:
    """Return the scorecard of a round, complete if it has a day and every answer."""
    assessment = an_assessment(given, variant=variant, version=questionnaire.version, completed_on=on)
    return build(questionnaire, assessment, completed=on is not None)


def a_round(
    number: int,
    given: Mapping[str, Answer],
    questionnaire: Questionnaire = OLD,
    *,
    variant: str = "full",
    label: str = "",
) -> Round:
    """Return a closed round; round n was completed on the first day of month n of 2026."""
    card = a_card(given, questionnaire, variant=variant, on=date(2026, number, 1))
    return close_round(card, number, label)


def a_past_round(
    number: int, given: Mapping[str, Answer], questionnaire: Questionnaire = OLD, *, label: str = ""
) -> PastRound:
    """Return a closed round with its answers."""
    return PastRound(a_round(number, given, questionnaire, label=label), some(given, questionnaire))


def every(level: int, questionnaire: Questionnaire = OLD, variant: str = "full") -> dict[str, Answer]:
    """Return the same level for every question of a variant."""
    return answers(**{question.id: level for question in questionnaire.questions_in(variant)})


def some(
    given: Mapping[str, Answer], questionnaire: Questionnaire = OLD, variant: str = "full"
) -> RoundAnswers:
    """Return the answers of a round, complete or not."""
    return round_answers(a_card(given, questionnaire, variant=variant))


def compared(
    before: Mapping[str, Answer],
    after: Mapping[str, Answer],
    newer: Questionnaire = OLD,
    variant: str = "full",
) -> RoundComparison:
    """Compare a round of the older version with another of the same or the newer one."""
    return compare_rounds(some(before, variant=variant), some(after, newer, variant))
