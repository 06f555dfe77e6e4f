import pytest

from app.storage.sealing import codes

CODE = "0123456789ABCDEFGHJKMNPQRSTV"


def test_a_code_is_shown_in_seven_groups_of_four() -> None:
    assert codes.format_code(CODE) == "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        codes.format_code(CODE),
        codes.format_code(CODE).lower(),
        "  0123 4567 89ab CDEF\tGHJK\nMNPQ RSTV ",
        "0123.4567.89AB.CDEF.GHJK.MNPQ.RSTV",
        "0123–4567–89AB—CDEF‑GHJK−MNPQ\u00a0RSTV",
        "o123-4567-89AB-CDEF-GHJK-MNPQ-RSTV",
        "0I23-4567-89AB-CDEF-GHJK-MNPQ-RSTV",
        "0l23-4567-89AB-CDEF-GHJK-MNPQ-RSTV",
        "\ufeff0123-4567-89AB-CDEF-\u200bGHJK-MNPQ-RS\u00adTV",
    ],
)
def test_a_code_may_be_typed_in_any_spelling(typed: str) -> None:
    assert codes.normalise(typed) == CODE


@pytest.mark.parametrize(
    "typed",
    [
        "",
        CODE[:-1],
        CODE + "0",
        CODE[:-1] + "U",
        CODE[:-1] + "é",
        CODE[:-1] + "ı",  # its capital is an I
        CODE[:-2] + "ß",  # its capital is SS
        CODE[:-1] + "٣",  # a digit, but not ours
        "-" * 28,
        "\0" * 28,
    ],
)
def test_a_text_that_cannot_be_a_code_is_none(typed: str) -> None:
    assert codes.normalise(typed) is None


def test_a_new_code_is_in_its_normal_form() -> None:
    code = codes.new_code()

    assert codes.normalise(codes.format_code(code)) == code


def test_codes_and_identifiers_do_not_repeat() -> None:
    assert len({codes.new_code() for _ in range(1000)}) == 1000
    assert len({codes.new_id() for _ in range(1000)}) == 1000


def test_every_place_of_a_code_takes_every_character() -> None:
    drawn = [codes.new_code() for _ in range(2000)]

    assert all({code[place] for code in drawn} == set(codes.ALPHABET) for place in range(28))


def test_an_identifier_has_twenty_lower_case_characters_of_five_bits() -> None:
    id = codes.new_id()

    assert len(id) == 20
    assert id == id.lower()
    assert set(id.upper()) <= set(codes.ALPHABET)
