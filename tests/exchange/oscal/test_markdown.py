"""What was typed is shown as it was typed by a reader of Markdown."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.exchange.oscal.markdown import escape_line, escape_text, one_line
from app.maturity.clean_text import clean
from tests.report.corpus import HOSTILE, MIXED, STRANGE, WRITTEN

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = """# h
+ a
- b
1. c
2) d
> q
    code
\tcode
***
---
===
~~~
```
[a]: b
| a |
|---|
&amp; &#35; \\* a_b_c x^2^ {{ a }} $x$ <b> <http://a.example> ![i](j) *e*"""
TEXTS = [*HOSTILE.values(), *MIXED.values(), *STRANGE.values(), *WRITTEN.values(), MARKUP]


def shown(markdown: str) -> list[str]:
    """Return the paragraphs that a reader shows; anything but paragraphs fails."""
    page = READER.render(markdown)
    assert set(re.findall(r"<(\w+)", page)) <= {"p"}
    return [html.unescape(each) for each in re.findall(r"<p>(.*?)</p>", page, re.DOTALL)]


def typed(text: str) -> list[str]:
    """Return the lines of a text that hold something."""
    return [line for line in map(one_line, text.splitlines()) if line]


@pytest.mark.parametrize("text", TEXTS)
def test_a_typed_text_is_shown_line_by_line_and_is_no_markup(text: str) -> None:
    cleaned = clean(text)

    assert shown(escape_text(cleaned)) == typed(cleaned)


@given(st.text(st.sampled_from("ab1.)#+-=*_`~^|$&<>[](){}\\!:;\"' \n\t\u2028"), max_size=40))
def test_no_mixture_of_marks_is_markup(text: str) -> None:
    assert shown(escape_text(text)) == typed(text)


@given(st.text(max_size=40).map(clean))
def test_a_line_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    line = escape_line(text)

    assert "\n" not in line
    assert line == one_line(line)
    assert len(shown(line)) == bool(line)


def test_a_sentence_without_marks_stays_as_it_is() -> None:
    sentence = "Self-made (2026): “quoted”, 90% done; l’été\u202f!"

    assert escape_line(sentence) == escape_text(sentence) == sentence
