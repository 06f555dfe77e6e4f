"""What LibreOffice prints of a spreadsheet: pages as pictures, and the cells whose text is cut on them."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import python_calamine

# The columns of the plan that stay off paper: id and revision.
_OFF_PAPER = 2
_BLANKS = re.compile(r"\s+")


def print_sheets(file: Path) -> tuple[int, list[str]]:
    """Print every sheet, and return the number of pages and the texts that are not on them as a whole."""
    text = printed_text(print_pages(file))
    printed = letters(text)
    return text.count("\f"), [text for text in cell_texts(file) if letters(text) not in printed]


def print_pages(file: Path) -> Path:
    """Print a file, and return the PDF.

    It is kept in a folder beside the file, with its pages as pictures, to be looked at.
    """
    kept = file.with_suffix("." + file.suffix[1:] + ".pages")
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir()
    with TemporaryDirectory() as folder:
        # A profile of its own: a running LibreOffice would take the file over.
        profile = f"-env:UserInstallation=file://{folder}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(kept), str(file)]
        subprocess.run(command, check=True, capture_output=True)
    pdf = kept / f"{file.stem}.pdf"
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(kept / "page")], check=True)
    return pdf


def printed_text(pdf: Path) -> str:
    """Return the text of a PDF in the order in which it was printed, with a form feed after each page."""
    command = ["pdftotext", "-raw", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def cell_texts(file: Path) -> Iterator[str]:
    """Yield the text of every cell that paper shows."""
    workbook = python_calamine.load_workbook(str(file))
    for sheet in workbook.sheets_metadata:
        if sheet.visible != python_calamine.SheetVisibleEnum.Visible:
            continue
        for row in workbook.get_sheet_by_name(sheet.name).to_python():
            shown = row[:-_OFF_PAPER] if sheet.name == "Plan" else row
            yield from (cell for cell in shown if isinstance(cell, str) and cell)
            yield from (cell.isoformat() for cell in shown if isinstance(cell, date))


def letters(text: str) -> str:
    """Return a text without the blanks and hyphens at which lines may end."""
    return _BLANKS.sub("", text.replace("\u00ad", ""))
