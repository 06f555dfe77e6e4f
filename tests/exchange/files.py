"""Files for the tests to read: a small sound one, and what is wrong with one that is changed."""

import json
from typing import Any

from app.exchange import assessment_json
from app.exchange.faults import FaultyAssessmentError
from app.maturity.answers import Assessment
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import TODAY, a_questionnaire

QUESTIONNAIRE = a_questionnaire()
VERSIONS = QuestionnaireVersions((QUESTIONNAIRE,))


def a_document(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any value, the wrong ones above all
    """Return a sound file as JSON values; ``changes`` replace whole keys."""
    document = {
        "format": "muster-assessment",
        "format_version": 1,
        "questionnaire": {"id": "readiness", "version": "1.0"},
        "profile": {
            "organisation": "Bellatrix",
            "organisation_type": "supplier",
            "size_band": "50_249",
            "region": "europe",
            "variant": "full",
        },
        "answers": {"G1": {"level": 2}},
    }
    return document | changes


def without(key: str) -> dict[str, Any]:
    """Return a sound file that lacks one key."""
    return {name: value for name, value in a_document().items() if name != key}


def a_profile_with(**changes: object) -> dict[str, Any]:
    """Return a file whose profile is changed."""
    return a_document(profile=a_document()["profile"] | changes)


def as_bytes(document: object) -> bytes:
    return document if isinstance(document, bytes) else json.dumps(document).encode()


def read(document: object) -> Assessment:
    """Read a file given as JSON values or as bytes."""
    return assessment_json.read(as_bytes(document), VERSIONS, TODAY)


def faults(document: object) -> list[str]:
    """List the English sentences that a file is refused with; none when it is accepted."""
    try:
        read(document)
    except FaultyAssessmentError as error:
        return [fault.text(str) for fault in error.faults]
    return []


def answer_faults(given: object, question: str = "G1") -> list[str]:
    """List the sentences that one answer is refused with."""
    return faults(a_document(answers={question: given}))
