import pytest
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.exchange import pulse_json
from app.figures import pulse_words
from app.figures.chart import Rectangle
from app.figures.pulse import group_table, pulse_table
from app.maturity.text import LANGUAGES, Language
from app.report.address_code import draw_address_code
from app.translations import translator
from tests.figures.cast import pulse, questionnaire, wording_in
from tests.report.documents import pdf, plain, reader, words
from tests.report.pulse_documents import ADDRESS, poster, with_pulse
from tests.typesetting.tagged.structure_tree import tree


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("n", "grouping"), [(10, ""), (35, ""), (400, "function")])
def test_every_number_of_the_page_is_in_the_pdf(n: int, grouping: str, language: Language) -> None:
    printed, wording = words(with_pulse(n, grouping, language)), wording_in(language)

    for result in pulse(n, grouping).shown_questions:
        tables = [pulse_table(result, wording)]
        tables += [group_table(result, wording)] if result.groups else []
        for row in (row for table in tables for row in table.rows):
            assert not [cell for cell in row if plain(cell) not in printed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pulse_has_year_base_mix_source_confidence_and_warnings(language: Language) -> None:
    printed, survey = words(with_pulse(10, "", language)), questionnaire().survey

    for sentence in (*pulse_words.reading_notes(wording_in(language)), survey.mix.in_(language)):
        assert plain(sentence) in printed
    for result in pulse(10).shown_questions:
        for answer in result.compared_options:
            assert answer.comparison
            assert plain(answer.comparison.figure.source.in_(language)) in printed


def test_the_titles_of_the_survey_and_of_its_sources_are_tagged_with_their_language() -> None:
    sections = tree(with_pulse(35, "", "fr")).all("Sect")
    section = next(
        each for each in sections if [plain(h.words) for h in each.all("H1")][:1] == ["Sondage du personnel"]
    )

    english = {plain(node.words) for node in section.all("Span") if node.said["/Lang"] == "en"}

    # The only article in French is in the reader’s language.
    compared = [
        each.comparison.figure
        for result in pulse(35).shown_questions
        for each in result.compared_options
        if each.comparison
    ]
    titles = {part for figure in compared for part, language in figure.source_parts("fr") if language}
    assert titles
    assert english == {questionnaire().survey.title, *map(plain, titles)}


def test_a_question_with_too_few_answers_has_a_note_and_no_number() -> None:
    printed = words(with_pulse(11, "", "en"))

    assert "Fewer than ten answered this question" in printed
    assert "11 colleagues answered." in printed


def test_without_a_pulse_there_is_no_section() -> None:
    assert "Staff pulse" not in words(pdf("bellatrix", "quick", "en"))


def test_the_section_is_in_the_contents_and_in_the_bookmarks() -> None:
    document = reader(with_pulse(35, "", "en"))

    assert "Staff pulse" in document.pages[0].extract_text()
    assert "Staff pulse" in [getattr(each, "title", "") for each in document.outline]


def test_the_counts_that_a_document_shows_are_attached() -> None:
    files = {name: found[0] for name, found in reader(with_pulse(35, "", "fr")).attachments.items()}

    assert set(files) == {"assessment.json", "scorecard.json", "pulse.json"}
    assert pulse_json.read(files["pulse.json"], questionnaire()) == pulse(35)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_pulse_gives_the_same_bytes(language: Language) -> None:
    assert with_pulse.__wrapped__(35, "", language) == with_pulse(35, "", language)
    assert poster.__wrapped__(language) == poster(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_is_one_page_with_its_address(language: Language) -> None:
    document = reader(poster(language))

    assert len(document.pages) == 1
    assert ADDRESS in words(poster(language)).replace(" ", "")
    assert translator(language)("Please answer once.") in words(poster(language))


def test_the_poster_s_code_is_drawn_module_by_module() -> None:
    chart = draw_address_code(ADDRESS, wording_in("en"))
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(ADDRESS)
    code.make()

    drawn = {
        (int(each.y), column)
        for each in chart.primitives
        if isinstance(each, Rectangle)
        for column in range(int(each.x), int(each.x + each.width))
    }
    side = range(len(code.modules))
    assert drawn == {(row, column) for row in side for column in side if code.modules[row][column]}
    assert ADDRESS in chart.description
