"""The tags of a PDF are followed only where they name its text in paragraphs."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from app.exchange.policy.pdf import pdf_structure, pdf_text
from tests.exchange.policy.build import Facts, column, facts, pdf

TAGGED = Path(__file__).with_name("documents") / "typst-columns-fr.pdf"
HEADINGS = [
    "1 Comptes officiels",
    "1.1 Authentification",
    "1.2 Usage personnel",
    "1.3 Incidents",
    "2 Contrôle",
]


def changed(change: Any) -> Facts:  # noqa: ANN401  # pypdf's objects are any
    """Return what is read of the tagged document after a change of the root of its tags."""
    writer = PdfWriter(clone_from=PdfReader(TAGGED))
    change(writer.root_object["/StructTreeRoot"].get_object())
    content = BytesIO()
    writer.write(content)
    return facts(pdf_text.read(content.getvalue()))


def headings(blocks: Facts) -> list[str]:
    return [text for kind, text in blocks if kind == "heading"]


def test_tags_name_paragraphs_in_reading_order() -> None:
    kinds = [block.kind for block in pdf_structure.tagged_blocks(PdfReader(TAGGED))]

    assert kinds[:4] == ["heading", "paragraph", "note", "heading"]


def test_a_pdf_without_tags_has_none() -> None:
    assert pdf_structure.tagged_blocks(PdfReader(BytesIO(pdf(column("Text."))))) == []


def test_names_of_tags_are_followed_to_those_of_the_standard() -> None:
    def rename(root: Any) -> None:  # noqa: ANN401  # as above
        roles = root.setdefault(NameObject("/RoleMap"), type(root)())
        roles[NameObject("/H2")] = NameObject("/P")
        roles[NameObject("/P")] = NameObject("/Rule")
        roles[NameObject("/Rule")] = NameObject("/P")

    # A name of the standard stays what it is, and names that lead to each other end.
    assert headings(changed(rename)) == HEADINGS


def first_element(root: Any) -> Any:  # noqa: ANN401  # as above
    children = root["/K"]
    return (children[0] if isinstance(children, list) else children).get_object()


def remove_all(root: Any) -> None:  # noqa: ANN401  # as above
    root[NameObject("/K")] = ArrayObject()


def remove_most(root: Any) -> None:  # noqa: ANN401  # as above
    element = first_element(root)
    element[NameObject("/K")] = ArrayObject(list(element["/K"])[:2])


@pytest.mark.parametrize("change", [remove_all, remove_most])
def test_tags_that_leave_text_out_are_not_followed(change: Any) -> None:  # noqa: ANN401  # a function
    blocks = changed(change)

    assert headings(blocks) == HEADINGS
    assert any("rend compte au comité exécutif." in text for _, text in blocks)


def test_tags_that_lead_in_a_circle_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_structure, "MOST_ELEMENTS", 2_000)

    def turn(root: Any) -> None:  # noqa: ANN401  # as above
        element = first_element(root)
        element[NameObject("/K")] = ArrayObject([*element["/K"], element.indirect_reference])

    assert headings(changed(turn)) == HEADINGS
