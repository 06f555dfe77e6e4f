import pytest

from app.typesetting.tagged.tags import Tag


@pytest.mark.parametrize("kind", ["Absatz", "p", "H4", ""])
def test_a_kind_that_is_not_standard_is_refused(kind: str) -> None:
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
def test_figures_headers_and_notes_without_their_properties_are_refused(
    incomplete: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match="lacks"):
        Tag(**incomplete)  # type: ignore[arg-type]  # each case gives its own properties
