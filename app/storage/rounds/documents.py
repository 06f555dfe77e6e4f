"""Write the documents of closed rounds as bytes, and read them.

One lists the rounds with the scores that they printed. A round itself has two: one with all that its results
show but texts, one with its comments and evidence.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from app.maturity.answers import Answer, Assessment, confirmed
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.plan.plan import Plan
from app.maturity.review import USUAL_REVIEW, ReviewChoice
from app.maturity.rounds.round import Round
from app.storage.plan import documents as plan_documents
from app.storage.pulse.documents import PublishedPulse, read_pulse, write_pulse
from app.storage.rounds.summaries import (
    ComparedRound,
    read_compared,
    read_summary,
    write_compared,
    write_summary,
)
from app.storage.sealing import documents
from app.storage.sealing.documents import ROUND_LEVELS_PREFIX, ROUND_TEXTS_PREFIX, ProfileDocument
from app.storage.voices.documents import HeardVoices

_NOTES = "notes"


@dataclass(frozen=True, slots=True)
class RoundList:
    """The closed rounds in the order of their numbers, and the number that the next one gets."""

    next_number: int = 1
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedRound:
    """A closed round with everything that its results showed on the day of its closing.

    Its assessment has no comment and no evidence, and its actions no note, for a link that sees results only.
    ``pulse`` and ``snapshot`` are the closed pulse and the published peers of that day, as ``plan`` is the
    plan and ``review`` the choice of the next review. ``earlier`` are the rounds before, ``compared`` is the
    latest of them of the same variant, and ``first`` the earliest if that is another. ``voices`` is None if
    none were shown, and for every link but an owner’s.
    """

    summary: Round
    assessment: Assessment = field(repr=False)
    pulse: PublishedPulse | None = None
    snapshot: Snapshot | None = None
    earlier: tuple[Round, ...] = ()
    compared: ComparedRound | None = None
    plan: Plan = field(default=(), repr=False)
    first: ComparedRound | None = None
    review: ReviewChoice = USUAL_REVIEW
    voices: HeardVoices | None = field(default=None, repr=False)


def levels_document(number: int) -> str:
    """Return the name of the document with a round's levels, opinions and targets."""
    return f"{ROUND_LEVELS_PREFIX}{number}"


def texts_document(number: int) -> str:
    """Return the name of the document with a round's comments and evidence."""
    return f"{ROUND_TEXTS_PREFIX}{number}"


def write_list(rounds: RoundList) -> bytes:
    """Return the bytes of the list of rounds."""
    return _bytes({"next": rounds.next_number, "rounds": [write_summary(each) for each in rounds.rounds]})


def read_list(content: bytes) -> RoundList:
    """Return the list of rounds from its bytes."""
    stored = json.loads(content)
    return RoundList(stored["next"], tuple(read_summary(each) for each in stored["rounds"]))


def write_levels(closed: ClosedRound) -> bytes:
    """Return the bytes of the document without texts."""
    assessment = closed.assessment
    head = ProfileDocument(assessment.questionnaire_id, assessment.version, (), assessment.profile)
    return _bytes(
        {
            "summary": write_summary(closed.summary),
            "head": json.loads(documents.write_profile(head)),
            "choices": {id: answer.choice for id, answer in assessment.answers.items() if answer.choice},
            # Answers outside the variant were not confirmed.
            "carried": sorted(id for id, answer in assessment.answers.items() if answer.carried),
            "reworded": sorted(id for id, answer in assessment.answers.items() if answer.reworded),
            "opinions": dict(assessment.opinions),
            "targets": {letter: int(level) for letter, level in assessment.targets.items()},
            "pulse": json.loads(write_pulse(closed.pulse)) if closed.pulse else None,
            "peers": _snapshot(closed.snapshot) if closed.snapshot else None,
            "earlier": [write_summary(each) for each in closed.earlier],
            "compared": write_compared(closed.compared) if closed.compared else None,
        }
        # Rounds without a plan, as all that were closed before there were plans, have no such key.
        | ({"plan": plan_documents.list_without_notes(closed.plan)} if closed.plan else {})
        | {"review": _review(closed.review)}
        | ({"first": write_compared(closed.first)} if closed.first else {})
    )


def write_texts(closed: ClosedRound) -> bytes:
    """Return the bytes of the document with the texts of the answers, and the notes of the actions."""
    answers = closed.assessment.answers.items()
    texts = documents.write_answers({id: replace(confirmed(each), choice=None) for id, each in answers})
    notes = plan_documents.notes_of(closed.plan)
    # No question has this id.
    return _bytes(json.loads(texts) | {_NOTES: notes}) if notes else texts


def read_round(levels: bytes, texts: bytes | None) -> ClosedRound:
    """Return a round from the bytes of its documents; without the second its answers have no texts."""
    stored = json.loads(levels)
    head = documents.read_profile(_bytes(stored["head"]))
    summary = read_summary(stored["summary"])
    written = json.loads(texts) if texts is not None else {}
    notes = written.pop(_NOTES, {})
    typed = documents.read_answers(_bytes(written))
    choices: dict[str, str] = stored["choices"]
    # Rounds that earlier code closed have no such lists.
    carried, reworded = (frozenset(stored.get(name, ())) for name in ("carried", "reworded"))
    answers = {
        id: replace(
            typed.get(id, Answer()), choice=choices.get(id), carried=id in carried, reworded=id in reworded
        )
        for id in sorted({*choices, *typed})
    }
    assessment = Assessment(
        head.questionnaire,
        head.version,
        head.profile,
        answers,
        documents.read_opinions(_bytes(stored["opinions"])),
        stored["targets"],
        summary.completed_on,
    )
    pulse, peers = stored["pulse"], stored["peers"]
    return ClosedRound(
        summary,
        assessment,
        read_pulse(_bytes(pulse)) if pulse else None,
        _read_snapshot(peers, head.version, head.profile.variant) if peers else None,
        tuple(read_summary(each) for each in stored["earlier"]),
        read_compared(stored["compared"], head.profile) if stored["compared"] else None,
        plan_documents.read_list(stored.get("plan", ()), notes),
        read_compared(stored["first"], head.profile) if "first" in stored else None,
        _read_review(stored.get("review", [None, 0])),
    )


def _review(choice: ReviewChoice) -> list[Any]:
    return [choice.day.isoformat() if choice.day else None, choice.revision]


def _read_review(stored: Sequence[Any]) -> ReviewChoice:
    day, revision = stored
    return ReviewChoice(date.fromisoformat(day) if day else None, revision)


def _snapshot(snapshot: Snapshot) -> dict[str, Any]:
    figures = [
        [cohort.organisation_type, cohort.size_band, measure, each.n, each.median, each.lower, each.upper]
        for cohort, measures in snapshot.figures.items()
        for measure, each in measures.items()
    ]
    return {"month": snapshot.month, "figures": figures}


def _read_snapshot(stored: Mapping[str, Any], version: str, variant: str) -> Snapshot:
    figures: dict[Cohort, dict[str, CohortFigures]] = {}
    for organisation_type, size_band, measure, *numbers in stored["figures"]:
        figures.setdefault(Cohort(organisation_type, size_band), {})[measure] = CohortFigures(*numbers)
    return Snapshot(version, variant, stored["month"], figures)


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
