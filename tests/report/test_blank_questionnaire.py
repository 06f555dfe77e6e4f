import pytest

from app.maturity.text import Language
from tests.figures.cast import questionnaire
from tests.report.documents import blank, plain, reader, words

each_blank = pytest.mark.parametrize(
    ("variant", "language"), [("full", "en"), ("full", "fr"), ("quick", "en"), ("quick", "fr")]
)


@each_blank
def test_every_question_has_its_help_and_statements(variant: str, language: Language) -> None:
    document = words(blank(variant, language))
    missing = []
    for question in questionnaire().questions_in(variant):
        texts = [question.text, question.help, *question.levels]
        texts += [question.not_applicable] if question.not_applicable else []
        missing += [plain(each.in_(language)) for each in texts if plain(each.in_(language)) not in document]

    assert missing == []


@each_blank
def test_the_answering_rule_glossary_and_opinions_are_printed(variant: str, language: Language) -> None:
    document = words(blank(variant, language))
    real = questionnaire()
    texts = [real.answering_rule, *real.level_meanings, *(meaning for _, meaning in real.glossary)]
    for opinion in real.opinions:
        texts += [opinion.text, opinion.help, *(option.label for option in opinion.options)]

    assert [each.en for each in texts if plain(each.in_(language)) not in document] == []


def test_the_quick_check_asks_only_its_own_questions() -> None:
    document = words(blank("quick", "en"))
    full, quick = (set(questionnaire().questions_in(variant)) for variant in ("full", "quick"))

    assert [question.id for question in full - quick if plain(question.text.en) in document] == []


def test_an_answer_without_a_level_has_no_number_that_looks_like_one() -> None:
    document = words(blank("full", "en"))

    assert "? We don’t know" in document
    assert "– Not applicable: " in document
    assert "5 We don’t know" not in document


def test_a_blank_questionnaire_has_a_bounded_number_of_pages() -> None:
    assert len(reader(blank("full", "fr")).pages) <= 40


def test_the_same_blank_questionnaire_always_has_the_same_bytes() -> None:
    first = blank("quick", "en")
    blank.cache_clear()

    assert blank("quick", "en") == first
