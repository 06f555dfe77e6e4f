"""The documents of programmes: the report, and the letters of invitations."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.programme.side_by_side import side_by_side
from app.maturity.text import Language
from app.report.programme.invitation_letters import render_letters
from app.report.programme.programme_report import render_programme_report
from tests.figures.cast import questionnaire, wording_in
from tests.figures.cast_programme import comparison, programme

AS_OF = date(2026, 11, 30)
ADDRESS = "https://muster.example/en/i/ABCDE-FGHJK-MNPQR-STVWX-YZ0123"


@cache
def report(count: int, language: Language, variant: str = "full") -> bytes:
    """Return the report of a programme with so many submissions."""
    return render_programme_report(comparison(count, variant), AS_OF, wording_in(language))


def report_of_labels(labels: Sequence[str], language: Language) -> bytes:
    """Return a report whose organisations, and whose programme, have names of any kind."""
    drawn = programme(12)
    organisations = tuple(
        replace(each, label=label) for each, label in zip(drawn.organisations, labels, strict=False)
    )
    named = replace(drawn, name=labels[0], organisations=organisations)
    return render_programme_report(side_by_side(named, questionnaire()), AS_OF, wording_in(language))


def letters(labels: Sequence[str], language: Language) -> bytes:
    """Return a letter to each label."""
    invitations = [IssuedInvitation(label, "not_begun", AS_OF, ADDRESS) for label in labels]
    return render_letters(
        invitations,
        wording_in(language),
        name="Supplier readiness 2026",
        contact="cyber@ministry.example",
        closes_on=date(2026, 12, 18),
    )
