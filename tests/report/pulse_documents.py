"""Documents of a staff pulse: the scorecard with its results, and its poster."""

from functools import cache

from app.maturity.text import Language
from app.report import document_of_file
from app.report.pulse_poster import render_poster
from tests.figures.cast import card, pulse, wording_in

ADDRESS = "https://muster.example/p/en/N2RR-STHE-JKYK-5BZ3-W2XT-89H1-KV22"


@cache
def with_pulse(n: int, grouping: str, language: Language) -> bytes:
    """Return Bellatrix's scorecard with a pulse of ``n`` answers, as it is downloaded."""
    return document_of_file.render_pdf(
        card("bellatrix", "quick"), language, board=False, pulse=pulse(n, grouping)
    )


@cache
def poster(language: Language) -> bytes:
    """Return the poster of a pulse."""
    return render_poster(ADDRESS, wording_in(language))
