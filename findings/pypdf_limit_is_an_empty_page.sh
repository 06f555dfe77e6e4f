#!/usr/bin/env bash
# What pypdf says of a page whose content unpacks to more than its limit: nothing.
#   extract_text() returns an empty text and raises no error, as of a blank page or a scan. The same page raises
#   LimitReachedError in get_contents().get_data().
#   A string in a content may escape any character: (\q) is q (ISO 32000-2, 7.3.4.2, “the REVERSE SOLIDUS shall
#   be ignored”). pypdf keeps the backslash.
# Version: pypdf 7.1.0, Python 3.11.
# Output seen: “pypdf 7.1.0”, “text: '' / content: LimitReachedError” and “string: b'\\q'”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.0

venv/bin/python - <<'PYTHON'
import logging
from io import BytesIO

import pypdf
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream, DecodedStreamObject, NameObject

logging.disable()
print("pypdf", pypdf.__version__)

writer = pypdf.PdfWriter()
page = writer.add_blank_page(200, 200)
stream = DecodedStreamObject()
stream.set_data(b"BT (A rule that is in force.) Tj ET".ljust(1_000_001))
page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
content = BytesIO()
writer.write(content)

pypdf.overwrite_configuration(zlib_maximum_output_length=1_000_000)
read = pypdf.PdfReader(content).pages[0]
text = read.extract_text()
try:
    read.get_contents().get_data()
    raised = "nothing"
except LimitReachedError as error:
    raised = type(error).__name__
print(f"text: {text!r} / content: {raised}")
assert (text, raised) == ("", "LimitReachedError")

escaped = DecodedStreamObject()
escaped.set_data(rb"(\q) Tj")
string = ContentStream(escaped, None, "bytes").operations[0][0][0]
print("string:", bytes(string))
assert string == rb"\q"
PYTHON
