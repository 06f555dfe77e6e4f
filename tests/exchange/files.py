"""Files to read: a small valid one, changed ones, and the faults of each."""

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
    """Return a valid file as JSON values; ``changes`` replace whole keys."""
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
    """Return a valid file without one key."""
    return {name: value for name, value in a_document().items() if name != key}


def a_profile_with(**changes: object) -> dict[str, Any]:
    """Return a file with changes in its profile."""
    return a_document(profile=a_document()["profile"] | changes)


def as_bytes(document: object) -> bytes:
    return document if isinstance(document, bytes) else json.dumps(document).encode()


def read(document: object) -> Assessment:
    """Return the assessment in a file, which is JSON values or bytes."""
    return assessment_json.read(as_bytes(document), VERSIONS, TODAY)


def faults(document: object) -> list[str]:
    """Return the English fault sentences of a file; none if it is accepted."""
    try:
        read(document)
    except FaultyAssessmentError as error:
        return [fault.text(str) for fault in error.faults]
    return []


def answer_faults(given: object, question: str = "G1") -> list[str]:
    """Return the fault sentences of one answer."""
    return faults(a_document(answers={question: given}))
