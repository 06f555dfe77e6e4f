"""The letters of invitations: a page each, with the address to type and to scan."""

from datetime import date

from app.maturity.programme.invitation import IssuedInvitation
from app.report.programme.invitation_letters import render_letters
from tests.figures.cast import wording_in
from tests.report.corpus import HOSTILE
from tests.report.documents import reader, words
from tests.report.programme.programme_documents import ADDRESS, AS_OF, letters

LONG = "Établissement technique " * 8


def test_each_letter_is_a_page_with_its_own_label_and_the_address() -> None:
    pages = [" ".join(page.extract_text().split()) for page in reader(letters(["Zeta", "École"], "fr")).pages]

    assert len(pages) == 2
    assert [("Zeta" in page, "École" in page) for page in pages] == [(True, False), (False, True)]
    for page in pages:
        assert ADDRESS in page
        assert "La date limite de transmission est le 18 décembre 2026." in page
        assert "cyber@ministry.example" in page
        assert "Page" not in page


def test_a_letter_with_the_longest_label_stays_a_page() -> None:
    labels = [LONG[:200], "W" * 200, "汉" * 200, *HOSTILE.values()]

    assert len(reader(letters(labels, "en")).pages) == len(labels)


def test_a_used_invitation_has_no_letter() -> None:
    open_, used = (
        IssuedInvitation(label, "not_begun", AS_OF, ADDRESS * (label == "Zeta")) for label in ("Zeta", "Eta")
    )
    written: list[int] = []

    content = render_letters([open_, used], wording_in("en"), name="P", report_letter=written.append)

    assert len(reader(content).pages) == 1
    assert "Eta" not in words(content).replace("Zeta", "")
    assert written == [1]


def test_without_a_last_day_and_a_contact_neither_is_named() -> None:
    invitation = IssuedInvitation("Zeta", "not_begun", date(2026, 11, 1), ADDRESS)
    printed = words(render_letters([invitation], wording_in("en"), name="P"))

    assert "last day" not in printed
    assert "Questions" not in printed
