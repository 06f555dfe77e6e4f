import re
from dataclasses import replace

import pytest

from app.catalogue import loader
from app.config import ROOT
from app.maturity.help_within import help_within
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Text
from tests.build import a_domain, a_question, a_questionnaire

HELP = Text(
    "Count all. Threats belong to C3, lies to C1. See C2.", "Tout compte. Menaces\u00a0: voir C3. Voir C2."
)


VERSIONS = [loader.load(ROOT / "questionnaires" / name) for name in ("readiness", "readiness-1.0")]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda each: each.version)
def test_the_quick_check_names_no_question_that_it_does_not_ask(version: Questionnaire) -> None:
    asked = version.variants["quick"].questions

    for question in version.questions_in("quick"):
        help_text = help_within(version, question, "quick")
        for text in (help_text.en, help_text.fr):
            assert text
            assert set(re.findall(r"\b[A-Z][0-9]\b", text)) <= asked


def test_the_full_assessment_keeps_every_sentence(questionnaire: Questionnaire) -> None:
    changed = [
        question.id
        for question in questionnaire.questions_in("full")
        if help_within(questionnaire, question, "full") != question.help
    ]

    assert not changed


@pytest.mark.parametrize(
    ("quick", "expected"),
    [
        (("C2", "C3"), Text("Count all. See C2.", "Tout compte. Menaces\u00a0: voir C3. Voir C2.")),
        (("C1", "C2"), Text("Count all. See C2.", "Tout compte. Voir C2.")),
        (("C2",), Text("Count all. See C2.", "Tout compte. Voir C2.")),
    ],
)
def test_only_the_sentence_that_names_an_unasked_question_is_left_out(
    quick: tuple[str, ...], expected: Text
) -> None:
    first = replace(a_question("C2"), help=HELP)
    questionnaire = a_questionnaire(a_domain("C", a_question("C1"), first, a_question("C3")), quick=quick)

    assert help_within(questionnaire, first, "quick") == expected
