"""What stands under a heading is no rule because of the heading alone."""

import pytest

from app.maturity.policy.matching import find_quotes
from app.maturity.policy.policy_text import TextBlock
from app.maturity.policy.sentences import split_sentences
from app.maturity.questionnaire import Questionnaire


@pytest.mark.parametrize(
    ("heading", "text", "is_found"),
    [
        ("Règles de modération", "Les messages écrits en capitales.", True),
        ("Règles de modération", "Le port est ouvert tous les jours de l’année.", False),
        ("Règles de modération", "La page a été mise à jour le 3 mai 2026.", False),
        ("Règles de modération", "La modération est l’ensemble des règles de la conversation.", False),
        ("Commenting policy", "Posts in capitals.", True),
        ("Commenting policy", "The harbour was opened by the mayor.", False),
    ],
)
def test_a_heading_on_comments_makes_no_rule_of_every_sentence_under_it(
    questionnaire: Questionnaire, heading: str, text: str, is_found: bool
) -> None:
    sentences = split_sentences([TextBlock("heading", heading), TextBlock("paragraph", text)])

    assert ("E1" in find_quotes(sentences, questionnaire.policy.cues)) is is_found
