import pytest

from app.typesetting.tagged.tags import Tag


@pytest.mark.parametrize("kind", ["Absatz", "p", "H4", ""])
def test_a_kind_that_is_no_standard_one_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="standard"):
        Tag(kind)


@pytest.mark.parametrize(
    "incomplete",
    [
        {"kind": "Figure", "box": (0, 0, 1, 1)},
        {"kind": "Figure", "alternative": "A"},
        {"kind": "TH"},
        {"kind": "Note"},
    ],
)
def test_a_figure_a_header_and_a_note_must_say_what_they_are(incomplete: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="lacks"):
        Tag(**incomplete)  # type: ignore[arg-type]  # each case gives its own properties
