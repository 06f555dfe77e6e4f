#!/usr/bin/env bash
# What odfpy makes of an ODT that has white space inside office:body, as pandoc writes it: a text without children.
#   After load() the attribute text of the document is an empty element, which is not the one in the file;
#   getElementsByType() finds the paragraphs, and body holds them. Without the white space text holds them too.
# Version: odfpy 1.4.1, Python 3.11.
# Output seen: “with white space: 0 children of text, 1 paragraphs” and “without: 1 children of text, 1 paragraphs”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfpy==1.4.1

venv/bin/python - <<'PYTHON'
import zipfile
from io import BytesIO

from odf import text
from odf.opendocument import load

TYPE = "application/vnd.oasis.opendocument.text"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
MANIFEST = f'''<manifest:manifest xmlns:manifest="{NAMES}manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'''


def found(space):
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("mimetype", TYPE)
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        parts.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{NAMES}office:1.0" xmlns:text="{NAMES}text:1.0"'
            f' office:version="1.3"><office:body>{space}<office:text><text:p>A rule.</text:p></office:text>'
            f"{space}</office:body></office:document-content>",
        )
    file.seek(0)
    document = load(file)
    return len(document.text.childNodes), len(document.getElementsByType(text.P))


spaced, dense = found("\n"), found("")
print("with white space: %d children of text, %d paragraphs" % spaced)
print("without: %d children of text, %d paragraphs" % dense)
assert (spaced, dense) == ((0, 1), (1, 1))
PYTHON
