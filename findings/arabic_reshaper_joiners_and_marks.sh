#!/usr/bin/env bash
# arabic-reshaper, with its default settings, fails on a zero-width joiner (U+200D) before lam and alef:
#   ZWJ lam alef raises IndexError, and after "heh ZWJ" a word that begins with lam and alef loses its ligature.
#   It removes the joiner from the output, then looks for ligatures in the input, where every later index is one
#   too high. "heh ZWJ" is the usual abbreviation of hijri years.
# With delete_harakat off its list of marks differs from Unicode's Joining_Type=Transparent:
#   U+0301 between two letters breaks their joining, and U+06E5, which never joins, does not.
# Version: arabic-reshaper 3.1.0, Python 3.11.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check arabic-reshaper==3.1.0

venv/bin/python - <<'PYTHON'
from unicodedata import category, name

from arabic_reshaper import ArabicReshaper, reshape

HEH, LAM, ALEF, BEH, ZWJ = "\u0647", "\u0644", "\u0627", "\u0628", "\u200d"
LIGATURE_ISOLATED, LIGATURE_FINAL = "\ufefb", "\ufefc"


def result(text, reshape=reshape):
    try:
        output = ascii(reshape(text))
    except IndexError as error:
        output = f"IndexError: {error}"
    print(f"{ascii(text)} -> {output}")
    return output


print("A joiner before lam and alef")
assert result(LAM + ALEF) == ascii(LIGATURE_ISOLATED)
assert result(ZWJ + LAM + ALEF) == "IndexError: list index out of range"  # expected: LIGATURE_FINAL
assert LIGATURE_ISOLATED in reshape(f"{HEH} {LAM}{ALEF}{BEH}{BEH}")
output = result(f"{HEH}{ZWJ} {LAM}{ALEF}{BEH}{BEH}")
assert output == ascii("\ufeeb \ufedf\ufe8e\ufe91\ufe90")  # lam U+FEDF and alef U+FE8E, no ligature

print("Marks, with delete_harakat off")
keeping = ArabicReshaper({"delete_harakat": False}).reshape
initial, final, isolated = "\ufe91", "\ufe90", "\ufe8f"
assert result(f"{BEH}\u064e{BEH}", keeping) == ascii(f"{initial}\u064e{final}")
for mark, output in (
    ("\u0301", f"{isolated}\u0301{isolated}"),  # a nonspacing mark: the letters should join
    ("\u06e5", f"{initial}\u06e5{final}"),  # a modifier letter, Joining_Type=U: the letters should not join
):
    print(f"U+{ord(mark):04X} {name(mark)}, category {category(mark)}:", end=" ")
    assert result(f"{BEH}{mark}{BEH}", keeping) == ascii(output)
PYTHON
echo "Shown: arabic-reshaper 3.1.0 behaves as described."
