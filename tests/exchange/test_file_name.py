import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.file_name import file_name

DAY = date(2026, 11, 29)


def part_of(organisation: str) -> str:
    """Return what a file’s name takes from an organisation’s."""
    return file_name(organisation, DAY, "scorecard-en", "pdf").removesuffix("2026-11-29-scorecard-en.pdf")


def test_the_name_holds_organisation_day_and_what_the_file_is() -> None:
    found = file_name("Example organisation", DAY, "scorecard-en", "pdf")

    assert found == "Example-organisation-2026-11-29-scorecard-en.pdf"


def test_without_an_organisation_the_day_comes_first() -> None:
    assert file_name("", date(987, 1, 2), "assessment", "json") == "0987-01-02-assessment.json"


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("Ministère de l’Économie", "Ministere-de-lEconomie-"),
        ("Société d'armement", "Societe-darmement-"),
        ("Großwaffen Øst Łódź", "Grosswaffen-Ost-Lodz-"),
        ("Bjørn & Þór, œuvre ﬁne", "Bjorn-Thor-oeuvre-fine-"),
        ("２０２６ Ｗｉｄｅ", "2026-Wide-"),
        ("汉" * 200, ""),
        ("شركة الدفاع", ""),
        ("Министерство 5", "5-"),
        ("   ", ""),
        ("A" * 200, "A" * 60 + "-"),
        ("A" * 59 + " B C", "A" * 59 + "-"),
    ],
)
def test_the_organisation_is_written_in_plain_letters(organisation: str, expected: str) -> None:
    assert part_of(organisation) == expected


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        ("../../etc/passwd", "etc-passwd-"),
        ('x"; filename="evil.exe', "x-filename-evil-exe-"),
        ("a\r\nSet-Cookie: b=c", "a-Set-Cookie-b-c-"),
        ("C:\\Windows\\CON", "C-Windows-CON-"),
        ("%2e%2e%2f", "2e-2e-2f-"),
        ("<script>alert(1)</script>", "script-alert-1-script-"),
        ("--help", "help-"),
        (".hidden", "hidden-"),
        ("exe\u202efdp.", "exe-fdp-"),
        ("\x00\x7f\u2028", ""),
        ("=cmd|' /C calc'!A0", "cmd-C-calc-A0-"),
    ],
)
def test_nothing_in_an_organisation_s_name_reaches_outside_the_file_s(
    organisation: str, expected: str
) -> None:
    assert part_of(organisation) == expected


@given(st.text(max_size=300))
def test_every_name_is_short_and_plain(organisation: str) -> None:
    found = file_name(organisation, DAY, "board-fr", "pdf")

    assert re.fullmatch(r"(?:[A-Za-z0-9]+-)*2026-11-29-board-fr\.pdf", found)
    assert len(found) <= 60 + len("-2026-11-29-board-fr.pdf")
