from app.figures.chart import Chart, Dot, Rectangle
from app.figures.palette import ACCENT_TINT
from app.figures.text_metrics import text_width
from app.figures.typography import PHONE_WIDTH, TEXT_SIZE
from app.figures.voices import voice_marks, voice_table
from app.maturity.voices.disagreement import QuestionVoices, compare
from app.maturity.voices.voice import Voice, VoiceRole, number_voices
from app.translations.voice_words import agreement_words, disputed_words, said_words
from tests.build import answers
from tests.figures.cast import questionnaire, wording_in
from tests.figures.cast_voices import voices

# The wide scale: 172 is level 0, each level is 47 further.
LEFT, STEP = 172, 47
ENGLISH, FRENCH = wording_in("en"), wording_in("fr")
QUESTIONS = questionnaire().questions_in("full")
LETTERS = tuple(domain.letter for domain in questionnaire().domains)


def said(*choices: int | str, name: str = "", id: str = "I3") -> QuestionVoices:
    """Return what several of one role say on a practice that may not apply."""
    role = VoiceRole("other" if name else "security", name)
    voices = [
        Voice(str(n), role, LETTERS, answers(**{id: each}), finished=True) for n, each in enumerate(choices)
    ]
    return next(
        each for each in compare(QUESTIONS, number_voices(voices)).questions if each.question.id == id
    )


def dots(chart: Chart) -> list[Dot]:
    return [each for each in chart.primitives if isinstance(each, Dot)]


def test_each_level_is_a_mark_at_its_place_in_the_row_of_its_role() -> None:
    chart = voice_marks(said(0, 3, 4), ENGLISH)

    assert [round((dot.x - LEFT) / STEP, 6) for dot in dots(chart)] == [0, 3, 4]
    names = {label.text: label.y for label in chart.labels}
    for number, dot in enumerate(dots(chart), start=1):
        assert abs(names[f"Security\u00a0{number}"] - dot.y) < 5


def test_who_gave_no_level_has_words_and_no_mark() -> None:
    chart = voice_marks(said("unknown", 2, "not_applicable"), FRENCH)

    assert len(dots(chart)) == 1
    assert {"Nous ne savons pas", "2 Défini", "Sans objet"} <= {label.text for label in chart.labels}


def test_a_band_reaches_from_the_lowest_level_to_the_highest() -> None:
    def bands(*choices: int | str) -> list[tuple[float, float]]:
        chart = voice_marks(said(*choices), ENGLISH)
        drawn = [each for each in chart.primitives if isinstance(each, Rectangle)]
        assert {each.fill for each in drawn} <= {ACCENT_TINT}
        return [((each.x - LEFT) / STEP, each.width / STEP) for each in drawn]

    assert bands(4, 1, 2, "unknown") == [(1, 3)]
    assert bands(2, 2) == bands(3) == bands("unknown") == []


def test_the_table_and_the_description_have_the_same_answers() -> None:
    question = said("unknown", 2)

    assert voice_table(question, ENGLISH).rows == (
        ("Security\u00a01", "We don’t know"),
        ("Security\u00a02", "2 Defined"),
    )
    assert voice_marks(question, ENGLISH).description == (
        "Marks on the scale of the five levels, one for each role. Security\u00a01: We don’t know;"
        " Security\u00a02: 2 Defined."
    )


def test_the_finding_says_how_far_apart_the_answers_are() -> None:
    findings = [
        said_words(said(*choices), ENGLISH)
        for choices in ((4, 1), (3, 3), (3,), ("unknown", 2, "unknown"), ("not_applicable",), ())
    ]

    assert findings == [
        "Levels from 1 Ad hoc to 4 Proven",
        "The same level from all who gave one: 3 Applied",
        "One level given: 3 Applied",
        "One level given: 2 Defined; We don’t know: 2",
        "Not applicable: 1",
        "Nobody answered",
    ]
    assert said_words(said(4, "unknown"), FRENCH) == (
        "Un seul niveau donné\u00a0: 4 Éprouvé\u202f; Nous ne savons pas\u00a0: 1"
    )


def test_a_long_name_is_cut_after_three_lines_and_stays_beside_the_scale_on_a_phone_too() -> None:
    for width, room in ((480, LEFT - 6), (PHONE_WIDTH, PHONE_WIDTH)):
        chart = voice_marks(said(2, name="W" * 60), ENGLISH, width=width)

        names = [label for label in chart.labels if "W" in label.text]
        assert max(label.x + text_width(label.text, TEXT_SIZE) for label in names) <= room
        assert (len(names), names[-1].text[-2:]) == (3, "W…")
        assert chart.table.rows[0][0] == "W" * 60


def test_names_among_many_have_one_line_so_that_the_chart_fits_a_page() -> None:
    many = voice_marks(said(*[2, 3] * 15, name="Comité social et économique de Brest"), ENGLISH)

    names = [label for label in many.labels if "Comité" in label.text]
    assert len(names) == 30
    assert [label.text.split("…")[1] for label in names] == [f"\u00a0{number}" for number in range(1, 31)]
    assert many.height < 560


def test_agreement_is_a_count_in_words_and_never_a_percentage() -> None:
    heard = voices()
    assert heard.agreement is not None

    sentence = agreement_words(heard.agreement, ENGLISH)

    counts = f"{heard.agreement.agree} of the {heard.agreement.of} practices"
    assert sentence == f"The colleagues agree on {counts} on which at least two of them gave a level."
    assert agreement_words(None, ENGLISH) == ""
    assert "%" not in sentence + disputed_words(heard, FRENCH)
