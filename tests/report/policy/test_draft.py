from app.maturity.text import LANGUAGES, Language
from app.report.policy.amendments import amendment_sheet
from app.report.policy.draft import draft_policy
from app.report.policy.draft_content import choose_clauses
from app.report.policy.draft_document import DraftCell, DraftDocument, DraftParagraph, DraftTable
from tests.report.policy.build import a_content, bank

NOTICE = "Working paper. Nothing in it is in force until approved."


def text(paragraph: DraftParagraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def cell_text(cell: DraftCell) -> str:
    return "\n".join(map(text, cell))


def texts(document: DraftDocument, *styles: str) -> list[str]:
    return [text(each) for each in document.paragraphs if each.style in styles]


def tables(document: DraftDocument) -> list[DraftTable]:
    return [each for each in document.blocks if isinstance(each, DraftTable)]


def test_a_draft_has_a_heading_for_each_domain_and_each_clause_in_the_order_of_the_questionnaire() -> None:
    assert texts(draft_policy(a_content()), "title", "heading1", "heading2") == [
        "Draft social media policy",
        *("Domain G", "Title G1-1", "Title G1-2"),
        *("Domain E", "Title E3-1"),
        *("Approval", "What is to be filled in"),
    ]


def test_every_paragraph_of_a_clause_is_numbered_and_its_notes_are_not() -> None:
    document = draft_policy(a_content())

    assert (
        texts(document, "clause")
        == [
            "The list of [organisation] must be kept.",
            "[Keeper] must read it every [12] months.",
        ]
        * 3
    )
    assert texts(document, "note", "note_item")[:4] == [
        "Note: The clauses of practice G1, Practice G1, are together the written part of level 2 Defined.",
        "Also to be done to reach the level: ",
        "Do it.",
        "What to read: Guide to posting, Ministry",
    ]


def test_only_the_one_clause_of_a_practice_is_said_to_give_the_level_alone() -> None:
    notes = [each for each in texts(draft_policy(a_content()), "note") if each.startswith("Note")]

    assert ["together" in each for each in notes] == [True, True, False]
    assert (
        notes[2] == "Note: The text above is the written part of level 2 Defined of practice E3, Practice E3."
    )


def test_what_a_reader_must_know_first_is_said_once_and_first() -> None:
    said = texts(draft_policy(a_content()), "title", "body")

    assert said[1] == NOTICE
    assert said.count(NOTICE) == 1
    assert [each.startswith("This document is not legal advice.") for each in said].count(True) == 1


def test_each_open_placeholder_is_explained_once_and_a_filled_one_never() -> None:
    explained = ["[organisation]: Your name.", "[keeper]: Who keeps the list."]
    filled = draft_policy(a_content(filled={"organisation": "Capella"}))

    assert texts(draft_policy(a_content()), "item") == explained
    assert texts(filled, "item") == explained[1:]
    assert "The list of Capella must be kept." in texts(filled, "clause")


def test_a_document_without_open_placeholders_has_no_list_of_them() -> None:
    document = draft_policy(a_content(filled={"organisation": "Capella", "keeper": "Ada"}))

    assert texts(document, "heading1")[-1] == "Approval"
    assert not any("[brackets]" in each for each in texts(document, "body"))
    assert any("is a proposal" in each for each in texts(document, "body"))


def test_the_organisation_is_in_the_title_of_the_file_and_under_its_heading() -> None:
    document = draft_policy(a_content(filled={"organisation": "Capella"}))

    assert document.title == "Draft social media policy – Capella"
    assert texts(document, "subtitle") == ["Capella"]


def test_a_draft_ends_with_a_table_to_approve_it() -> None:
    (table,) = tables(draft_policy(a_content()))

    assert list(map(text, table.head)) == ["Version", "Approved by (name and role)", "Date", "Signature"]
    assert len(table.rows) == 2


def test_an_amendment_says_where_it_belongs_and_its_text_follows() -> None:
    document = amendment_sheet(a_content())

    assert texts(document, "heading2")[:3] == [
        "Amendment 1: Title G1-1",
        "Amendment 2: Title G1-2",
        "Amendment 3: Title E3-1",
    ]
    places = [each for each in texts(document, "body") if each.startswith("Place: ")]
    assert places[2] == "Place: At section [section] of your policy, where it deals with “Domain E”."
    assert texts(document, "item")[0].startswith("[section]: ")


def test_each_amendment_has_a_row_for_its_decision() -> None:
    decisions, signed = tables(amendment_sheet(a_content()))

    assert list(map(text, decisions.head)) == [
        "Clause",
        "Approved",
        "Approved with changes",
        "Rejected",
        "Remarks",
    ]
    assert decisions.named_rows
    assert [cell_text(row[0]) for row in decisions.rows] == [
        "1  Title G1-1",
        "2  Title G1-2",
        "3  Title E3-1",
    ]
    assert [cell_text(cell) for cell in decisions.rows[0][1:]] == ["☐", "☐", "☐", ""]
    assert len(signed.rows) == 1


def test_both_languages_stand_side_by_side_under_one_heading() -> None:
    document = draft_policy(a_content(("fr", "en")))
    clauses = next(each for each in tables(document) if each.title == "Title G1-1 (en français)")

    assert texts(document, "heading2")[0] == "Title G1-1 (en français) / Title G1-1"
    assert list(map(text, clauses.head)) == ["Français", "English"]
    assert list(map(cell_text, clauses.rows[0])) == [
        "La liste de [organisation] doit être tenue.",
        "The list of [organisation] must be kept.",
    ]
    assert {len(row) for row in clauses.rows} == {2}
    notes = clauses.rows[-1]
    assert [cell_text(cell).count("\n") for cell in notes] == [3, 3]


def test_a_column_holds_one_language_but_for_titles_of_documents() -> None:
    for table in tables(draft_policy(a_content(LANGUAGES))):
        for row in table.rows:
            languages = [{run.language for each in cell for run in each.runs} for cell in row]
            assert len(table.head) == 4 or languages == [{"en"}, {"fr"}]


def test_each_language_has_its_own_words_for_a_placeholder() -> None:
    content = a_content(LANGUAGES)
    filled: dict[Language, dict[str, str]] = {"en": {"keeper": "the clerk"}, "fr": {"keeper": "le greffe"}}
    document = draft_policy(type(content)(content.clauses, content.wordings, filled))

    assert texts(document, "clause")[2:4] == [
        "The clerk must read it every [12] months.",
        "Le greffe doit la lire tous les [12] mois.",
    ]


def test_only_chosen_practices_are_written() -> None:
    assert [each.id for each in choose_clauses(bank(), ["E3", "G2"])] == ["E3-1"]
    assert choose_clauses(bank(), []) == ()
