#!/usr/bin/env bash
# What programs keep of a file attached to a PDF (PDF/A-3: in the catalogue's /Names and /AF), without a word:
#   saving the whole document again keeps it: MuPDF, also with garbage=4 and clean; qpdf; pypdf cloned from it.
#   Taking pages keeps none, although every page is taken: MuPDF's select() and insert_pdf(), qpdf's pages in
#   a new document, pypdf's append(). select() works on the same document, and drops its XMP metadata too.
# Version: PyMuPDF 2.0, pikepdf 10.17.0, pypdf 7.1.0, Python 3.11.
# Output seen: one line for each package with its version, then “Saving again keeps the file: 4 ways” and
# “Taking pages drops it: 4 ways”.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyMuPDF==2.0 pikepdf==10.17.0 pypdf==7.1.0

venv/bin/python - <<'PYTHON'
from importlib.metadata import version
from io import BytesIO

import pikepdf
import pymupdf
from pikepdf import Array, AttachedFileSpec, Name, Pdf
from pypdf import PdfReader, PdfWriter

NAME, CONTENT = "data.json", b'{"a": 1}'
XMP = b'''<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'''


def saved(document, **how):
    buffer = BytesIO()
    document.save(buffer, **how)
    return buffer.getvalue()


def original():
    document = Pdf.new()
    document.add_blank_page()
    document.add_blank_page()
    document.attachments[NAME] = AttachedFileSpec(document, CONTENT, filename=NAME, relationship=Name.Source)
    document.Root.AF = Array([document.attachments[NAME].obj])
    document.Root.Metadata = document.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    return saved(document)


def found(content):
    """Return the files in /Names and those in /AF."""
    root = PdfReader(BytesIO(content)).trailer["/Root"]
    associated = [each.get_object() for each in root.get("/AF", [])]
    return (
        dict(PdfReader(BytesIO(content)).attachments),
        {str(each["/F"]): each["/EF"]["/F"].get_data() for each in associated},
    )


def mupdf(change, **how):
    document = pymupdf.open(stream=original())
    return (change(document) or document).tobytes(**how)


def inserted(document):
    new = pymupdf.open()
    new.insert_pdf(document)
    return new


def appended():
    writer, buffer = PdfWriter(), BytesIO()
    writer.append(BytesIO(original()))
    writer.write(buffer)
    return buffer.getvalue()


def cloned():
    writer, buffer = PdfWriter(clone_from=BytesIO(original())), BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pages_in_a_new_document():
    new, old = Pdf.new(), pikepdf.open(BytesIO(original()))
    new.pages.extend(old.pages)
    return saved(new)


for name in ("PyMuPDF", "pikepdf", "pypdf"):
    print(name, version(name))

whole = ({NAME: [CONTENT]}, {NAME: CONTENT})
assert found(original()) == whole

print("Saving again keeps the file: 4 ways")
assert found(mupdf(lambda document: None)) == whole
assert found(mupdf(lambda document: None, garbage=4, clean=True, deflate=True)) == whole
assert found(saved(pikepdf.open(BytesIO(original())))) == whole
assert found(cloned()) == whole

print("Taking pages drops it: 4 ways")
selected = mupdf(lambda document: document.select([0, 1]))
assert found(selected) == found(mupdf(inserted)) == found(appended()) == ({}, {})
assert found(pages_in_a_new_document()) == ({}, {})
assert "/Metadata" not in PdfReader(BytesIO(selected)).trailer["/Root"]
PYTHON
