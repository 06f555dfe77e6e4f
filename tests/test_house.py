"""Rules of the code’s layout and language that no other tool checks."""

import ast
import importlib
import re
import shutil
import subprocess
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import app.maturity
from app.config import ROOT

LONGEST = 250
MOST_FILES = 20
LONGEST_TEMPLATE_LINE = 160
REFUSED = {"utils", "util", "helpers", "helper", "common", "misc"}
QUAINT = re.compile(r"\b(whoever|anew|nought|of ours|told of|knocked at)\b", re.IGNORECASE)
TRANSLATED = {"_", "N_"}
# Comments of templates, style sheets and scripts.
COMMENT = re.compile(r"\{#[\s\S]*?#\}|/\*[\s\S]*?\*/|//.*")
# The method’s pages are read by users; the interface’s words are not those of its code.
PROSE = [
    path
    for pattern in (
        "*.md",
        "Makefile",
        "*.toml",
        "*.in",
        "*.conf.py",
        "docs/**/*.md",
        "docs/deploy/*",
        "app/**/README.md",
    )
    for path in ROOT.glob(pattern)
    if path.name not in ("method.md", "method.fr.md")
]
OURS = [
    path
    for folder in ("app", "tests", "bench")
    for kind in ("*.py", "*.html", "*.css", "*.js")
    for path in (ROOT / folder).rglob(kind)
    if "vendor" not in path.parts and "__pycache__" not in path.parts
]
# The cues of one practice may stand in several files; other files of a questionnaire are one text each.
CUES = list(ROOT.glob("questionnaires/*/cues/*.toml"))


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in [*OURS, *CUES]
    }

    assert len(CUES) > 20
    assert len(lengths) > 100
    assert not {path: length for path, length in lengths.items() if length > LONGEST}


def python_files(*folders: str) -> list[Path]:
    """Return the Python files of some folders of the repository."""
    return [path for path in OURS if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders]


def test_no_folder_but_that_of_tagged_pdfs_holds_more_than_20_python_files() -> None:
    sizes = Counter(path.parent.relative_to(ROOT).as_posix() for path in python_files("app", "tests"))

    assert len(sizes) > 40
    assert not {
        folder: size for folder, size in sizes.items() if size > MOST_FILES and "/tagged" not in folder
    }


def test_no_class_name_is_defined_twice() -> None:
    trees = [ast.parse(path.read_text("utf-8")) for path in python_files("app")]
    names = Counter(node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))

    assert len(names) > 200
    assert [name for name, count in names.items() if count > 1] == []


def test_only_the_clock_reads_the_time() -> None:
    readers = re.compile(
        r"\bdatetime\.(?:now|today|utcnow)\(|\bdate\.today\(|\btime\.(?:time|localtime|gmtime)\("
    )
    modules = python_files("app")

    assert [path.name for path in modules if readers.search(path.read_text("utf-8"))] == ["clock.py"]


def test_every_path_of_the_slow_tests_exists() -> None:
    make = shutil.which("make")
    assert make, "the Makefile needs make"

    command = [make, "--no-print-directory", "--eval", "slow: ; @echo $(SLOW)", "slow"]
    slow = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603  a fixed command

    assert len(slow) > 5
    assert [path for path in slow if not (ROOT / path).exists()] == []


def test_no_line_of_a_template_is_longer_than_160_columns() -> None:
    templates = [path for path in OURS if path.suffix == ".html"]

    long_lines = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in templates
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_TEMPLATE_LINE
    ]

    assert len(templates) > 50
    assert not long_lines


def test_every_exception_to_a_tool_has_its_reason_on_its_line() -> None:
    bare = re.compile(r"# (?:noqa|type: ignore)(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[a-z, -]+\])?\s*$")

    lines = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in python_files("app", "tests", "bench")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert lines == []


def docstrings(tree: ast.Module) -> Iterator[str]:
    """Yield the docstring of a module and of every class and function in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def is_translated(node: ast.AST) -> bool:
    """Return whether a node marks a sentence for translation: such a sentence is shown to users."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in TRANSLATED


def untranslated_strings(node: ast.AST) -> Iterator[str]:
    """Yield every string of a syntax tree that is not a sentence of the interface."""
    if is_translated(node):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from untranslated_strings(child)


def texts_for_people_at_work(path: Path) -> Iterator[str]:
    """Yield a file’s comments, its docstrings and, outside the tests, its messages."""
    if path.suffix != ".py":
        yield from COMMENT.findall(path.read_text("utf-8"))
        return
    with path.open("rb") as file:
        tokens = list(tokenize.tokenize(file.readline))
    yield " ".join(each.string.lstrip("# ") for each in tokens if each.type == tokenize.COMMENT)
    tree = ast.parse(path.read_text("utf-8"))
    is_test = path.relative_to(ROOT).parts[0] == "tests"
    yield from docstrings(tree) if is_test else untranslated_strings(tree)


def test_no_quaint_word_is_in_comments_docstrings_messages_or_documentation() -> None:
    texts = [(path, path.read_text("utf-8")) for path in PROSE]
    texts += [(path, text) for path in OURS for text in texts_for_people_at_work(path)]

    quaint = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path, text in texts
        for found in QUAINT.finditer(" ".join(text.split()))
    ]
    assert len(PROSE) > 30
    assert len(texts) > 5000
    assert quaint == []


def test_no_docstring_begins_with_give_say_or_tell() -> None:
    trees = [(path, ast.parse(path.read_text("utf-8"))) for path in python_files("app", "tests", "bench")]

    quaint = [
        f"{path.relative_to(ROOT)}: {text.splitlines()[0]}"
        for path, tree in trees
        for text in docstrings(tree)
        if text.startswith(("Give ", "Say ", "Tell "))
    ]
    assert quaint == []


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
