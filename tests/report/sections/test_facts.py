import pytest

from app.maturity.text import Language
from app.report.sections.facts import recommendation_facts
from tests.figures.cast import LANGUAGES, card, wording_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_facts_breaks_between_two_facts_only(language: Language) -> None:
    scorecard, wording = card("bellatrix"), wording_in(language)
    each = next(each for each in scorecard.recommendations if not each.gate)

    facts = recommendation_facts(each, scorecard, wording).plain_text

    parts = facts.split(" · ")
    assert len(parts) == 4
    assert [part for part in parts if " " in part] == []
