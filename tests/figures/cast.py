"""The permanent cast on the real questionnaire, and every chart of a scorecard."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.catalogue import loader
from app.figures import domains, exposure, opinions, overall_readiness, radar, roadmap, typography
from app.figures.chart import Chart
from app.figures.pulse import pulse_shares
from app.maturity.pulse.counting import GROUPS, NO_GROUP, PulseAnswer, add_answers
from app.maturity.pulse.results import PulseResult, build_results
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from app.translations import translator
from app.translations.wording import Wording
from tests import build as builders

FOLDER = Path(__file__).parents[2] / "questionnaires" / "readiness"

LANGUAGES: tuple[Language, Language] = ("en", "fr")


@cache
def questionnaire() -> Questionnaire:
    """Return the real questionnaire, read once."""
    return loader.load(FOLDER)


@cache
def card(name: str, variant: str = "full") -> Scorecard:
    """Return the scorecard of Aldebaran, Bellatrix or Capella, or of an assessment without answers."""
    real = questionnaire()
    assessments = {
        "aldebaran": builders.aldebaran,
        "bellatrix": builders.bellatrix,
        "capella": builders.capella,
        "nothing": lambda _, variant: builders.an_assessment(variant=variant),
    }
    return build(real, assessments[name](real, variant), completed=name in ("aldebaran", "bellatrix"))


def cards() -> list[Scorecard]:
    """Return the scorecards of the whole cast in both variants."""
    return [
        card(name, variant)
        for name in ("aldebaran", "bellatrix", "capella", "nothing")
        for variant in ("full", "quick")
    ]


def wording_in(language: Language, of: Questionnaire | None = None) -> Wording:
    """Return the wording of a questionnaire, by default of the real one."""
    return Wording(language, translator(language), of or questionnaire())


def charts(scorecard: Scorecard, language: Language) -> Iterator[Chart]:
    """Build every chart of a scorecard, in each of its widths."""
    wording = wording_in(language, scorecard.questionnaire)
    yield radar.radar(scorecard, wording)
    yield roadmap.roadmap_overview(scorecard, wording)
    for width in (typography.PHONE_WIDTH, typography.FULL_WIDTH):
        yield overall_readiness.readiness_bar(scorecard, wording, width=width)
        yield domains.domain_bars(scorecard, wording, width=width)
        yield exposure.exposure_bars(scorecard, wording, width=width)
        for result in scorecard.opinions:
            yield opinions.opinion_shares(result, wording, width=width)


@cache
def pulse(n: int, grouping: str = "", *, policy: bool = False) -> PulseResult:
    """Return the result of a pulse on the real questions that ``n`` colleagues answered."""
    asked = questionnaire().pulse_questions(policy=policy)
    ledgers = add_answers({}, asked, grouping, colleagues(n, grouping, policy=policy))
    published = {id: each.published for id, each in ledgers.items()}
    return build_results(asked, published, grouping, questionnaire().survey.sample_size)


def colleagues(n: int, grouping: str = "", *, policy: bool = False) -> Iterator[PulseAnswer]:
    """Build the answers of colleagues, which differ; one in six leaves O4 and Q1 blank."""
    second_part = questionnaire().policy_questions if policy else ()
    groups = GROUPS[grouping] or (NO_GROUP,)
    importance = ("very_important", "essential", "very_important", "fairly_important", "dont_know")
    benefits = (
        ("brand_awareness", "recruitment"),
        ("recruitment",),
        ("no_real_benefit",),
        ("media_relations",),
    )
    worries = (("hostility",), ("hostility", "internal_leak"), ("none",), ("skills", "return_on_investment"))
    for place in range(n):
        given = {"O1": (importance[place % 5],), "O2": benefits[place % 4], "O3": worries[place % 4]}
        intention = {"O4": ("yes" if place % 3 else "no",)} if place % 6 else {}
        own = {
            question.id: (question.tokens[(place + number) % 3],)
            for number, question in enumerate(second_part)
            if number or place % 6
        }
        yield PulseAnswer({**given, **intention, **own}, groups[place % len(groups)])


def pulse_charts(language: Language) -> Iterator[Chart]:
    """Build every chart of pulses of 10, 35 and 400 answers, in each width."""
    for n in (10, 35, 400):
        for result in pulse(n, policy=True).shown_questions:
            for width in (typography.PHONE_WIDTH, typography.FULL_WIDTH):
                yield pulse_shares(result, wording_in(language), width=width)


def every_chart() -> Iterator[Chart]:
    """Build every chart of the whole cast in both languages."""
    for language in LANGUAGES:
        yield from pulse_charts(language)
    for scorecard in cards():
        for language in LANGUAGES:
            yield from charts(scorecard, language)
