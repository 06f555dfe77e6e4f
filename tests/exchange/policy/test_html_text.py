"""A page is read as a browser shows it, without what is around the text."""

import pytest

from app.exchange.policy import html_text
from tests.exchange.policy.build import facts


def read(page: str) -> list[tuple[str, str]]:
    return facts(html_text.read(page.encode()))


def test_headings_lists_and_paragraphs_keep_their_order() -> None:
    page = (
        "<!doctype html><title>Policy</title><h1>Policy</h1><p>Never post:<ul><li>names<li><p>places</p>"
        "<p>More on places.</p></ul><h2>2.1 Register</h2><div>One <b>account</b> each.</div>"
    )

    assert read(page) == [
        ("heading", "Policy"),
        ("paragraph", "Never post:"),
        ("item", "names"),
        ("item", "places"),
        ("paragraph", "More on places."),
        ("heading", "2.1 Register"),
        ("paragraph", "One account each."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">Old.</p>',
        '<p style="color:red;visibility:hidden">Old.',
        "<p hidden>Old.</p>",
        '<div aria-hidden="true"><p>Old.</p></div>',
        "<script>Old.</script>",
        "<nav><p>Old.</p></nav>",
        '<div role="navigation"><p>Old.</p></div>',
        "<header><p>Old.</p></header>",
        "<footer>Old.</footer>",
        '<div title="header"><p>Old.</p></div>',
        '<div title="footer"><p>Old.<br></p></div>',
        "<template><p>Old.</p></template>",
        "<del>Old.</del>",
        "<p><s>Old.</s></p>",
        '<p class="note draft">Old.</p>',
        '<p id="old">Old.</p>',
        "<!-- <p>Old.</p> -->",
        "<select><option>Old.</option></select>",
    ],
)
def test_what_a_browser_does_not_show_or_shows_around_the_text_is_left_out(hidden: str) -> None:
    rules = "/* p */ .draft, p#old { color: red; display : none } @media print { .shown{display:none} }"

    assert read(
        f'<html><head><style>{rules}</style></head><body>{hidden}<p class="shown">Text.</p></body>'
    ) == [("paragraph", "Text.")]


def test_the_title_in_a_banner_is_read() -> None:
    assert read("<body><header><h1>Policy</h1><p>Menu</p></header><p>Text.</p>") == [
        ("heading", "Policy"),
        ("paragraph", "Text."),
    ]


def test_a_head_without_an_end_hides_nothing_of_the_body() -> None:
    assert read("<html><head><meta charset=utf-8><title>T</title><body><p>Text.") == [("paragraph", "Text.")]


@pytest.mark.parametrize(
    "mark",
    [
        '<a href="#fn1"><sup>1</sup></a>',
        '<sup><a href="#_ftn1">[1]</a></sup>',
        '<a role="doc-noteref" href="#n">*</a>',
    ],
)
def test_the_number_of_a_note_does_not_stick_to_a_word(mark: str) -> None:
    assert read(f"<p>Approved{mark} in May.</p>") == [("paragraph", "Approved in May.")]


def test_a_break_is_a_space_two_are_a_paragraph_and_one_before_a_bullet_an_item() -> None:
    assert read("<p>Head of<br>communications<br> <br>decides:<br>- names<br>- places</p>") == [
        ("paragraph", "Head of communications"),
        ("paragraph", "decides:"),
        ("item", "names"),
        ("item", "places"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<p>Réseaux agréés</p>".encode(),
        b"\xef\xbb\xbf<p>R\xc3\xa9seaux agr\xc3\xa9\xc3\xa9s</p>",
        "<p>Réseaux agréés</p>".encode("cp1252"),
        '<meta content="text/html; charset=iso-8859-1"><p>Réseaux agréés</p>'.encode("latin-1"),
        b"\xff\xfe" + "<p>Réseaux agréés</p>".encode("utf-16-le"),
        '<meta charset="unknown-8"><p>Réseaux agréés</p>'.encode(),
    ],
    ids=["UTF-8", "mark", "Windows", "declared", "UTF-16", "unknown"],
)
def test_letters_are_right_in_every_usual_encoding(data: bytes) -> None:
    assert facts(html_text.read(data)) == [("paragraph", "Réseaux agréés")]


def test_an_end_that_was_never_begun_ends_nothing() -> None:
    assert read("<div><p>One</span> paragraph.</p></section><p>Two</div>") == [
        ("paragraph", "One paragraph."),
        ("paragraph", "Two"),
    ]


REFERS = '<h2>Access</h2><p>Ask<sup id="r1"><a href="#n1">1</a></sup> first.</p><h2>Rules</h2><p>Be kind.</p>'
BODY = [("heading", "Access"), ("paragraph", "Ask first."), ("heading", "Rules"), ("paragraph", "Be kind.")]


@pytest.mark.parametrize(
    "notes",
    [
        '<section class="footnotes"><ol><li id="n1"><p>The officer.</p></li></ol></section>',
        '<div role="doc-endnotes"><ol><li><p>The officer. <a href="#r1">↩︎</a></p></ol></div>',
        '<aside role="doc-footnote" id="n1">The officer.</aside>',
        '<ol><li><p>The officer. <a href="#r1">^</a></p></li></ol>',
        '<p class="MsoFootnoteText"><a href="#r1" name="n1">[1]</a> The officer.</p>',
        '<div style="mso-element:footnote" id=ftn1><p><a href="#r1">[1]</a> The officer.</p></div>',
    ],
)
def test_a_note_stands_after_what_refers_to_it(notes: str) -> None:
    assert read(REFERS + notes) == [*BODY[:2], ("note", "The officer."), *BODY[2:]]


@pytest.mark.parametrize("note", ['<span class="footnote">', '<span role="doc-footnote">'])
def test_a_note_within_a_sentence_follows_its_paragraph(note: str) -> None:
    assert read(f"<p>Ask{note}The <b>officer</b>.</span> first.</p><p>Be kind.</p>") == [
        ("paragraph", "Ask first."),
        ("note", "The officer."),
        ("paragraph", "Be kind."),
    ]


def test_all_paragraphs_of_a_note_stay_together() -> None:
    notes = (
        '<div class="footnotes"><ol><li id="n1"><p>The officer.</p><p>Or the head.</p></ol></div><p>End.</p>'
    )

    assert read(REFERS + notes) == [
        *BODY[:2],
        ("note", "The officer."),
        ("note", "Or the head."),
        *BODY[2:],
        ("paragraph", "End."),
    ]


def test_a_note_that_nothing_refers_to_stays_without_a_heading() -> None:
    assert read('<h2>Rules</h2><section class="footnotes"><p>The officer.</p></section>') == [
        ("heading", "Rules"),
        ("endnote", "The officer."),
    ]


def test_a_section_that_a_number_leads_to_is_no_note() -> None:
    page = (
        '<p>See section <a href="#s2" id="t2">2</a></p>'
        '<li id="s2"><h2><a href="#t2">2</a> Rules</h2><p>Ask.</p>'
    )

    assert read(page) == [("paragraph", "See section"), ("heading", "Rules"), ("item", "Ask.")]


def test_notes_that_refer_to_each_other_stay_where_they_are() -> None:
    notes = (
        '<aside role="doc-footnote" id="n1">One. <a href="#n2" id="r2">2</a></aside>'
        '<aside role="doc-footnote" id="n2">Two. <a href="#n1" id="r1">1</a></aside>'
    )

    assert read(f"<p>Text.</p>{notes}") == [("paragraph", "Text."), ("endnote", "One."), ("endnote", "Two.")]
