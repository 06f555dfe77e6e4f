"""comparison.csv: a row for each organisation of a programme, with the scores of its newest submission."""

import csv
import io

from app.exchange.plan_files.cell_text import guard
from app.maturity.level import Level
from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.maturity.score import Score

_COLUMNS = ("label", "state", "since")
_SUBMITTED = (
    *("organisation", "organisation_type", "size_band", "region", "round", "completed_on", "submitted_on"),
    *("depth", "overall", "level", "missing_must_haves"),
)
_CHANGE = ("change", "like_for_like")


def write(comparison: Comparison) -> bytes:
    """Write the organisations in the order of their labels; scores are whole points, as shown.

    Of an organisation that has not submitted a row holds the label, the state and the day of the state.
    """
    letters = [each.letter for each in comparison.domains]
    domains = [name for letter in letters for name in (letter, f"{letter}_level")]
    submitted = {each.organisation.invitation_id: each for each in comparison.submitted}
    empty = [""] * (len(_SUBMITTED) + len(domains) + len(_CHANGE))
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow((*_COLUMNS, *_SUBMITTED, *domains, *_CHANGE))
    for each in comparison.organisations:
        row = submitted.get(each.invitation_id)
        rows.writerow((*_organisation(each), *(_submission(row, letters) if row else empty)))
    return text.getvalue().encode("utf-8-sig")


def _organisation(each: Organisation) -> tuple[str, ...]:
    return guard(each.label), each.state, each.day.isoformat()


def _submission(row: SubmittedOrganisation, letters: list[str]) -> list[str | int]:
    submission, summary = row.submission, row.submission.round
    change = row.change.overall if row.change else None
    cells: list[str | int] = [
        guard(submission.organisation),
        submission.organisation_type,
        submission.size_band,
        submission.region,
        summary.number,
        summary.completed_on.isoformat(),
        submission.submitted_on.isoformat(),
        submission.depth,
        *_printed(summary.scores.overall, summary.scores.level),
        " ".join(summary.scores.failing_gates),
    ]
    for letter in letters:
        domain = row.domain(letter)
        cells += _printed(domain.score, domain.level) if domain else ("", "")
    cells += (
        ("", "")
        if change is None or row.change is None
        else (change.rounded, _flag(row.change.like_for_like))
    )
    return cells


def _printed(score: Score | None, level: Level | None) -> tuple[str | int, str]:
    return ("", "") if score is None or level is None else (score.rounded, level.key)


def _flag(value: bool) -> str:
    return "yes" if value else "no"
