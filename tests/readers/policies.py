"""What LibreOffice, python-docx and odfdo make of draft policies and amendment sheets."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import get_args

from pypdf import PdfReader

from app.maturity.text import LANGUAGES, Language
from app.report.policy.amendments import amendment_sheet
from app.report.policy.draft import draft_policy
from app.report.policy.draft_content import DraftContent, choose_clauses
from app.report.policy.draft_document import DraftDocument, DraftParagraph
from app.report.policy.policy_docx import write_docx
from app.report.policy.policy_file import DraftFormat
from app.report.policy.policy_odt import write_odt
from tests.figures.cast import questionnaire, wording_in
from tests.readers.calendars import install
from tests.readers.paper import letters, print_pages, printed_text

LIBRARIES = ("python-docx==1.2.0", "odfdo==3.27.3")
_READER = Path(__file__).with_name("policy_reader.py")
# A line of a column holds more letters.
_PART = 15
_SETS: tuple[tuple[Language, ...], ...] = (("en",), ("fr",), LANGUAGES)
_KINDS = {"policy": draft_policy, "amendments": amendment_sheet}
_WRITERS = {"docx": write_docx, "odt": write_odt}
_FILLED = {"organisation": "Aldebaran & <Sons>", "policy_owner": "le secrétariat général"}


def open_policies(folder: Path, files: Path) -> Iterator[str]:
    """Write each document in each format, open it in every program, and yield what is wrong."""
    programs = install(folder / "documents", LIBRARIES)
    for languages, (kind, build), format in product(_SETS, _KINDS.items(), get_args(DraftFormat)):
        document = build(_content(languages))
        file = files / f"{kind}-{'-'.join(languages)}.{format}"
        file.write_bytes(_WRITERS[format](document))
        found = [*_read_back(programs, file, document), *_print(file, document)]
        print(f"{file.name}: {len(found)} faults")
        yield from (f"{file.name}: {fault}" for fault in found)


def _content(languages: tuple[Language, ...]) -> DraftContent:
    wordings = tuple(wording_in(language) for language in languages)
    return DraftContent(choose_clauses(questionnaire()), wordings, dict.fromkeys(LANGUAGES, _FILLED))


def _read_back(programs: Path, file: Path, document: DraftDocument) -> Iterator[str]:
    """Yield what a library reads otherwise than it was written."""
    command = [str(programs / "python"), str(_READER), str(file)]
    read = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    expected = {
        "title": document.title,
        "language": {"en": "en-GB", "fr": "fr-FR"}[document.languages[0]],
        "author": "",
        "headings": [[level, words] for level, words in _headings(document)],
    }
    for name, value in expected.items():
        if read[name] != value:
            yield f"{name}: {read[name]!r}"
    missing = {_text(each) for each in document.paragraphs} - set(read["paragraphs"])
    yield from (f"not read: {words[:60]}" for words in missing)


def _print(file: Path, document: DraftDocument) -> Iterator[str]:
    """Yield what is not on paper, numbers included, and headings by which a reader could not navigate."""
    pdf = print_pages(file)
    # A paragraph may go on over the foot of a page.
    pages = printed_text(pdf).split("\f")
    printed = "".join(re.sub(f"{_foot(document)}$", "", letters(page)) for page in pages)
    numbers = dict.fromkeys(document.languages, 0)
    for each in document.paragraphs:
        words = letters(_text(each))
        if each.style == "clause":
            numbers[each.language] += 1
            words = f"{numbers[each.language]}.{words}"
        if not _is_on_paper(words, printed):
            yield f"not on paper: {words[:60]}"
    outline = [(level, letters(words)) for level, words in _outline(PdfReader(pdf).outline, 1)]
    if outline != [(level, letters(words)) for level, words in _headings(document)]:
        yield f"another outline: {outline[:5]}"


def _is_on_paper(words: str, printed: str) -> bool:
    """Return whether words were printed; of a row that breaks over pages only the beginning is looked for.

    The other column stands between its parts.
    """
    return words in printed or words[:_PART] in printed


def _foot(document: DraftDocument) -> str:
    """Return a pattern of what stands at the foot of every page."""
    return "".join(r"\d+" if run.field else re.escape(letters(run.text)) for run in document.footer)


def _outline(entries: Sequence[object], level: int) -> Iterator[tuple[int, str]]:
    for each in entries:
        if isinstance(each, list):
            yield from _outline(each, level + 1)
        else:
            yield level, str(each.title)  # type: ignore[attr-defined]  # pypdf's destination


def _headings(document: DraftDocument) -> Iterator[tuple[int, str]]:
    for each in document.paragraphs:
        if each.style in ("heading1", "heading2"):
            yield int(each.style[-1]), _text(each)


def _text(paragraph: DraftParagraph) -> str:
    return "".join(run.text for run in paragraph.runs)
