"""Write rounds as lists and dictionaries without texts, and read them: what lists and later rounds keep."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.level import Level
from app.maturity.rounds.round import PrintedDomain, PrintedScores, Round
from app.maturity.score import Score


@dataclass(frozen=True, slots=True)
class ComparedRound:
    """An earlier round that a later one shows, without texts: it stays when that round is deleted."""

    summary: Round
    assessment: Assessment = field(repr=False)


def write_compared(compared: ComparedRound) -> dict[str, Any]:
    """Return an earlier round as a later one keeps it."""
    answers = compared.assessment.answers.items()
    return {
        "summary": write_summary(compared.summary),
        "choices": {id: answer.choice for id, answer in answers if answer.choice},
    }


def read_compared(stored: Mapping[str, Any], profile: Profile) -> ComparedRound:
    """Return an earlier round that a round with this profile keeps."""
    summary = read_summary(stored["summary"])
    answers = {id: Answer(choice) for id, choice in stored["choices"].items()}
    # Of the profile a comparison needs the variant, which is the same.
    return ComparedRound(
        summary,
        Assessment(
            summary.questionnaire_id,
            summary.version,
            Profile(variant=profile.variant),
            answers,
            completed_on=summary.completed_on,
        ),
    )


def write_summary(summary: Round) -> dict[str, Any]:
    """Return a round without its answers as lists and texts."""
    scores = summary.scores
    return {
        "number": summary.number,
        "label": summary.label,
        "completed_on": summary.completed_on.isoformat(),
        "questionnaire": [summary.questionnaire_id, summary.version, summary.variant],
        "overall": _score(scores.overall),
        "levels": [scores.level, scores.uncapped_level],
        "gates": list(scores.failing_gates),
        # A list, because the domains' order is kept.
        "domains": [
            [letter, _score(each.score), each.level, each.applicable, each.asked]
            for letter, each in scores.domains.items()
        ],
    }


def read_summary(stored: Mapping[str, Any]) -> Round:
    """Return a round without its answers."""
    level, uncapped = stored["levels"]
    domains = {
        letter: PrintedDomain(_read_score(score), _read_level(own), applicable, asked)
        for letter, score, own, applicable, asked in stored["domains"]
    }
    scores = PrintedScores(
        _read_score(stored["overall"]),
        _read_level(level),
        _read_level(uncapped),
        tuple(stored["gates"]),
        domains,
    )
    questionnaire, version, variant = stored["questionnaire"]
    return Round(
        stored["number"],
        stored["label"],
        date.fromisoformat(stored["completed_on"]),
        questionnaire,
        version,
        variant,
        scores,
    )


def _score(score: Score | None) -> str | None:
    return str(score.exact) if score else None


def _read_score(stored: str | None) -> Score | None:
    return Score(Fraction(stored)) if stored is not None else None


def _read_level(stored: int | None) -> Level | None:
    return Level(stored) if stored is not None else None
