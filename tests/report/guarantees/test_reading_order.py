from itertools import cycle

import pytest

from app.maturity.text import Language
from tests.figures.cast import LANGUAGES
from tests.report.documents import pdf_among_peers
from tests.report.guarantees.reading_order import PDFTOTEXT, faults
from tests.report.pulse_documents import poster, with_pulse
from tests.report.renderers import RENDERERS, render_with_files
from tests.report.sample import sample
from tests.report.voices.voice_documents import meeting, with_voices

# ``make proof`` checks many more.
ASSESSMENTS = 10
CASES = {
    f"{kind} {language} {case.name}": (kind, case.scorecard, language)
    for case, language in zip(sample(ASSESSMENTS), cycle(LANGUAGES), strict=False)
    for kind in RENDERERS
}

pytestmark = pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed (poppler-utils)")


@pytest.mark.parametrize("name", CASES)
def test_pdftotext_bookmarks_and_tree_have_the_same_order(name: str) -> None:
    # A pack begins with the board’s page.
    assert faults(render_with_files(*CASES[name]), in_columns=name.startswith(("board", "pack"))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pulse_and_its_poster_are_read_in_order(language: Language) -> None:
    assert faults(with_pulse(120, "function", language)) == []
    assert faults(poster(language)) == []


def test_a_document_with_peers_is_read_in_order() -> None:
    assert faults(pdf_among_peers(35, "en")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_independent_answers_and_the_sheet_for_a_meeting_are_read_in_order(language: Language) -> None:
    assert faults(with_voices(language)) == []
    assert faults(meeting(language)) == []
