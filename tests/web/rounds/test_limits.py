"""An assessment at every limit leaves and comes back: 40 rounds, 200 actions, every text full."""

import json
from typing import Any

from flask import Flask

from app.exchange.strict_json import MAX_BYTES
from app.maturity.answers import COMMENT_LIMIT, ORGANISATION_LIMIT
from app.maturity.plan.action import NOTE_LIMIT, PERSON_LIMIT, TITLE_LIMIT
from app.maturity.plan.plan import ACTION_LIMIT
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import LABEL_LIMIT, MAX_ROUNDS
from tests.web.respondent import Respondent

# Four bytes in UTF-8: no letter takes more.
LETTER = "\U0001f642"


def full(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return a file at every limit."""
    text = LETTER * COMMENT_LIMIT
    answer = {"level": 2, "comment": text, "evidence": text, "evidence_date": "2026-01-02"}
    one = {
        "questionnaire": {"id": questionnaire.id, "version": questionnaire.version},
        "profile": {
            "organisation": LETTER * ORGANISATION_LIMIT,
            "organisation_type": "supplier",
            "size_band": "50_249",
            "region": "europe",
            "variant": "full",
        },
        "answers": {question.id: answer for question in questionnaire.questions_in("full")},
        "completed_on": "2026-05-02",
    }
    action = {
        "practice": "G1",
        "title": LETTER * TITLE_LIMIT,
        "lang": "en",
        "person": LETTER * PERSON_LIMIT,
        "due": "2027-01-01",
        "state": "dropped",
        "done_on": None,
        "note": LETTER * NOTE_LIMIT,
    }
    label = LETTER * LABEL_LIMIT
    return {
        "format": "muster-assessment",
        "format_version": 2,
        **one,
        "round": {"number": MAX_ROUNDS, "label": label},
        "rounds": [{"number": number, "label": label, **one} for number in range(1, MAX_ROUNDS)],
        "plan": [{"id": f"a{number}", **action} for number in range(ACTION_LIMIT)],
    }


def test_a_file_at_every_limit_comes_back_whole(app: Flask, questionnaire: Questionnaire) -> None:
    file = full(questionnaire)
    content = json.dumps(file, ensure_ascii=False, indent=2).encode()
    assert 30_000_000 < len(content) < MAX_BYTES

    owner = Respondent(app.test_client()).uploads(content)

    assert owner.errors() == []
    assert owner.exported() == file
