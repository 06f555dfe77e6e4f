"""A sample of all kinds of assessments, the same in every run.

Each is written as an assessment.json and read back, so that it holds only what a file may hold.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from random import Random

from app.exchange import assessment_json, round_json
from app.maturity.answers import (
    COMMENT_LIMIT,
    ORGANISATION_LIMIT,
    ORGANISATION_TYPES,
    REGIONS,
    SIZE_BANDS,
    TARGETS,
    Answer,
    Assessment,
    Profile,
)
from app.maturity.opinions import OpinionQuestion
from app.maturity.questionnaire import NOT_APPLICABLE, UNKNOWN, Question
from app.maturity.scorecard import Scorecard, build
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import TODAY, an_assessment
from tests.figures.cast import questionnaire
from tests.report.corpus import ENDLESS, HEAVY, HOSTILE, MIXED, STRANGE, WRITTEN

Words = dict[str, str]
Choice = Callable[[Question, int, Random], str | None]


@dataclass(frozen=True)
class Case:
    """A scored assessment with a name that describes it."""

    name: str
    scorecard: Scorecard


def _level(level: int) -> Choice:
    return lambda question, place, chance: str(level)


# How the questions are answered; None leaves a question open.
_CHOICES: dict[str, Choice] = {
    "mixed": lambda question, place, chance: chance.choice(question.choices),
    "proven": _level(4),
    "absent": _level(0),
    "unknown": lambda question, place, chance: UNKNOWN,
    "not applicable": lambda question, place, chance: NOT_APPLICABLE if question.not_applicable else "2",
    "begun": lambda question, place, chance: None if place else "1",
    "incomplete": lambda question, place, chance: chance.choice((None, *question.choices)),
    "applied": _level(3),
    "nothing": lambda question, place, chance: None,
}


def _to_the_limit(words: str) -> str:
    # White space at the end is trimmed when a file is read, and the limit applies to the rest.
    return (words * COMMENT_LIMIT)[:COMMENT_LIMIT]


# The texts of comments and evidence, used in turn.
_TEXTS: dict[str, Words] = {
    "no words": {"nothing": ""},
    "every script": WRITTEN | MIXED,
    "harm": HOSTILE,
    "strange characters": STRANGE,
    "limits": {name: _to_the_limit(words) for name, words in HEAVY.items()},
    "endless": {name: words[:COMMENT_LIMIT] for name, words in ENDLESS.items()},
    **{f"script: {name}": {name: words} for name, words in (WRITTEN | MIXED | STRANGE).items()},
    **{f"harm: {name}": {name: words} for name, words in HOSTILE.items()},
    **{f"words at the limit: {name}": {name: _to_the_limit(words)} for name, words in HEAVY.items()},
}


def sample(count: int) -> list[Case]:
    """Return assessments; 240 of them contain every choice and every text in both variants."""
    return [_case(number) for number in range(count)]


def _case(number: int) -> Case:
    turn, place = divmod(number, len(_TEXTS))
    kind = list(_TEXTS)[place]
    choice = list(_CHOICES)[number % len(_CHOICES)]
    variant = "quick" if (turn + place) % 3 else "full"
    assessment = _assessment(variant, _CHOICES[choice], list(_TEXTS[kind].values()), Random(number))  # noqa: S311  # no secret
    scorecard = build(questionnaire(), assessment, completed=number % 2 == 0)
    return Case(f"{number} {variant}, {choice}, {kind}", scorecard)


def _assessment(variant: str, choice: Choice, texts: list[str], chance: Random) -> Assessment:
    words = cycle(texts)
    answers = {
        question.id: _answer(choice(question, place, chance), next(words), next(words), chance)
        for place, question in enumerate(questionnaire().questions_in(variant))
    }
    written = an_assessment(
        answers,
        version=questionnaire().version,
        profile=_profile(variant, chance.choice(texts), chance),
        opinions={
            each.id: _opinion(each, chance) for each in questionnaire().opinions if chance.random() < 0.7
        },
        targets={
            each.letter: chance.choice(TARGETS) for each in questionnaire().domains if chance.random() < 0.3
        },
        completed_on=chance.choice((None, TODAY, TODAY - timedelta(days=30))),
    )
    # Escaped, because some texts hold half a character, which no UTF-8 has.
    head = {"format": assessment_json.FORMAT, "format_version": 1}
    file = json.dumps(head | round_json.as_dict(written, questionnaire()))
    return assessment_json.read(file.encode(), QuestionnaireVersions((questionnaire(),)), TODAY)


def _answer(choice: str | None, comment: str, evidence: str, chance: Random) -> Answer:
    day = TODAY - timedelta(days=chance.randrange(1000)) if chance.random() < 0.5 else None
    return Answer(choice, comment, evidence, day)


def _profile(variant: str, organisation: str, chance: Random) -> Profile:
    return Profile(
        organisation[:ORGANISATION_LIMIT],
        chance.choice(ORGANISATION_TYPES),
        chance.choice(SIZE_BANDS),
        chance.choice(REGIONS),
        variant,
    )


def _opinion(question: OpinionQuestion, chance: Random) -> tuple[str, ...]:
    if not question.many:
        return (chance.choice(question.tokens),)
    tokens = tuple(chance.sample(question.tokens, chance.randint(1, len(question.tokens))))
    return tokens[:1] if question.clash(tokens) else tokens
