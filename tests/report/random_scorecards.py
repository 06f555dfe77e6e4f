"""Random assessments of the real questionnaire; the same seed always gives the same one."""

from random import Random

from app.maturity.answers import Answer
from app.maturity.questionnaire import Question
from app.maturity.scorecard import Scorecard, build
from tests.build import TODAY, an_answer, an_assessment
from tests.figures.cast import questionnaire

_NAMES = ("", "Vega", "Établissement de contrôle des armements de la région Atlantique, direction générale")
_WORDS = "We wrote the rule in March, tried it with two ships and a factory, and the duty officer signed it. "


def random_scorecard(seed: int) -> Scorecard:
    """Return the scorecard of a seed: either variant, any number of answers, with few or many comments."""
    random = Random(seed)  # noqa: S311  # no secret hangs on it
    variant = random.choice(("full", "full", "quick"))
    answered, wordy = random.choice((0.0, 0.3, 0.9, 1.0, 1.0)), random.choice((0.0, 0.2, 0.9))
    levels = random.choices(range(5), k=3)
    answers = {
        question.id: _answer(question, random, levels, wordy)
        for question in questionnaire().questions_in(variant)
        if random.random() < answered
    }
    opinions = {
        each.id: tuple(random.sample(each.tokens[:-1], 2 if each.many else 1))
        for each in questionnaire().opinions
        if random.random() < 0.7
    }
    assessment = an_assessment(
        answers,
        variant=variant,
        organisation=random.choice(_NAMES),
        opinions=opinions,
        completed_on=TODAY if answered == 1 else None,
    )
    return build(questionnaire(), assessment, completed=answered == 1)


def _answer(question: Question, random: Random, levels: list[int], wordy: float) -> Answer:
    choices = (*map(str, levels), "unknown", *(("not_applicable",) if question.not_applicable else ()))
    comment = _WORDS * random.randint(1, 18) if random.random() < wordy else ""
    evidence = _WORDS if random.random() < wordy else ""
    return an_answer(random.choice(choices), comment=comment, evidence=evidence)
