"""Open the files in LibreOffice, khal, a CalDAV server, python-docx and odfdo: ``make readers``."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.config import ROOT
from app.maturity.text import LANGUAGES
from tests.readers import calendars, policies
from tests.readers.paper import print_sheets
from tests.readers.sample import write_files

# Each program, and Debian’s package that brings it.
PROGRAMS = {"soffice": "libreoffice-calc and libreoffice-writer", "pdftotext": "poppler-utils"}
FOLDER = ROOT / "build/readers"


def main() -> int:
    """Open every file, print what is wrong, and return how the trial ended."""
    missing = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if missing:
        print(f"The trial needs Debian’s {', '.join(missing)}.")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout
    print(version.strip(), *calendars.KHAL, *calendars.DAV, *policies.LIBRARIES, sep=", ")
    with TemporaryDirectory() as folder:
        faults = [
            *_print_spreadsheets(),
            *_open_calendars(Path(folder)),
            *policies.open_policies(Path(folder), FOLDER),
        ]
    print(*faults, sep="\n")
    print(f"The printed pages are pictures in {FOLDER.relative_to(ROOT)}: look at them.")
    return 1 if faults else 0


def _print_spreadsheets() -> list[str]:
    faults = []
    for language in LANGUAGES:
        for file in write_files(FOLDER, language):
            pages, cut = print_sheets(file)
            print(f"{file.name}: {pages} pages, {len(cut)} cut texts")
            faults += [f"{file.name}: cut on paper: {text[:60]}" for text in cut]
    return faults


def _open_calendars(folder: Path) -> list[str]:
    khal = calendars.install(folder / "khal", calendars.KHAL)
    dav = calendars.install(folder / "dav", calendars.DAV)
    faults = []
    for language in LANGUAGES:
        own = calendars.import_into_khal(khal, folder, FOLDER, language)
        sent = calendars.send_to_server(dav, folder, FOLDER, language)
        print(f"khal, {language}: {len(own)} faults; CalDAV, {language}: {len(sent)} faults")
        faults += own + sent
    return faults


if __name__ == "__main__":
    sys.exit(main())
