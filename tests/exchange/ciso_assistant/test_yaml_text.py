from datetime import date

import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.ciso_assistant.yaml_text import write_yaml

SCALARS = st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.booleans() | st.dates()
NAMES = st.from_regex(r"[a-z_]{1,8}x", fullmatch=True)


@given(
    st.dictionaries(
        NAMES,
        st.recursive(
            SCALARS,
            lambda each: (
                st.lists(SCALARS | st.dictionaries(NAMES, each, min_size=1, max_size=3))
                | st.dictionaries(NAMES, each, min_size=1, max_size=3)
            ),
            max_leaves=6,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_a_reader_of_yaml_finds_the_same_object(content: dict[str, object]) -> None:
    assert yaml.safe_load(write_yaml(content)) == content


def test_what_yaml_takes_for_something_else_stays_text() -> None:
    texts = [
        "no",
        "1.0",
        "null",
        "2026-11-30",
        "- a",
        "a: b",
        "#",
        "'",
        '"',
        "\\",
        "a\nb",
        " a ",
        "\u2028\x85\ufeff",
        "",
    ]

    assert yaml.safe_load(write_yaml({"texts": texts, "day": date(2026, 11, 30)})) == {
        "texts": texts,
        "day": date(2026, 11, 30),
    }
