"""What the coordinator’s pages show of a programme, loaded with the key that is open in this browser."""

from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.web import whole_programme
from app.web.programme.programme_access import OpenProgramme
from app.web.request import database


def load_organisations(opened: OpenProgramme) -> tuple[Organisation, ...]:
    """Return the invited organisations with their states; opens no submission."""
    return whole_programme.load_organisations(database.reading(), opened.key)


def load_comparison(opened: OpenProgramme) -> Comparison:
    """Return the organisations side by side, from every submission that can be opened."""
    questionnaire = opened.questionnaire
    programme = whole_programme.load_programme(database.reading(), opened.key, questionnaire)
    database.release()
    return side_by_side(programme, questionnaire)
