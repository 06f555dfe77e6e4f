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
