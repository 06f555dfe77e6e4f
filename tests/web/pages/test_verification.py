"""The page that tells what happened to one of our PDFs."""

import pytest

from app.exchange.policy.reading_turn import RETRY_SECONDS, reading_turn
from app.maturity.text import LANGUAGES, Language
from app.report.verification import verdict
from app.translations import translator
from app.web.request import rate_limits
from tests.report.documents import board
from tests.report.verification import handled
from tests.web.respondent import Respondent


def ours() -> bytes:
    return board("capella", "quick", "en")


def shown(sentence: str, language: Language = "en", **values: object) -> str:
    return " ".join((translator(language)(sentence) % values).split())


def test_a_page_as_it_was_downloaded_is_confirmed(respondent: Respondent) -> None:
    respondent.uploads(ours(), "verify")

    assert respondent.status == 200
    assert "It is whole and unchanged" in respondent.text
    assert shown(verdict.UNCHANGED) in respondent.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_merged_page_is_called_merged_in_both_languages(respondent: Respondent, language: Language) -> None:
    respondent.language = language

    respondent.uploads(handled.extended(ours(), handled.agenda("Agenda")), "verify")

    assert respondent.status == 200
    assert shown(verdict.ADDED, language, count=1) in respondent.text


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "Choose the PDF to check"), (b"no PDF", verdict.UNREADABLE)]
)
def test_what_cannot_be_read_is_a_problem_of_the_field(
    respondent: Respondent, content: bytes, sentence: str
) -> None:
    if content:
        respondent.uploads(content, "verify")
    else:
        respondent.opens("verify").sends({})

    assert respondent.status == 422
    assert sentence in respondent.text


def test_while_another_file_is_read_the_page_asks_to_wait(respondent: Respondent) -> None:
    with reading_turn():
        respondent.uploads(ours(), "verify")

    assert (respondent.status, respondent.response.headers["Retry-After"]) == (503, str(RETRY_SECONDS))


def test_files_to_check_are_limited(respondent: Respondent) -> None:
    for _time in range(rate_limits.VERIFICATION.per_client):
        respondent.uploads(b"no PDF", "verify")

    assert respondent.uploads(b"no PDF", "verify").status == 429
