"""What the house is held to that no tool checks."""

import importlib
import re

import app.maturity
from app.config import ROOT

LONGEST = 250
REFUSED = {"utils", "util", "helpers", "helper", "common", "misc"}
OURS = [
    path
    for folder in ("app", "tests", "bench")
    for kind in ("*.py", "*.html", "*.css", "*.js")
    for path in (ROOT / folder).rglob(kind)
    if "vendor" not in path.parts and "__pycache__" not in path.parts
]


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in OURS}

    assert len(lengths) > 100
    assert not {path: length for path, length in lengths.items() if length > LONGEST}


def test_no_file_is_a_drawer_without_a_name() -> None:
    assert not [path for path in OURS if REFUSED & {path.stem, *path.parts}]


def test_every_term_of_the_glossary_is_a_name_of_the_core() -> None:
    terms = re.findall(r"^([A-Z]\w+):", app.maturity.__doc__ or "", re.MULTILINE)
    modules = [
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for path in (ROOT / "app" / "maturity").rglob("*.py")
        if path.stem != "__init__"
    ]
    names = {name.lower() for module in modules for name in vars(module)}
    fields = {field for module in modules for kind in vars(module).values() for field in dir(kind)}

    assert len(terms) > 12
    assert [term for term in terms if not any(name.startswith(term.lower()) for name in names | fields)] == []
