from app.maturity.scorecard import Scorecard
from app.report.sections.domains import domains
from app.typesetting.layout.pagination import paginate
from app.typesetting.layout.text_and_chart import TextAndChart
from app.typesetting.text.fonts import register_fonts
from tests.figures.cast import card, wording_in
from tests.report.random_scorecards import random_scorecard


def shapes(scorecard: Scorecard) -> int:
    """Return how many charts stand beside text in the domains of a scorecard, which take one page."""
    register_fonts()
    story = domains(scorecard, wording_in("en"))
    assert len(list(paginate([story]))) == 1
    return sum(isinstance(block, TextAndChart) for block in story)


def test_the_shape_leaves_the_page_only_if_bars_and_table_need_its_room() -> None:
    # Seven of the nine domains of this one have a note under their name.
    assert shapes(random_scorecard(7)) == 0
    assert shapes(card("bellatrix")) == 1
