"""Organisations that contribute to peers, and what is published of them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from flask import Flask

from app.exchange import assessment_json
from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution
from app.storage.peers import contributions, invitations, snapshots
from app.storage.peers.edition import Edition
from tests.build import an_answer, an_assessment
from tests.figures.cast import questionnaire
from tests.figures.cast_peers import a_contribution_at
from tests.maturity.peers.build import SUPPLIER
from tests.web.respondent import Respondent


def publish_peers(app: Flask, points: Iterable[int], cell: Cell = SUPPLIER) -> None:
    """Contribute scores that are the same everywhere, and publish what the rules allow."""
    for number, each in enumerate(points):
        contribute(app, f"{cell.organisation_type}{cell.size_band}{number}", a_contribution_at(each, cell))
    with app.extensions["muster"].writing.begin() as connection:
        snapshots.publish(connection, Edition(questionnaire().version, "full"), date(2026, 11, 30), 10)


def contribute(app: Flask, name: str, contribution: Contribution) -> None:
    """Contribute under a receipt with a name."""
    with app.extensions["muster"].writing.begin() as connection:
        contributions.replace_contribution(connection, name.rjust(52, "0"), contribution)


def without_domain(contribution: Contribution, letter: str) -> Contribution:
    """Return a contribution without a score in a domain."""
    scores = {name: points for name, points in contribution.scores.items() if name != letter}
    return replace(contribution, scores=scores)


def count_contributions(app: Flask) -> int:
    """Count the contributions."""
    with app.extensions["muster"].reading.connect() as connection:
        return contributions.count(connection)


def find_contribution(app: Flask, receipt: str) -> Contribution | None:
    """Return what is contributed under a receipt that a page shows."""
    with app.extensions["muster"].reading.connect() as connection:
        return contributions.find(connection, receipt.replace("-", ""))


def make_invitation(app: Flask) -> str:
    """Make an invitation."""
    with app.extensions["muster"].writing.begin() as connection:
        (token,) = invitations.invite(connection, 1)
    return token


def complete_assessment(app: Flask, language: str = "en", choice: str = "2") -> Respondent:
    """Complete the full assessment of a supplier with the same answer everywhere, begun by an import."""
    questionnaire = app.extensions["muster"].versions.newest
    answers = {question.id: an_answer(choice) for question in questionnaire.questions_in("full")}
    assessment = an_assessment(answers, organisation="", version=questionnaire.version)
    file = assessment_json.write(assessment, questionnaire)
    return Respondent(app.test_client(), language).uploads(file).completes()
