#!/usr/bin/env bash
# What LibreOffice changes in valid and nearly valid spreadsheets without a word when it saves them again:
#   A CSV in its default letters of a western system (Windows-1252) has a question mark for each letter that
#   these lack: Ł, the narrow no-break space of French before a semicolon, every letter of Greek or Chinese.
#   An ODS cell of office:date-value="2026-02-30" becomes midnight, the time 0:00 of 30 December 1899, and so the
#   number 0 of an XLSX; what stood in the cell is gone.
# Version: LibreOffice 7.4.7.2 (Debian libreoffice-calc), Python 3.11.
# Output seen: the version, then “csv: b'\xc9crire?; ?\xf3d?'” and “day: a cell of the number 0 instead of
# 2026-02-30”.
# Needs soffice (libreoffice-calc) and python3. Fails if the behaviour has changed, or the version is another.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder
soffice --version | grep -F "LibreOffice 7.4.7" || { echo "This is for LibreOffice 7.4.7."; exit 1; }

python3 - <<'PYTHON'
import zipfile

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
CELL = '<table:table-cell office:value-type="string"><text:p>Écrire\u202f; Łódź</text:p></table:table-cell>'
DAY = '<table:table-cell office:value-type="date" office:date-value="2026-02-30"><text:p>2026-02-30</text:p></table:table-cell>'


def write(name, cell):
    with zipfile.ZipFile(name, "w") as file:
        file.writestr("mimetype", TYPE)
        file.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
            f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
        file.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} office:version="1.3">'
            '<office:body><office:spreadsheet><table:table table:name="A"><table:table-column/>'
            f"<table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )


write("letters.ods", CELL)
write("day.ods", DAY)
PYTHON

soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,1' letters.ods >/dev/null 2>&1
soffice --headless --convert-to xlsx day.ods >/dev/null 2>&1

python3 - <<'PYTHON'
import re
import zipfile
from pathlib import Path

written = Path("letters.csv").read_bytes().strip().strip(b'"')
print("csv:", written)
assert written == "Écrire?; ?ód?".encode("cp1252")

with zipfile.ZipFile("day.xlsx") as file:
    cell = re.search(r'<c r="A1"([^>]*)>(.*?)</c>', file.read("xl/worksheets/sheet1.xml").decode())
print("day: a cell of the number 0 instead of 2026-02-30" if "<v>0</v>" in cell[2] else f"day: {cell[0]}")
assert "<v>0</v>" in cell[2]
PYTHON
