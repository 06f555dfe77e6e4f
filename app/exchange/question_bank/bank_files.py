"""The files of the questionnaire, each by a short name: for pages and commands alike."""

from collections.abc import Callable, Mapping
from typing import Literal

from app.exchange.ciso_assistant import library_yaml
from app.exchange.oscal import catalog_json
from app.exchange.question_bank import skos_ttl
from app.maturity.questionnaire import Questionnaire

BankFile = Literal["oscal-catalog", "ciso-yaml", "skos"]


def write(questionnaire: Questionnaire, kind: BankFile) -> bytes:
    """Write one of the files; equal questionnaires give equal bytes."""
    return _WRITERS[kind](questionnaire)


_WRITERS: Mapping[BankFile, Callable[[Questionnaire], bytes]] = {
    "oscal-catalog": catalog_json.write,
    "ciso-yaml": library_yaml.write,
    "skos": skos_ttl.write,
}
