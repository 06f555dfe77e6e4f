#!/usr/bin/env bash
# HarfBuzz shapes lam, zero-width joiner (U+200D), alef in two ways:
#   with a font that has no GSUB table it falls back on Unicode's presentation forms, and makes one ligature;
#   with a font whose required-ligature feature (rlig) makes the same ligature of lam and alef, the joiner
#   prevents it, and two joined letters remain.
# The font of the second part is built here with fontTools; Noto Sans Arabic behaves the same.
# Version: uharfbuzz 0.57.0 (HarfBuzz 15.0.0), fontTools 4.68.0, Python 3.11.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check uharfbuzz==0.57.0 fonttools==4.68.0

venv/bin/python - <<'PYTHON'
from io import BytesIO

import uharfbuzz as hb
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

LAM, ALEF, ZWJ = 0x0644, 0x0627, 0x200D
FORMS = {"lam.init": 0xFEDF, "alef.fina": 0xFE8E, "lam_alef": 0xFEFB}
GLYPHS = {".notdef": None, "lam": LAM, "alef": ALEF, "joiner": ZWJ, "space": 0x20} | FORMS
FEATURES = """
languagesystem DFLT dflt;
languagesystem arab dflt;
feature init { sub lam by lam.init; } init;
feature fina { sub alef by alef.fina; } fina;
feature rlig { sub lam.init alef.fina by lam_alef; } rlig;
"""


def font_file(features):
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({code: name for name, code in GLYPHS.items() if code})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in GLYPHS})
    builder.setupHorizontalMetrics({name: (0 if name == "joiner" else 500, 0) for name in GLYPHS})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def shape(font, *characters):
    buffer = hb.Buffer()
    buffer.add_codepoints(list(characters))
    buffer.direction, buffer.script = "rtl", "Arab"
    hb.shape(font, buffer)
    glyphs = (font.glyph_to_string(glyph.codepoint) for glyph in buffer.glyph_infos)
    return sorted(name for name in glyphs if name not in ("space", "joiner"))


print("HarfBuzz", hb.version_string())
fonts = {name: hb.Font(hb.Face(font_file(features))) for name, features in (("no rules", ""), ("rlig", FEATURES))}
results = {}
for name, font in fonts.items():
    results[name] = shape(font, LAM, ALEF), shape(font, LAM, ZWJ, ALEF)
    print(f"{name}: lam alef -> {results[name][0]}, lam ZWJ alef -> {results[name][1]}")

assert results["no rules"] == (["lam_alef"], ["lam_alef"])
assert results["rlig"] == (["lam_alef"], ["alef.fina", "lam.init"])
PYTHON
echo "Shown: HarfBuzz behaves as described."
