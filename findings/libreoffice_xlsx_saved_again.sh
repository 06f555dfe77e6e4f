#!/usr/bin/env bash
# Two things are gone, without a word, when LibreOffice saves a spreadsheet as XLSX:
#   the description of a chart for people who cannot see it, from a file that was XLSX before; saved as ODS the
#   same file keeps it.
#   For openpyxl, the choices of a cell’s list if one of them has a comma: LibreOffice writes the list into an
#   extension (x12ac:list), openpyxl reads it as None, and in what it saves the list has no choices. LibreOffice
#   itself reads its own file. Choices that stand in a range of cells survive both.
# Version: LibreOffice 7.4.7 (Debian’s libreoffice-calc), XlsxWriter 3.3.1, openpyxl 3.1.5, Python 3.11.
# Output seen: the versions, “chart described: before True, as XLSX False, as ODS True” and “choices for openpyxl:
# without comma "Now,Later", with comma None, in a range Sheet!$D$1:$D$2”.
# Needs LibreOffice, python3 with venv, and pip with access to a package index. Fails if the behaviour changed.
set -euo pipefail

if ! command -v soffice >/dev/null || ! soffice --version | grep -q "LibreOffice 7\.4\.7"; then
  echo "This script is about LibreOffice 7.4.7, which is not here."
  exit 2
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME=$folder
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5

venv/bin/python - <<'PYTHON'
import xlsxwriter

book = xlsxwriter.Workbook("chart.xlsx")
sheet = book.add_worksheet("Sheet")
sheet.write_column(0, 0, [1, 2, 3])
chart = book.add_chart({"type": "column"})
chart.add_series({"values": "=Sheet!$A$1:$A$3"})
sheet.insert_chart("F2", chart, {"description": "Three columns that rise"})
book.close()
PYTHON
cat >lists.fods <<'FODS'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:content-validations>
<table:content-validation table:name="plain"
 table:condition="of:cell-content-is-in-list(&quot;Now&quot;;&quot;Later&quot;)" table:base-cell-address="Sheet.A1"/>
<table:content-validation table:name="comma"
 table:condition="of:cell-content-is-in-list(&quot;Now, at once&quot;;&quot;Later&quot;)" table:base-cell-address="Sheet.A2"/>
<table:content-validation table:name="range"
 table:condition="of:cell-content-is-in-list([$Sheet.$D$1:.$D$2])" table:base-cell-address="Sheet.A3"/>
</table:content-validations>
<table:table table:name="Sheet"><table:table-column table:number-columns-repeated="4"/>
<table:table-row><table:table-cell table:content-validation-name="plain"/><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="string"><text:p>Now, at once</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:content-validation-name="comma"/><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="string"><text:p>Later</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:content-validation-name="range"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>
FODS

soffice --version
mkdir again
for conversion in "xlsx chart.xlsx" "ods chart.xlsx" "xlsx lists.fods"; do
  read -r kind file <<<"$conversion"
  soffice --headless --convert-to "$kind" --outdir again "$file" >/dev/null 2>&1
done
# What LibreOffice itself makes of its own file.
soffice --headless --convert-to fods --outdir again again/lists.xlsx >/dev/null 2>&1

venv/bin/python - <<'PYTHON'
import zipfile
from importlib.metadata import version
from pathlib import Path

import openpyxl


def described(name):
    with zipfile.ZipFile(name) as file:
        parts = [file.read(part).decode() for part in file.namelist() if part.endswith(".xml")]
    return any("Three columns that rise" in part for part in parts)


def lists(name):
    rules = openpyxl.load_workbook(name)["Sheet"].data_validations.dataValidation
    return {str(rule.sqref): rule.formula1 for rule in rules}


print("XlsxWriter", version("XlsxWriter"), "openpyxl", version("openpyxl"))
before, xlsx, ods = (described(name) for name in ("chart.xlsx", "again/chart.xlsx", "again/chart.ods"))
print(f"chart described: before {before}, as XLSX {xlsx}, as ODS {ods}")
assert (before, xlsx, ods) == (True, False, True)

found = lists("again/lists.xlsx")
plain, comma, cells = (found[cell] for cell in ("A1", "A2", "A3"))
print(f"choices for openpyxl: without comma {plain}, with comma {comma}, in a range {cells}")
assert (plain, comma) == ('"Now,Later"', None)
assert cells.endswith("$D$1:$D$2")
assert "Now, at once&quot;;&quot;Later" in Path("again/lists.fods").read_text("utf-8")

openpyxl.load_workbook("again/lists.xlsx").save("third.xlsx")
assert lists("third.xlsx")["A2"] is None
PYTHON
