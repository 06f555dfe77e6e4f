#!/usr/bin/env bash
# XlsxWriter writes into the dictionary that it is given as default_format_properties: it adds the name of the
# typeface as that of the theme. So with a dictionary that a program keeps, for example as a constant, its first
# workbook differs from all later ones of equal content: from the second on, the default font in xl/styles.xml
# has <scheme val="minor"/>, which ties it to the theme, as other fonts have it in the first one too. A copy of
# the dictionary for each workbook avoids it.
# Version: XlsxWriter 3.3.1, Python 3.11.
# Output seen: “the dictionary gained: theme_font_name”, “parts that differ: xl/styles.xml”,
# “fonts tied to the theme: 1 2”, “with copies: equal”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check XlsxWriter==3.3.1

venv/bin/python - <<'PYTHON'
import io
import zipfile
from datetime import datetime

import xlsxwriter

print("XlsxWriter", xlsxwriter.__version__)


def workbook(properties):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_format_properties": properties})
    book.set_properties({"created": datetime(2026, 11, 1)})
    book.add_worksheet().write_string(0, 0, "text", book.add_format({"bold": True}))
    book.close()
    with zipfile.ZipFile(file) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


kept = {"font_name": "Arial", "font_size": 10}
first, second, third = (workbook(kept) for _ in range(3))
gained = ", ".join(kept.keys() - {"font_name", "font_size"})
differ = ", ".join(name for name in first if first[name] != second[name])
print("the dictionary gained:", gained)
print("parts that differ:", differ)
assert gained == "theme_font_name"
assert differ == "xl/styles.xml"
assert second == third
tied = [each["xl/styles.xml"].count(b'<scheme val="minor"/>') for each in (first, second)]
print("fonts tied to the theme:", *tied)
assert tied == [1, 2]

own = {"font_name": "Arial", "font_size": 10}
assert workbook(dict(own)) == workbook(dict(own)) == first
print("with copies: equal")
PYTHON
