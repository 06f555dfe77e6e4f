"""The files that the trial opens: an ordinary assessment, and one at every limit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.exchange.plan_files import plan_ics, plan_ods, plan_todo_ics
from app.exchange.plan_files.plan_ics import ReviewEvent
from app.exchange.workbook import workbook_xlsx
from app.exchange.workbook.workbook_xlsx import WorkbookContent
from app.maturity.answers import Answer
from app.maturity.outlook.next_step import next_steps
from app.maturity.plan.action import STATES, Action
from app.maturity.plan.plan import ACTION_LIMIT, Plan, edit, fields_of, recommended_action
from app.maturity.rounds.round import MAX_ROUNDS, Round, close_round
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from tests.build import TODAY, bellatrix
from tests.exchange.plan_files.build import HOSTILE
from tests.figures.cast import card, questionnaire, wording_in

DUE = date(2026, 12, 1)
REVIEW = ReviewEvent("h3k9", date(2027, 2, 28), 2)
_WORDS = "Le chef du service relit chaque texte avant sa publication, puis signe ; il garde la liste. "


def plan_of(scorecard: Scorecard, language: Language) -> Plan:
    """Return an action for each recommendation in every state, the last with text like a formula."""
    steps = next_steps(scorecard, TODAY)
    made = (recommended_action(f"a{number}", step, language) for number, step in enumerate(steps))
    plan = tuple(
        replace(
            each,
            person="Zoé Lefèvre" if number % 2 else "",
            state=STATES[number % 4],
            done_on=DUE if STATES[number % 4] == "done" else None,
            note="Décision prise : « plus tard ».\nÀ revoir." if number % 4 == 3 else "",
        )
        for number, each in enumerate(made)
    )
    return (*plan, Action("formula", HOSTILE, language, person="+44", due=DUE, note="=1+1"))


def moved(plan: Plan) -> Plan:
    """Return the plan after its first action got another day."""
    fields = replace(fields_of(plan[0]), due=DUE + timedelta(days=7))
    return (edit(plan[0], fields, plan[0].lang, TODAY), *plan[1:])


def ordinary(language: Language) -> WorkbookContent:
    """Return an assessment with some comments, five rounds and a quick check among them."""
    assessment = bellatrix(questionnaire())
    answers = {
        id: _with_texts(each, _WORDS, place) for place, (id, each) in enumerate(assessment.answers.items())
    }
    scorecard = build(questionnaire(), replace(assessment, answers=answers), completed=True)
    closed = [_round(number, "bellatrix" if number % 2 else "aldebaran") for number in range(1, 6)]
    closed[2] = close_round(card("bellatrix", "quick"), 3, "=before the audit")
    return WorkbookContent(scorecard, TODAY, plan_of(scorecard, language), tuple(closed))


def at_every_limit(language: Language) -> WorkbookContent:
    """Return an assessment whose every text is as long as it may be, with all rounds and actions."""
    assessment = bellatrix(questionnaire())
    long = (_WORDS * 30)[:2000]
    answers = {id: replace(each, comment=long, evidence=long) for id, each in assessment.answers.items()}
    scorecard = build(questionnaire(), replace(assessment, answers=answers), completed=True)
    action = Action("a", long[:500], language, "G1", "Z" * 100, DUE, "doing", long[:1000])
    plan = tuple(replace(action, id=f"a{number}") for number in range(ACTION_LIMIT))
    closed = tuple(_round(number, "bellatrix", "W" * 60) for number in range(1, MAX_ROUNDS + 1))
    return WorkbookContent(scorecard, TODAY, plan, closed)


def write_files(folder: Path, language: Language) -> Iterator[Path]:
    """Write the files of a language, and yield each spreadsheet."""
    wording = wording_in(language)
    for name, content in (("ordinary", ordinary(language)), ("full", at_every_limit(language))):
        for extension, written in (
            ("xlsx", workbook_xlsx.write(content, wording)),
            ("ods", plan_ods.write(content.plan, wording, TODAY)),
        ):
            path = folder / f"{name}-{language}.{extension}"
            path.write_bytes(written)
            yield path
    plan = ordinary(language).plan
    for stage, shown in (("", plan), ("-moved", moved(plan))):
        events = plan_ics.write(shown, wording, TODAY, REVIEW)
        (folder / f"plan{stage}-{language}.ics").write_bytes(events)
        (folder / f"plan-todo{stage}-{language}.ics").write_bytes(plan_todo_ics.write(shown, wording, TODAY))


def _with_texts(answer: Answer, words: str, place: int) -> Answer:
    if place % 3 == 0:
        return replace(answer, comment=words)
    return replace(answer, evidence=HOSTILE, evidence_date=date(2025, 3, 1)) if place % 3 == 1 else answer


def _round(number: int, name: str, label: str = "Before the audit") -> Round:
    day = date(2020, 1, 31) + timedelta(days=60 * number)
    return replace(close_round(card(name), number, label), completed_on=day)
