"""Times of a programme’s comparison, chart, files, report and letters, with 1,500 submissions.

No database is used: opening the submissions comes on top.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.exchange.programme import comparison_csv, comparison_json, comparison_xlsx, submission_json
from app.exchange.programme.submission_json import SubmissionReader
from app.figures.programme.distributions import distribution_dots
from app.figures.svg import render_svg
from app.figures.typography import PHONE_WIDTH
from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.programme.programme import Programme
from app.maturity.programme.side_by_side import Comparison, side_by_side
from app.report.programme.invitation_letters import render_letters
from app.report.programme.programme_report import render_programme_report
from tests.figures.cast import questionnaire, wording_in
from tests.figures.cast_programme import programme

INVITED, SUBMITTED, LETTERS = 2_000, 1_500, 200
AS_OF = date(2026, 11, 30)
RUNS = 5


def measure(name: str, work: Callable[[], object]) -> None:
    """Print the least processor time of several runs."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    print(f"{name}: {1000 * min(times):.0f} ms")


def once(whole: Programme) -> Programme:
    """Return a programme in which every organisation has its newest submission alone."""
    newest = (replace(each, submissions=each.submissions[-1:]) for each in whole.organisations)
    return replace(whole, organisations=tuple(newest))


def seal(whole: Programme) -> list[list[bytes]]:
    """Return the files of all submissions, by organisation."""
    return [[submission_json.write(file) for file in each.submissions] for each in whole.organisations]


def read(sealed: list[list[bytes]], whole: Programme) -> Programme:
    """Return a programme with its submissions read from their bytes."""
    reader = SubmissionReader(questionnaire(), whole.variant)
    organisations = (
        replace(each, submissions=tuple(map(reader.read, files)))
        for each, files in zip(whole.organisations, sealed, strict=True)
    )
    return replace(whole, organisations=tuple(organisations))


def measure_programme() -> None:
    """Measure everything, and print it."""
    twice = programme(SUBMITTED, invited=INVITED)
    whole = once(twice)
    sealed = seal(whole)
    gc.freeze()
    measure("read", lambda: read(sealed, whole))
    opened, opened_twice = read(sealed, whole), read(seal(twice), twice)
    measure("compared", lambda: side_by_side(opened, questionnaire()))
    measure("compared, every third has submitted twice", lambda: side_by_side(opened_twice, questionnaire()))
    _measure_documents(side_by_side(opened, questionnaire()))


def _measure_documents(compared: Comparison) -> None:
    wording = wording_in("fr")
    measure("chart", lambda: render_svg(distribution_dots(compared, wording, width=PHONE_WIDTH)))
    measure("CSV", lambda: comparison_csv.write(compared))
    measure("JSON", lambda: comparison_json.write(compared))
    measure("workbook", lambda: comparison_xlsx.write(compared, AS_OF, wording))
    measure("report", lambda: render_programme_report(compared, AS_OF, wording))
    address = "https://muster.example/fr/i/ABCDE-FGHJK-MNPQR-STVWX-YZ0123"
    invitations = [
        IssuedInvitation(f"Organisation {place}", "not_begun", AS_OF, f"{address}{place}")
        for place in range(LETTERS)
    ]
    measure(f"{LETTERS} letters", lambda: render_letters(invitations, wording, name="Programme"))
