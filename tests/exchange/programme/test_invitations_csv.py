"""The list of invitations that a coordinator downloads."""

from datetime import date

from app.exchange.programme import invitations_csv, labels_csv
from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.text import Language
from app.translations import translator
from app.translations.wording import Wording
from tests.maturity.programme.build import QUESTIONNAIRE

INVITATIONS = (
    IssuedInvitation("École navale", "not_begun", date(2026, 11, 1), "https://muster.example/fr/i/4K7X"),
    IssuedInvitation("=HYPERLINK(1)", "submitted", date(2026, 11, 20), ""),
)


def written(language: Language) -> str:
    wording = Wording(language, translator(language), QUESTIONNAIRE)
    return invitations_csv.write(INVITATIONS, wording).decode("utf-8-sig")


def test_each_invitation_has_a_row_and_none_begins_a_formula() -> None:
    assert written("en") == (
        '"Organisation","State","Date","Link"\r\n'
        '"École navale","Not begun","2026-11-01","https://muster.example/fr/i/4K7X"\r\n'
        '"\'=HYPERLINK(1)","Submitted","2026-11-20",""\r\n'
    )


def test_the_labels_of_the_file_are_found_again() -> None:
    for language in ("en", "fr"):
        found = labels_csv.read_file(written(language).encode(), (), 2_000)

        assert found.labels == ("École navale", "=HYPERLINK(1)")
