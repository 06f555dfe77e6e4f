"""Labels of organisations as coordinators have them: pasted, or in any CSV that a spreadsheet saves."""

from collections.abc import Callable

import pytest

from app.exchange.programme.labels_csv import (
    MAX_BYTES,
    FaultyLabelsError,
    LabelList,
    read_file,
    read_pasted,
)
from app.translations import translator

LONG = "x" * 200


def file(
    text: str, *, encoding: str = "utf-8", invited: tuple[str, ...] = (), limit: int = 2_000
) -> LabelList:
    return read_file(text.encode(encoding), invited, limit)


def pasted(text: str, *, invited: tuple[str, ...] = (), limit: int = 2_000) -> LabelList:
    return read_pasted(text, invited, limit)


def faults(read: Callable[..., LabelList], text: str, **settings: int) -> list[str]:
    with pytest.raises(FaultyLabelsError) as refused:
        read(text, **settings)
    return [fault.text(str) for fault in refused.value.faults]


def notes(found: LabelList) -> list[str]:
    return [note.text(str) for note in found.left_out]


def test_a_pasted_list_has_a_label_on_each_line_and_blank_lines_do_not_count() -> None:
    found = pasted('École de guerre\r\n\n  Müller, Meier  & Co \r\u200b\n=SUM(A1)\n"Le Foudroyant" SA\n')

    assert found.labels == ("École de guerre", "Müller, Meier & Co", "=SUM(A1)", '"Le Foudroyant" SA')
    assert found.left_out == ()


def test_a_label_may_have_200_characters_and_not_201() -> None:
    assert pasted(LONG).labels == (LONG,)
    assert faults(pasted, f"A\n{LONG}y\nB\n{LONG}zz") == [
        "Line 2: the name has 201 characters. It may have at most 200.",
        "Line 4: the name has 202 characters. It may have at most 200.",
    ]


def test_a_repeated_label_is_left_out_with_its_line() -> None:
    found = pasted("Capella\nÉcole\n\nCAPELLA\nE\u0301cole\nEcole")

    assert found.labels == ("Capella", "École", "Ecole")
    assert notes(found) == [
        "Line 4 is left out: CAPELLA is already on line 1.",
        "Line 5 is left out: E\u0301cole is already on line 2.",
    ]


def test_what_is_invited_already_is_left_out() -> None:
    found = pasted("Capella\nZeta", invited=("capella",))

    assert found.labels == ("Zeta",)
    assert notes(found) == ["Line 1 is left out: Capella is already invited."]


def test_a_list_of_what_is_invited_already_invites_nobody() -> None:
    assert pasted("Capella", invited=("Capella",)).labels == ()


@pytest.mark.parametrize("text", ["", " \n\u200b\n", "Organisation\n"])
def test_an_empty_list_is_refused(text: str) -> None:
    assert faults(file, text) == ["The list names no organisation. Write one on each line."]


def test_more_than_the_programme_can_invite_is_refused() -> None:
    assert pasted("A\nB\nA", limit=2).labels == ("A", "B")
    assert faults(pasted, "A\nB\nC", limit=2) == [
        "New organisations on the list: 3. Invitations that this programme can still add: 2."
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_column_that_the_first_row_names_is_read(separator: str, encoding: str) -> None:
    rows = (("Ville", "ORGANISATION ", "Contact"), ("Brest", "École navale", ""), ("", "Œuvre", "x@y.fr"))
    text = "\r\n".join(separator.join(row) for row in rows)

    assert file(text, encoding=encoding).labels == ("École navale", "Œuvre")


def test_quoted_cells_hold_separators_and_line_ends() -> None:
    found = file('organisation,city\n"Müller, Meier",Kiel\n"Two\nlines",Bonn\nZeta,Ulm\nZeta,Ulm\n')

    assert found.labels == ("Müller, Meier", "Two lines", "Zeta")
    assert notes(found) == ["Line 6 is left out: Zeta is already on line 5."]


def test_a_file_of_one_column_needs_no_heading_and_keeps_commas() -> None:
    assert file("Müller, Meier\nZeta\n").labels == ("Müller, Meier", "Zeta")
    assert file('"Müller; Meier"\nZeta\n').labels == ("Müller; Meier", "Zeta")
    assert file("Capella;\nZeta;\n").labels == ("Capella", "Zeta")


def test_several_columns_without_a_heading_are_refused() -> None:
    assert faults(file, "Capella,a@b.fr\nZeta,c@d.fr\n") == [
        "The file has 2 columns. Give the column with the names the heading “organisation”, or keep"
        " that column alone."
    ]


def test_a_row_without_a_label_is_no_organisation() -> None:
    assert file("name;city\nZeta;Ulm\n;Kiel\nCapella\n").labels == ("Zeta", "Capella")


def test_an_apostrophe_against_formulas_is_taken_off() -> None:
    assert file("Organisation\n'=Foo\n'Tis\n").labels == ("=Foo", "'Tis")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04\0\0", "This is not a CSV file. Save the list as CSV, or paste it."),
        (b"\xff\xfe\x00", "This is not a CSV file. Save the list as CSV, or paste it."),
        (b"\x81\x8d", "This is not a CSV file. Save the list as CSV, or paste it."),
        (
            b'name\n"Zeta\n',
            "This CSV file is damaged: its quotation marks do not match. Save it again, or paste the list.",
        ),
        (b"a" * (MAX_BYTES + 1), "The file is larger than 4 MB."),
    ],
    ids=["zip", "half a letter", "no letters", "open quotation mark", "too large"],
)
def test_other_files_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(FaultyLabelsError) as refused:
        read_file(data, (), 2_000)

    assert [fault.text(str) for fault in refused.value.faults] == [sentence]


def test_faults_are_said_in_french_too() -> None:
    with pytest.raises(FaultyLabelsError) as refused:
        pasted(LONG + "y")

    assert [fault.text(translator("fr")) for fault in refused.value.faults] == [
        "Ligne 1\u00a0: le nom compte 201 caractères. Il peut en avoir 200 au plus."
    ]


def test_a_hostile_list_gives_at_most_a_hundred_faults() -> None:
    assert len(faults(pasted, f"{LONG}y\n" * 5_000)) == 100


@pytest.mark.parametrize("rows", [";;", "\r\n;;\r\n;;\r\n", ",\n", "\t;\n"])
def test_separators_alone_name_no_organisation(rows: str) -> None:
    assert faults(file, rows) == ["The list names no organisation. Write one on each line."]


def test_empty_rows_of_a_spreadsheet_do_not_count() -> None:
    assert file("Alpha\n;;\nBeta, Gamma\n").labels == ("Alpha", "Beta, Gamma")


def test_two_labels_that_look_the_same_are_one() -> None:
    found = pasted("Alpha\nAl\u200bpha\n\ufeffAlpha\n")

    assert found.labels == ("Alpha",)
    assert len(notes(found)) == 2
