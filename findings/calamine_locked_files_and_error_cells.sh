#!/usr/bin/env bash
# What python-calamine does not say of a spreadsheet:
#   A locked ODS (an entry of META-INF/manifest.xml has encryption-data) raises PasswordError if it is opened by
#   its path; the same bytes in a file object raise CalamineError, “Cannot detect file format”.
#   A cell with an error (#N/A, t="e") is an empty text, in XLSX as if nothing stood in it.
#   A formula without a stored result, as openpyxl writes it, is an empty text too; no call returns formulas.
# Version: python-calamine 0.9.1, XlsxWriter 3.3.1, Python 3.11.
# Output seen: the versions, then “locked: by path PasswordError, from bytes CalamineError: Cannot detect file
# format” and “cells: ['#N/A as text', '', '', 3.0]”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-calamine==0.9.1 XlsxWriter==3.3.1

venv/bin/python - <<'PYTHON'
import zipfile
from importlib.metadata import version
from io import BytesIO

import python_calamine
import xlsxwriter

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = f'''<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="9">
<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="AAAA">
<manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="AAAA"/>
<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1024"
 manifest:salt="AAAA"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>'''


def raised(opened):
    try:
        python_calamine.CalamineWorkbook.from_object(opened)
    except python_calamine.CalamineError as error:
        return error
    raise SystemExit("a locked file was opened")


print("python-calamine", version("python-calamine"), "/ XlsxWriter", version("XlsxWriter"))

with zipfile.ZipFile("locked.ods", "w") as file:
    file.writestr("mimetype", TYPE)
    file.writestr("META-INF/manifest.xml", MANIFEST)
    file.writestr("content.xml", b"encrypted")
with open("locked.ods", "rb") as file:
    by_path, from_bytes = raised("locked.ods"), raised(BytesIO(file.read()))
print(f"locked: by path {type(by_path).__name__}, from bytes {type(from_bytes).__name__}: {from_bytes}")
assert type(by_path) is python_calamine.PasswordError
assert type(from_bytes) is python_calamine.CalamineError
assert str(from_bytes) == "Cannot detect file format"

content = BytesIO()
workbook = xlsxwriter.Workbook(content)
sheet = workbook.add_worksheet()
sheet.write_string("A1", "#N/A as text")
sheet.write_formula("B1", "=NA()", value="#N/A")
sheet.write_formula("C1", "=1+1", value="")
sheet.write_formula("D1", "=1+2", value=3)
workbook.close()
cells = python_calamine.load_workbook(BytesIO(content.getvalue())).get_sheet_by_index(0).to_python()[0]
print("cells:", cells)
assert cells == ["#N/A as text", "", "", 3.0]
PYTHON
