"""What CISO Assistant makes of the library and of every audit, compared with what Muster says."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.maturity.answers import Answer
from app.maturity.scorecard import Scorecard
from tests.consumers.sample_files import FOLDER
from tests.figures.cast import questionnaire

_SCRIPT = Path(__file__).with_name("import_ciso.py")


def import_audits(source: Path, python: str, folder: Path, cases: Mapping[str, Scorecard]) -> list[str]:
    """Load and import everything on an empty database, and return the sentences on what differs."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "ciso_assistant.settings",
        "SQLITE_FILE": str(folder / "ciso-assistant.sqlite3"),
    }
    command = [python, str(_SCRIPT), str(FOLDER)]
    ended = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    said = [line for line in ended.stdout.splitlines() if line.startswith("SAID ")]
    if not said:
        return [f"CISO Assistant ended with {ended.returncode}: {ended.stderr[-500:]}"]
    found = json.loads(said[-1].removeprefix("SAID "))
    faults = [*_library(found["library"])]
    for file, audit in found["audits"].items():
        faults += [f"{file}: {fault}" for fault in _audit(audit, cases[file[:3]])]
    print(f"CISO Assistant: {found['library']['assessable']} assessable, {len(found['audits'])} audits")
    return faults


def _library(said: Mapping[str, Any]) -> Iterator[str]:
    practices = questionnaire().questions_in("full")
    names = {each.id: each.name.fr for each in practices}
    names |= {each.letter: each.name.fr for each in questionnaire().domains}
    expected = {
        "refused": None,
        "nodes": len(names),
        "assessable": len(practices),
        "scores": [0, 4],
        "groups": ["full", "quick"],
    }
    for key, value in expected.items():
        if said[key] != value:
            yield f"The library: {key} is {said[key]} instead of {value}"
    for id, (name, _description) in said["french"].items():
        if name != names[id]:
            yield f"The library: in French {id} is called {name}"


def _audit(said: Mapping[str, Any], card: Scorecard) -> Iterator[str]:
    if said["status"] != 200 or "results" not in said:
        yield f"status {said['status']}: {said}"
        return
    if said["results"]["failed"]:
        yield f"refused: {said['results']['errors'][:2]}"
    answers = [
        (question.id, card.assessment.answer(question))
        for question in card.questionnaire.questions_in(card.assessment.profile.variant)
    ]
    for id, answer in answers:
        if answer.is_given and (fault := _row(said["answers"][id], answer)):
            yield f"{id}: {fault}"
    for practice in questionnaire().questions_in("full"):
        if said["statements"][practice.id] != [each.en for each in practice.levels]:
            yield f"{practice.id} has other statements"
    yield from _totals(said, [answer.points for _id, answer in answers if answer.applies], card)


def _row(said: list[Any], answer: Answer) -> str:
    result, status, score, is_scored, observation = said
    if status != "done":
        return f"its status is {status}"
    if not answer.applies:
        return "" if (result, score) == ("not_applicable", None) else f"is {result} with {score}"
    if (score, is_scored) != (answer.points, True):
        return f"has score {score} instead of {answer.points}"
    return "" if answer.comment in observation else "has lost its comment"


def _totals(said: Mapping[str, Any], points: list[int], card: Scorecard) -> Iterator[str]:
    """Yield where the mean of practices, or that of domains, is another one than ours, cut to a decimal."""
    if not points:
        return
    expected = {
        "average": Fraction(sum(points), len(points)),
        "average_of_averages": card.overall.score.exact / 25 if card.overall.score else Fraction(0),
    }
    for name, value in expected.items():
        if said[name] != int(value * 10) / 10:
            yield f"{name} is {said[name]} instead of {float(value):.3f}, cut"
