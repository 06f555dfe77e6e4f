"""Scoring many assessment files from the command line, and building scorecards."""

import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from app.catalogue import loader
from app.config import ROOT
from app.exchange import assessment_json, scorecard_json
from app.maturity import scorecard
from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.report.scorecard import render_scorecard
from app.translations import translator
from app.translations.wording import Wording

FILES = 10_000
DOCUMENTS = 15


def some_assessment(questionnaire: Questionnaire, seed: int) -> Assessment:
    """Make up a full assessment with answers of every kind and a few notes."""
    chance = random.Random(seed)  # noqa: S311  no secret is made
    answers = {}
    for question in questionnaire.questions_in("full"):
        choice = chance.choice(question.choices)
        noted = chance.random() < 0.3
        answers[question.id] = Answer(
            choice=choice,
            comment="Two sites follow next quarter; named in the list." if noted else "",
            evidence="Register of the communications department" if noted else "",
            evidence_date=date(2026, 1 + seed % 9, 1) if noted else None,
        )
    profile = Profile(f"Bellatrix {seed}", "supplier", "250_999", "europe", "full")
    opinions = {"O1": ("very_important",), "O2": ("recruitment",), "O4": ("yes",)}
    return Assessment(
        questionnaire.id, questionnaire.version, profile, answers, opinions, completed_on=date(2026, 10, 1)
    )


def scoring_seconds() -> float:
    """Time the command line over ten thousand files, start of the process included."""
    questionnaire = loader.load(ROOT / "questionnaires" / "readiness")
    with tempfile.TemporaryDirectory() as name:
        for seed in range(FILES):
            content = assessment_json.write(some_assessment(questionnaire, seed), questionnaire)
            (Path(name) / f"{seed:05}.json").write_bytes(content)
        files = sorted(str(path) for path in Path(name).iterdir())
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "assessment", "score", "--json", *files]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  our own words
        seconds = time.perf_counter() - start
    lines = done.stdout.splitlines()
    if len(lines) != FILES or "overall" not in json.loads(lines[-1]):
        raise RuntimeError("Not every file was scored.")
    return seconds


def document_milliseconds() -> dict[str, float]:
    """Time one assessment from its file: read, scored, written as JSON, and built as a PDF."""
    questionnaire = loader.load(ROOT / "questionnaires" / "readiness")
    contents = [
        assessment_json.write(some_assessment(questionnaire, seed), questionnaire)
        for seed in range(DOCUMENTS)
    ]
    found: dict[str, list[float]] = {"read and score": [], "PDF, cold": [], "PDF, warm": []}
    for number, content in enumerate(contents):
        start = time.perf_counter()
        card = scorecard.build(
            questionnaire,
            assessment_json.read(content, QuestionnaireVersions((questionnaire,)), date(2026, 11, 1)),
            completed=True,
        )
        scorecard_json.write(card)
        scored = time.perf_counter()
        render_scorecard(card, Wording("en", translator("en"), questionnaire))
        built = time.perf_counter()
        found["read and score"].append(1000 * (scored - start))
        found["PDF, warm" if number else "PDF, cold"].append(1000 * (built - scored))
    return {name: median(times) for name, times in found.items()}
