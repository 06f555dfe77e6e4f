"""What a process keeps of its documents is wording, whatever it has drawn."""

from collections.abc import Callable

import pytest

from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.board import render_board
from app.report.scorecard import render_scorecard
from app.translations import translator
from app.translations.wording import Wording
from app.typesetting.text.set_paragraph import cached_paragraph
from tests.report.random_scorecards import random_scorecard


@pytest.mark.parametrize("language", ["en", "fr"])
def test_after_the_first_scorecard_no_other_adds_anything(language: Language) -> None:
    def draw(render: Callable[[Scorecard, Wording], bytes], seed: int) -> None:
        card = random_scorecard(seed)
        render(card, Wording(language, translator(language), card.questionnaire))

    draw(render_scorecard, 0)
    kept = cached_paragraph.cache_info().currsize  # type: ignore[attr-defined]  # what functools.cache adds
    for seed in range(1, 9):
        draw(render_scorecard, seed)
        draw(render_board, seed)

    assert kept > 1000
    assert cached_paragraph.cache_info().currsize == kept  # type: ignore[attr-defined]  # what functools.cache adds
