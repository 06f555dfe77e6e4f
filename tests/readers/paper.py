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
    """Print every sheet, and return the number of pages and the texts that are not on them as a whole.

    The pages are kept as pictures beside the file, to be looked at.
    """
    with TemporaryDirectory() as folder:
        # A profile of its own: a running LibreOffice would take the file over.
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        pdf = Path(folder) / f"{file.stem}.pdf"
        raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True)
        pictures = file.with_suffix("." + file.suffix[1:] + ".pages")
        shutil.rmtree(pictures, ignore_errors=True)
        pictures.mkdir()
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(pictures / "page")], check=True)
    printed = _letters(raw.stdout)
    return raw.stdout.count("\f"), [text for text in cell_texts(file) if _letters(text) not in printed]


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


def _letters(text: str) -> str:
    """Return a text without the blanks and hyphens at which lines may end."""
    return _BLANKS.sub("", text.replace("\u00ad", ""))
