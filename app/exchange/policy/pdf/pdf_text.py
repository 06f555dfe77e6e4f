"""Read the blocks of a PDF: by its tags if they cover its text, else by its look."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from pypdf import PageObject, PasswordType, PdfReader, overwrite_configuration

from app.exchange.importing.pdf_process import kind_of
from app.exchange.policy.block_list import MOST_PAGES, BlockList, clean
from app.exchange.policy.hyphens import Hyphens
from app.exchange.policy.pdf import pdf_content, pdf_layout, pdf_margins, tagged_notes
from app.exchange.policy.pdf.pdf_lines import Fragment, PdfLine, read_lines
from app.exchange.policy.pdf.pdf_paragraph import Line, add_paragraph
from app.exchange.policy.pdf.pdf_structure import Content, TaggedBlock, tagged_blocks
from app.exchange.policy.refusal import Refusal, UnreadablePolicyError
from app.maturity.policy.policy_text import TextBlock

LARGEST_STREAM = 24 * 1024 * 1024
# A scan has at most a stamp or a page number in letters.
_LEAST_CHARACTERS = 40
# Tags that leave out more of the text, or know no paragraphs, are not followed.
_LEAST_TAGGED = 0.97
_LONGEST_PARAGRAPH = 6_000


def read(data: bytes) -> list[TextBlock]:
    """Return the blocks of the document, each with the page on which it begins."""
    logging.disable()
    overwrite_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
    )
    reader = PdfReader(BytesIO(data))
    # A password that only forbids printing or copying is empty for readers.
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise UnreadablePolicyError(Refusal.PASSWORD)
    # A scorecard holds model clauses, which are not what the organisation has written.
    if kind_of(reader):
        raise UnreadablePolicyError(Refusal.OURS)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadablePolicyError(Refusal.PAGES)
    read_pages = [_read_page(page, number) for number, page in enumerate(reader.pages, 1)]
    if sum(len(line.text.strip()) for lines in read_pages for line in lines) < _LEAST_CHARACTERS * len(
        read_pages
    ):
        raise UnreadablePolicyError(Refusal.PICTURES)
    pages = pdf_margins.without_margins(read_pages, [float(page.mediabox.top) for page in reader.pages])
    hyphens = Hyphens(line.text for lines in pages for line in lines)
    found = BlockList()
    contents = _contents(pages)
    blocks = tagged_blocks(reader)
    if _are_whole(blocks, contents, pages):
        placed = tagged_notes.placed(blocks, contents, _note_marks(pages))
        _add_tagged(found, placed, contents, hyphens, pages)
    else:
        pdf_layout.add_blocks(found, pages, hyphens)
    return found.blocks


def _read_page(page: PageObject, number: int) -> list[PdfLine]:
    """Return the lines of a page; where its limits end the reading of a form, pypdf finds an empty page."""
    pdf_content.prepare(page)
    lines = read_lines(page, number)
    if not lines:
        for form in _forms(page):
            form.get_data()
    return lines


def _forms(page: PageObject) -> list[Any]:
    """Return the parts that a page shows as a whole, which may hold its text."""
    resources: Any = page.get("/Resources")
    shown: Any = resources.get_object().get("/XObject") if resources else None
    objects = [each.get_object() for each in shown.get_object().values()] if shown else []
    return [each for each in objects if each.get("/Subtype") == "/Form"]


def _contents(pages: Sequence[list[PdfLine]]) -> dict[Content, list[PdfLine]]:
    """Return what each mark of the tags holds, line by line."""
    contents: dict[Content, list[PdfLine]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            for number, fragments in groupby(line.fragments, lambda each: each.mark.number):
                if number is not None:
                    contents[line.page, number].append(PdfLine(line.page, list(fragments)))
    return contents


def _note_marks(pages: Sequence[list[PdfLine]]) -> dict[Content, list[str]]:
    """Return the raised numbers that each mark of the tags holds."""
    marks: dict[Content, list[str]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            for each in line.note_marks:
                if each.mark.number is not None:
                    marks[line.page, each.mark.number].append(each.text.strip())
    return marks


def _are_whole(
    blocks: Sequence[TaggedBlock], contents: dict[Content, list[PdfLine]], pages: Sequence[list[PdfLine]]
) -> bool:
    """Return whether the tags name nearly all of the text, in paragraphs."""
    lengths = [
        sum(len(line.text) for content in block.contents for line in contents.get(content, ()))
        for block in blocks
    ]
    whole = sum(len(line.text) for lines in pages for line in lines)
    in_paragraphs = sum(length for length in lengths if length <= _LONGEST_PARAGRAPH)
    return in_paragraphs >= _LEAST_TAGGED * whole


def _add_tagged(
    found: BlockList,
    blocks: Sequence[TaggedBlock],
    contents: dict[Content, list[PdfLine]],
    hyphens: Hyphens,
    pages: Sequence[list[PdfLine]],
) -> None:
    emphasis = pdf_layout.Emphasis([line for lines in pages for line in lines])
    has_headings = any(block.kind == "heading" for block in blocks)
    for block in blocks:
        parts = [line for content in block.contents for line in contents.get(content, ())]
        lines = _rows(parts)
        kind = block.kind
        if parts and kind == "paragraph":
            text = clean(hyphens.join(text for _, text in lines))
            # A title is often tagged as text; bold text is a heading only where nothing is tagged as one.
            is_bold = not has_headings and all(part.is_bold for part in parts)
            if emphasis.is_heading(text, [part.size for part in parts], is_bold=is_bold):
                kind = "heading"
        add_paragraph(found, kind, lines, hyphens)


def _rows(parts: Sequence[PdfLine]) -> list[Line]:
    """Return the text of parts line by line: parts of the same line belong together without a break."""
    rows: list[Line] = []
    last: Fragment | None = None
    for part in parts:
        first = part.fragments[0]
        if (
            last
            and rows
            and rows[-1][0] == part.page
            and abs(last.y - first.y) < 0.5 * max(last.size, first.size)
        ):
            rows[-1] = (part.page, rows[-1][1] + part.text)
        else:
            rows.append((part.page, part.text))
        last = part.fragments[-1]
    return rows
