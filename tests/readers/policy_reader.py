"""What a library reads in a document: ``python policy_reader.py FILE`` prints it as JSON.

It is run by a Python that has python-docx and odfdo.
"""

import json
import sys
from collections.abc import Iterator

import docx
import odfdo
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def read_docx(file: str) -> dict[str, object]:
    """Return title, language, headings and paragraphs as python-docx reads them."""
    document = docx.Document(file)
    paragraphs = list(docx_paragraphs(document))
    properties = document.core_properties
    return {
        "title": properties.title,
        "language": properties.language,
        "author": properties.author,
        "headings": [
            [int(style[-1]), each.text]
            for each in paragraphs
            if (style := str(each.style.name if each.style else "")).startswith("Heading")
        ],
        "paragraphs": [each.text for each in paragraphs],
    }


def docx_paragraphs(part: Document | _Cell) -> Iterator[Paragraph]:
    """Yield the paragraphs in reading order, those of tables too."""
    for block in part.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from docx_paragraphs(cell)
        else:
            yield block


def read_odt(file: str) -> dict[str, object]:
    """Return title, language, headings and paragraphs as odfdo reads them."""
    document = odfdo.Document(file)
    found = list(document.body.get_elements("//text:p | //text:h"))
    return {
        "title": document.meta.title,
        "language": document.meta.language,
        "author": document.meta.creator or "",
        "headings": [[int(each.level), each.inner_text] for each in document.body.headers],
        "paragraphs": [each.inner_text for each in found],
    }


if __name__ == "__main__":
    path = sys.argv[1]
    json.dump((read_docx if path.endswith(".docx") else read_odt)(path), sys.stdout)
