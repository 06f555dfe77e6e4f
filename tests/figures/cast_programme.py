"""A programme of any number of invented organisations on the real questionnaire, and every chart of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from app.figures import typography
from app.figures.chart import Chart
from app.figures.programme.distributions import distribution_dots
from app.maturity.answers import ORGANISATION_TYPES, SIZE_BANDS, Answer
from app.maturity.programme.programme import STATES, Organisation, Programme
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.maturity.programme.submission import DEPTHS, Submission
from tests.figures.cast import LANGUAGES, questionnaire, wording_in
from tests.maturity.programme.build import a_submission

NAMES = ("Aldebaran Systèmes", "Bellatrix Marine", "Capella Optics", "École de guerre", "Hadar & Fils")
FIRST_DAY = date(2026, 9, 1)


def _submission(random: Random, name: str, variant: str, number: int) -> Submission:
    usual = random.choice([0.7, 1.6, 2.4, 2.9, 3.4])
    given = {}
    for question in questionnaire().questions_in(variant):
        choice = str(min(4, max(0, round(random.gauss(usual, 0.9)))))
        if random.random() < 0.05:
            choice = "unknown"
        elif question.not_applicable and random.random() < 0.08:
            choice = "not_applicable"
        given[question.id] = Answer(choice)
    submission = a_submission(
        given,
        depth=DEPTHS[random.random() < 0.7],
        questionnaire=questionnaire(),
        variant=variant,
        organisation=name,
        number=number,
        completed_on=FIRST_DAY + timedelta(30 * number),
        submitted_on=FIRST_DAY + timedelta(30 * number + random.randrange(20)),
    )
    return replace(
        submission,
        organisation_type=random.choice(ORGANISATION_TYPES),
        size_band=random.choice(SIZE_BANDS),
    )


@cache
def programme(count: int, variant: str = "full", *, invited: int | None = None) -> Programme:
    """Return a programme of which ``count`` organisations have submitted; every third one has twice."""
    random = Random(count)  # noqa: S311  # invented answers
    organisations = []
    for place in range(count + 4 if invited is None else invited):
        label = f"{random.choice(NAMES)} {place + 1}"
        day = FIRST_DAY + timedelta(random.randrange(60))
        if place >= count:
            state = random.choice(STATES[:3])
            organisations.append(Organisation(f"i{place}", label, state, day))
            continue
        rounds = range(1, 3 if place % 3 == 0 else 2)
        submissions = tuple(_submission(random, label, variant, number) for number in rounds)
        organisations.append(Organisation(f"i{place}", label, "submitted", day, submissions))
    return Programme(
        "Supplier readiness 2026",
        questionnaire().id,
        questionnaire().version,
        variant,
        FIRST_DAY,
        closes_on=date(2026, 12, 18),
        organisations=tuple(organisations),
    )


@cache
def comparison(count: int, variant: str = "full") -> Comparison:
    """Return the comparison of such a programme."""
    return side_by_side(programme(count, variant), questionnaire())


def programme_charts() -> Iterator[Chart]:
    """Build the chart of 0, 1, 2, 12 and 60 organisations, alone and with one marked."""
    for language in LANGUAGES:
        for width in (typography.PHONE_WIDTH, typography.FULL_WIDTH):
            for count in (0, 1, 2, 12, 60):
                compared = comparison(count)
                own = compared.submitted[0] if count else None
                yield distribution_dots(compared, wording_in(language), own=own, width=width)
