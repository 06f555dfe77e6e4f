import pytest

from app.figures.readiness_words import held_back, level_words
from app.maturity.scorecard import Scorecard, build
from app.maturity.text import Language
from app.report.scorecard import render_scorecard
from app.report.sections.board_summary import board_summary
from app.typesetting.layout.pagination import paginate
from app.typesetting.text.fonts import register_fonts
from tests.build import an_answer, an_assessment, answers
from tests.figures.cast import LANGUAGES, questionnaire, wording_in
from tests.report.documents import plain, reader


def scored(level: int, **changes: int | str) -> Scorecard:
    """Return a complete result with every practice at a level but some."""
    given = {each.id: an_answer(level) for each in questionnaire().questions_in("full")}
    return build(questionnaire(), an_assessment(given | answers(**changes)), completed=True)


CAPPED = scored(3, A4=1, E3="unknown")


def test_what_holds_the_level_is_named_and_not_lettered() -> None:
    summary = plain(reader(render_scorecard(CAPPED, wording_in("en"))).pages[1].extract_text())

    assert "Level held at Defined" in summary
    assert "held at Defined by two must-haves still missing: Hijack plan and Crisis plan." in summary
    assert "A4, E3" not in summary


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_the_same_as_the_first_screen(language: Language) -> None:
    wording = wording_in(language)
    for scorecard in (
        CAPPED,
        scored(1),
        scored(4),
        build(questionnaire(), an_assessment({}), completed=False),
    ):
        summary = plain(reader(render_scorecard(scorecard, wording)).pages[1].extract_text())

        assert plain(level_words(scorecard, wording)) in summary
        assert plain(held_back(scorecard, wording)) in summary


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", range(5))
def test_the_summary_fits_one_page(level: int, language: Language) -> None:
    register_fonts()

    assert len(list(paginate([board_summary(scored(level), wording_in(language))]))) == 1
