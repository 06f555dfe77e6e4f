from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from app.cli.report import report_commands
from app.exchange import assessment_json, peers_json, pulse_json, scorecard_json
from app.exchange.rounds import rounds_json
from app.maturity.text import LANGUAGES, Language
from app.report.files import ScorecardFiles, scorecard_files
from app.report.scorecard import render_scorecard
from app.typesetting.tagged.read_back import read_contents
from tests.figures.cast import card, pulse, questionnaire, wording_in
from tests.figures.cast_peers import among_suppliers
from tests.figures.cast_rounds import history, round_card
from tests.report.documents import board, pdf, pdf_among_peers, pdf_with_files
from tests.report.pulse_documents import with_pulse
from tests.report.rounds.round_documents import after_rounds

FIRST_RELEASE = Path(__file__).parents[1] / "exchange" / "first_release" / "board-1.0.0.pdf"


def verified(content: bytes, folder: Path) -> Result:
    file = folder / "scorecard.pdf"
    file.write_bytes(content)
    return CliRunner().invoke(report_commands, ["verify", str(file)])


def with_metadata(content: bytes, old: bytes, new: bytes) -> bytes:
    """Return a document with ``new`` in place of ``old`` in its metadata."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(content)) as opened:
        words = opened.Root.Metadata.read_bytes()
        assert words.count(old) == 1
        opened.Root.Metadata.write(words.replace(old, new))
        opened.save(saved, fix_metadata_version=False)
    return saved.getvalue()


@pytest.mark.parametrize(
    "render",
    [
        lambda: pdf_with_files("bellatrix", "full", "fr"),
        lambda: pdf_with_files("capella", "quick", "en"),
        lambda: board("bellatrix", "full", "en"),
        lambda: board("capella", "quick", "fr"),
        lambda: pdf_among_peers(20, "fr"),
        lambda: after_rounds(5, "fr", upgraded=2),
        lambda: after_rounds(2, "en", board=True),
    ],
    ids=["complete", "interim", "board", "interim board", "among peers", "rounds", "board after rounds"],
)
def test_a_document_as_it_was_written_is_confirmed(render: Callable[[], bytes], tmp_path: Path) -> None:
    result = verified(render(), tmp_path)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "every number and every page" in result.stdout


def test_a_document_of_1_0_0_is_named_as_such_and_not_called_changed(tmp_path: Path) -> None:
    result = verified(FIRST_RELEASE.read_bytes(), tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith(
        "scorecard.pdf: Muster 1.0.0 wrote this document. Its attached answers give every number in its"
        " scorecard.json and the order of recommendations of that release. Its pages are not compared: this"
        " release ranks recommendations in another order and prints other pages.\n"
    )


def test_a_document_of_1_0_0_whose_stated_sum_was_changed_is_refused(tmp_path: Path) -> None:
    numbers = read_contents(FIRST_RELEASE.read_bytes()).files["scorecard.json"]
    digest = sha256(numbers).hexdigest().encode()

    result = verified(with_metadata(FIRST_RELEASE.read_bytes(), digest, b"0" * 64), tmp_path)

    assert result.exit_code == 1
    assert "does not have the SHA-256" in result.stderr


def test_a_scorecard_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    content = pdf_with_files("capella", "quick", "en")

    result = verified(content[:-900] + bytes([content[-900] ^ 1]) + content[-899:], tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize(("old", "new"), [(b"board", b"brief"), (b"scorecard", b"briefings")])
def test_a_document_of_another_kind_is_refused(old: bytes, new: bytes, tmp_path: Path) -> None:
    whole, page = pdf_with_files("capella", "quick", "en"), board("capella", "quick", "en")
    content = page if old == b"board" else whole
    mark = b"<muster:kind>%s<"

    result = verified(with_metadata(content, mark % old, mark % new), tmp_path)

    assert result.exit_code == 1
    assert "other pages" in result.stderr


def files(answers: str, numbers: str) -> ScorecardFiles:
    assessment = assessment_json.write(card(answers, "quick").assessment, questionnaire())
    return ScorecardFiles(assessment, scorecard_json.write(card(numbers, "quick")))


@pytest.mark.parametrize(
    ("pages", "attached", "sentence"),
    [
        ("bellatrix", files("capella", "bellatrix"), "other scores"),
        ("bellatrix", files("capella", "capella"), "other pages"),
    ],
)
def test_answers_numbers_and_pages_that_do_not_agree_are_found(
    pages: str, attached: ScorecardFiles, sentence: str, tmp_path: Path
) -> None:
    content = render_scorecard(card(pages, "quick"), wording_in("en"), attachments=attached)

    result = verified(content, tmp_path)

    assert result.exit_code == 1
    assert sentence in result.stderr


def with_peers_file(content: bytes) -> bytes:
    """Return a document with pages among twenty peers, and another peers.json attached."""
    files = ScorecardFiles(
        assessment_json.write(card("bellatrix").assessment, questionnaire()),
        scorecard_json.write(card("bellatrix")),
        peers=content,
    )
    found = among_suppliers(card("bellatrix"), 20)
    return render_scorecard(card("bellatrix"), wording_in("en"), attachments=files, standings=found)


def test_other_figures_of_peers_than_the_pages_show_are_found(tmp_path: Path) -> None:
    others = peers_json.write(among_suppliers(card("bellatrix"), 35), "1.0", "full")

    result = verified(with_peers_file(others), tmp_path)

    assert result.exit_code == 1
    assert "other pages" in result.stderr


def test_a_file_of_peers_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    result = verified(with_peers_file(b"[]"), tmp_path)

    assert result.exit_code == 1
    assert "not a document as Muster writes it" in result.stderr


def with_rounds_file(content: bytes) -> bytes:
    """Return a document after five rounds, and another rounds.json attached."""
    shown, own = history(5), round_card(5, 5)
    files = replace(scorecard_files(own, history=shown), rounds=content)
    return render_scorecard(own, wording_in("en"), attachments=files, history=shown)


def test_other_rounds_than_the_numbers_say_are_found(tmp_path: Path) -> None:
    result = verified(with_rounds_file(rounds_json.write(history(4))), tmp_path)

    assert result.exit_code == 1
    assert "other scores" in result.stderr


def test_a_file_of_rounds_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    result = verified(with_rounds_file(b"[]"), tmp_path)

    assert result.exit_code == 1
    assert "rounds.json is not a file as Muster writes it" in result.stderr


def test_another_sha_256_than_that_of_the_scorecard_is_found(tmp_path: Path) -> None:
    content = pdf_with_files("capella", "quick", "en")
    sum = sha256(scorecard_json.write(card("capella", "quick"))).hexdigest().encode()

    result = verified(with_metadata(content, sum, b"0" * 64), tmp_path)

    assert result.exit_code == 1
    assert "SHA-256" in result.stderr


def test_a_document_without_files_is_named_as_ours_and_not_confirmed(tmp_path: Path) -> None:
    result = verified(pdf("capella", "quick", "en"), tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "pages of Muster, without the attached answers" in result.stderr


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%\n", b"\n\n1 0 obj\n<<>>\nstream\n"])
def test_another_file_is_refused_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    result = verified(content, tmp_path)

    assert result.exit_code == 1
    assert "not a document as Muster writes it" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(report_commands, ["verify", str(tmp_path / "none.pdf")])

    assert result.exit_code == 1
    assert "cannot be read" in result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_with_a_pulse_is_confirmed_from_its_counts(language: Language, tmp_path: Path) -> None:
    assert verified(with_pulse(35, "", language), tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [(b'"count": 21', b'"count": 22', "other numbers"), (b'"n": 35', b'"n": 10', "other numbers")],
)
def test_a_pulse_that_was_changed_is_found(old: bytes, new: bytes, sentence: str, tmp_path: Path) -> None:
    scorecard, result = card("bellatrix", "quick"), pulse(35)
    changed = pulse_json.write(result).replace(old, new, 1)
    answers = assessment_json.write(scorecard.assessment, questionnaire())
    attached = ScorecardFiles(answers, scorecard_json.write(scorecard), changed)
    content = render_scorecard(scorecard, wording_in("en"), attachments=attached, pulse=result)

    outcome = verified(content, tmp_path)

    assert outcome.exit_code == 1
    assert sentence in outcome.stderr


def test_another_pulse_than_the_pages_show_is_found(tmp_path: Path) -> None:
    scorecard = card("bellatrix", "quick")
    answers = assessment_json.write(scorecard.assessment, questionnaire())
    other = pulse_json.write(pulse(10))
    attached = ScorecardFiles(answers, scorecard_json.write(scorecard), other)
    content = render_scorecard(scorecard, wording_in("en"), attachments=attached, pulse=pulse(35))

    assert "other pages" in verified(content, tmp_path).stderr
