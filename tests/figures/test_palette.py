import pytest

from app.figures import palette


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [palette.INK, palette.ACCENT, palette.WARNING, palette.GREY_TEXT])
@pytest.mark.parametrize("ground", [palette.PAPER, palette.GREY_BAND])
def test_text_reaches_the_contrast_of_wcag_aa(colour: str, ground: str) -> None:
    assert _contrast(colour, ground) >= 4.5


def test_lines_that_carry_meaning_stand_out_from_paper() -> None:
    assert _contrast(palette.GREY_MARK, palette.PAPER) >= 3


def test_a_dark_tag_and_a_light_one_differ_in_greyscale() -> None:
    assert _contrast(palette.INK, palette.ACCENT_TINT) >= 7
