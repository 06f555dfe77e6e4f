"""Assessments to write as OSCAL, and the catalogue that they refer to."""

from datetime import date
from functools import cache

from app.exchange.oscal import catalog_json
from app.exchange.oscal.assessed import AssessedContent
from app.maturity.plan.plan import Plan
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.plan.file_content import PlanFileContent
from tests.figures.cast import card, questionnaire, wording_in

MADE_ON = date(2026, 11, 1)


@cache
def catalog() -> bytes:
    """Return the catalogue of the real questionnaire."""
    return catalog_json.write(questionnaire())


def content(
    scorecard: Scorecard | None = None,
    language: Language = "en",
    plan: Plan = (),
    *,
    shows_answers: bool = True,
) -> AssessedContent:
    """Return what a file is written from: by default Bellatrix, who is complete, without a plan."""
    known = scorecard or card("bellatrix")
    wording = wording_in(language)
    made_on = PlanFileContent(known, wording, "one", last_completion=known.completed_on).made_on
    return AssessedContent(known, wording, "one", made_on, plan, shows_answers)
