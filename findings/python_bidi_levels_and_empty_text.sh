#!/usr/bin/env bash
# python-bidi has three surprises for a program that needs more than a reordered string:
#   get_base_level("") raises ValueError, although get_display("") returns "" and the same function of the
#   package's older module bidi.algorithm returns 0.
#   The embedding levels, which no function returns, are only in the text that get_display(..., debug=True)
#   returns instead of the reordered string: one level for each byte of UTF-8, not for each character.
#   bidi.algorithm.get_display raises AssertionError for any directional isolate (U+2066 to U+2069), which are
#   in Unicode since 2013; the get_display of the package accepts them.
# Version: python-bidi 0.6.12, Python 3.11.
# Needs python3 with venv, and pip with access to a package index. Fails if the behaviour has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-bidi==0.6.12

venv/bin/python - <<'PYTHON'
import re

import bidi
import bidi.algorithm

ALEF, BET, RLI, PDI = "\u05d0", "\u05d1", "\u2067", "\u2069"


def result(description, function, *arguments):
    try:
        output = ascii(function(*arguments))
    except (ValueError, AssertionError) as error:
        output = f"{type(error).__name__}: {error}"
    print(f"{description} -> {output}")
    return output


print("Empty text")
assert result("get_display('')", bidi.get_display, "") == "''"
assert result("bidi.algorithm.get_base_level('')", bidi.algorithm.get_base_level, "") == "0"
assert result("get_base_level('')", bidi.get_base_level, "") == "ValueError: Text contains no paragraphs"

print("Levels")
dump = bidi.get_display(f"a{ALEF}", debug=True)
print(dump)
assert re.findall(r"Level\(\s+(\d)", dump[dump.index("levels: [") : dump.index("paragraphs: [")]) == list("011")

print("Isolates")
text = f"a {RLI}{ALEF}{BET}{PDI}"
assert result("get_display of an isolate", bidi.get_display, text) == ascii(f"a {RLI}{BET}{ALEF}{PDI}")
isolate = result("bidi.algorithm.get_display of an isolate", bidi.algorithm.get_display, text)
assert isolate == "AssertionError: RLI not allowed here"
PYTHON
echo "Shown: python-bidi 0.6.12 behaves as described."
