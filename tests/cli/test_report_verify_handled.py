from pathlib import Path

from tests.cli.test_report_verify import verified
from tests.report.documents import pdf_with_files
from tests.report.verification import handled


def test_a_document_that_another_program_saved_is_confirmed(tmp_path: Path) -> None:
    content = handled.with_pikepdf(pdf_with_files("capella", "quick", "en"), lambda _: None)

    result = verified(content, tmp_path)

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Another program saved or compressed this document" in result.stdout


def test_a_merged_document_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    content = handled.extended(pdf_with_files("capella", "quick", "en"), handled.agenda("Agenda"))

    result = verified(content, tmp_path)

    assert (result.exit_code, result.stdout) == (5, "")
    assert "pages added: 1" in result.stderr
