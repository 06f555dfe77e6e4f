import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from app.config import ROOT
from app.typesetting.text import fonts
from app.typesetting.text.arabic import join_letters

_FOLDER = ROOT / "app" / "typesetting" / "fonts"
_FACES = sorted(_FOLDER.glob("*.ttf"))

_LATIN_ALONE = """
from app.typesetting.text import fonts
from tests.report.documents import pdf
pdf("capella", "quick", "fr")
print(sorted(fonts._LOADED))
"""


@pytest.mark.parametrize("face", _FACES, ids=lambda path: path.name)
def test_every_font_is_the_one_that_the_readme_names(face: object) -> None:
    readme = (_FOLDER / "README.md").read_text("utf-8")

    content = (_FOLDER / str(face)).read_bytes()

    assert f"`{sha256(content).hexdigest()}`" in readme
    assert f"| {len(content)} |" in readme


def test_every_licence_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"`(LICENSE[^`]*)`", (_FOLDER / "README.md").read_text("utf-8")))

    assert len(named) == 5
    assert named == {path.name for path in _FOLDER.glob("LICENSE*")}


def test_both_weights_have_the_same_characters() -> None:
    for regular, strong in (
        (fonts.REGULAR, fonts.STRONG),
        ("Noto Sans Arabic", "Noto Sans Arabic SemiBold"),
        ("Noto Sans Hebrew", "Noto Sans Hebrew SemiBold"),
    ):
        assert set(fonts.load_font(regular).face.charToGlyph) == set(fonts.load_font(strong).face.charToGlyph)


def test_a_document_in_latin_script_loads_no_other_font() -> None:
    run = subprocess.run(  # noqa: S603  # our own interpreter and words
        [sys.executable, "-c", _LATIN_ALONE], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "['Source Sans 3', 'Source Sans 3 Semibold']"


def test_threads_load_a_font_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(fonts.load_font, ["Droid Sans Fallback"] * 16))

    assert len({id(each) for each in read}) == 1


@pytest.mark.parametrize(
    "reach",
    [
        range(0x20, 0x7F),
        range(0xA0, 0x250),
        range(0x1EA0, 0x1EFA),  # Vietnamese
        range(0x400, 0x526),
        range(0x5D0, 0x5EB),
        range(0x620, 0x700),
        range(0x3041, 0x3095),
        range(0x30A1, 0x30F7),
        range(0x4E00, 0x9FA6),
        range(0xAC00, 0xD7A4),
    ],
)
def test_every_supported_script_has_its_glyphs(reach: range) -> None:
    assigned = [chr(code) for code in reach if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn")]

    assert [each for each in assigned if not fonts.has_glyph(each)] == []


def test_every_form_of_an_arabic_letter_has_a_glyph() -> None:
    letters = [chr(code) for code in range(0x620, 0x6D4) if unicodedata.category(chr(code)) == "Lo"]
    forms = {form for each in letters for form in join_letters(f"{each} ب{each}ب {each}ب")}

    assert [form for form in forms if not fonts.has_glyph(form)] == []


def test_a_text_is_split_where_its_font_changes() -> None:
    assert list(fonts.split_by_font("ab שלום, cd 汉", strong=False)) == [
        ("ab ", "Source Sans 3"),
        ("שלום, ", "Noto Sans Hebrew"),
        ("cd ", "Source Sans 3"),
        ("汉", "Droid Sans Fallback"),
    ]


def test_marks_stay_in_the_font_of_their_letter() -> None:
    assert list(fonts.split_by_font("q\u0308ש\u05b8", strong=True)) == [
        ("q\u0308", "Source Sans 3 Semibold"),
        ("ש\u05b8", "Noto Sans Hebrew SemiBold"),
    ]


def test_the_bounds_of_a_glyph_are_those_of_its_ink() -> None:
    left, bottom, right, top = fonts.glyph_bounds("l", fonts.REGULAR) or (0, 0, 0, 0)

    assert 0 < left < right < fonts.string_width("l", fonts.REGULAR, 1000)
    assert -20 < bottom <= 0 < 650 < top
    assert fonts.glyph_bounds(" ", fonts.REGULAR) is None
