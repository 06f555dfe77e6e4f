from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import bellatrix
from tests.report.policy.parts import docx_paragraphs, odt_paragraphs

DRAFT = ("policy", "draft")


@pytest.fixture
def middling(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Write Bellatrix’s file: some practices are recommended, not all."""
    path = tmp_path / "bellatrix.json"
    path.write_bytes(assessment_json.write(bellatrix(questionnaire), questionnaire))
    return path


def draft(runner: FlaskCliRunner, file: Path, name: str, *more: str) -> bytes:
    out = file.with_name(name)
    result = runner.invoke(args=[*DRAFT, str(file), "-o", str(out), *more])
    assert result.exit_code == 0, result.stderr
    return out.read_bytes()


def docx(content: bytes, *styles: str) -> list[str]:
    return [words for style, words in docx_paragraphs(content) if style in styles]


def test_a_draft_has_the_clauses_of_every_practice_and_the_name_of_the_organisation(
    runner: FlaskCliRunner, best: Path, questionnaire: Questionnaire
) -> None:
    content = draft(runner, best, "policy.docx", "--lang", "en")

    clauses = [clause for each in questionnaire.policy.clauses.values() for clause in each]
    titles = docx(content, "Heading2")
    assert titles == [clause.title.en for clause in clauses]
    assert docx(content, "Subtitle") == ["Aldebaran"]


def test_amendments_have_the_clauses_of_recommended_practices_alone(
    runner: FlaskCliRunner, middling: Path, questionnaire: Questionnaire
) -> None:
    content = draft(runner, middling, "amendments.odt", "--lang", "fr", "--amendments")

    titles = [words for style, words in odt_paragraphs(content) if style == "Heading_20_2"]
    count = sum(map(len, questionnaire.policy.clauses.values()))
    assert titles[0].startswith("Amendement 1\u00a0: ")
    assert 0 < len(titles) - 1 < count


def test_practices_can_be_chosen_and_both_languages_are_side_by_side(
    runner: FlaskCliRunner, best: Path, questionnaire: Questionnaire
) -> None:
    content = draft(runner, best, "P.DOCX", "--lang", "both", "--practice", "G5", "--practice", "G1")

    chosen = [clause for id in ("G1", "G5") for clause in questionnaire.policy.clauses[id]]
    assert docx(content, "Heading2") == [f"{clause.title.en} / {clause.title.fr}" for clause in chosen]


def test_the_same_file_gives_the_same_bytes(runner: FlaskCliRunner, middling: Path) -> None:
    arguments = ("--lang", "both", "--amendments")

    assert draft(runner, middling, "a.odt", *arguments) == draft(runner, middling, "b.odt", *arguments)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("-o", "policy.pdf", "--lang", "en"), "-o names neither a .docx nor an .odt file."),
        (("-o", "a.odt", "--lang", "en", "--practice", "Z9"), "--practice names no practice"),
        (("-o", "a.odt", "--lang", "de"), "'de' is not one of 'en', 'fr', 'both'"),
        (("-o", "a.odt"), "Missing option '--lang'"),
    ],
)
def test_wrong_usage_ends_with_a_sentence_and_code_2(
    runner: FlaskCliRunner, best: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    result = runner.invoke(args=[*DRAFT, str(best), *arguments])

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_an_assessment_without_recommendations_has_no_amendments(runner: FlaskCliRunner, best: Path) -> None:
    out = best.with_name("amendments.docx")

    result = runner.invoke(args=[*DRAFT, str(best), "-o", str(out), "--lang", "en", "--amendments"])

    assert result.exit_code == 1
    assert result.stderr == f"{best}: There is no model clause for these practices.\n"
    assert not out.exists()


def test_a_faulty_file_and_a_folder_that_does_not_exist_end_with_a_sentence_and_code_1(
    runner: FlaskCliRunner, best: Path, tmp_path: Path
) -> None:
    faulty = tmp_path / "faulty.json"
    faulty.write_text("{}")

    for file, out in ((faulty, "a.odt"), (best, "nowhere/a.odt")):
        result = runner.invoke(args=[*DRAFT, str(file), "-o", str(tmp_path / out), "--lang", "en"])
        assert result.exit_code == 1
        assert result.stderr.count("\n") >= 1
        assert "Traceback" not in result.stderr
