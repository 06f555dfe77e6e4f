"""The files of random assessments: quick and full, any answer, texts that attack or run right to left."""

import shutil
from datetime import date

from app.config import ROOT
from app.exchange.question_bank import bank_files
from app.maturity.plan.plan import Plan
from app.maturity.scorecard import Scorecard
from app.maturity.text import LANGUAGES
from app.report.plan import file_content
from app.report.plan.file_content import PlanFileContent
from tests.figures.cast import questionnaire, wording_in
from tests.maturity.plan.build import an_action
from tests.report.sample import sample

FOLDER = ROOT / "build/consumers"
# Every so many assessments one has no plan, and one is written for a link to the results only.
_WITHOUT_PLAN, _RESULTS_ONLY = 3, 5


def write_files(count: int) -> dict[str, Scorecard]:
    """Write the files into ``FOLDER``, and return the scorecards by the beginning of their names."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name, kind in (("oscal-catalog.json", "oscal-catalog"), ("ciso-assistant.yaml", "ciso-yaml")):
        (FOLDER / name).write_bytes(bank_files.write(questionnaire(), kind))  # type: ignore[arg-type]  # both are known
    cases = {}
    for number, case in enumerate(sample(count)):
        name = f"{number:03}"
        wording = wording_in(LANGUAGES[number % 2])
        plan = _plan(case.scorecard) if number % _WITHOUT_PLAN else ()
        shown = number % _RESULTS_ONLY != 0
        content = PlanFileContent(case.scorecard, wording, name, plan, shows_answers=shown)
        for form, file in (("oscal-results", "oscal-results.json"), ("oscal-poam", "oscal-poam.json")):
            (FOLDER / f"{name}-{file}").write_bytes(file_content.write(content, form))  # type: ignore[arg-type]  # both are known
        (FOLDER / f"{name}-ciso-assistant.csv").write_bytes(file_content.write(content, "ciso-csv"))
        cases[name] = case.scorecard
    return cases


def _plan(card: Scorecard) -> Plan:
    """Return a plan whose titles and notes are what was typed as comments."""
    actions = []
    for place, each in enumerate(card.recommendations[:4]):
        title = " ".join(each.answer.comment.split())[:500] or "Write it down"
        action = an_action(
            f"a{place}", title=title, practice=each.question.id, note=each.answer.evidence[:1000]
        )
        actions.append(action)
    return (*actions, an_action("free", title="=1+1", due=date(2027, 1, 5), person="Zoé"))
