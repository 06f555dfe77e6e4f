"""Loading the checked files of clauses and cues as one PolicyBank."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from app.catalogue.checked_table import CheckedTable
from app.catalogue.file_names import CLAUSES, CUES, MEASURED, PLACEHOLDERS, TERMS
from app.catalogue.files import QuestionnaireFiles
from app.maturity.policy.clause import Clause, Placeholder, PolicyBank
from app.maturity.policy.cue import Cue, MeasuredReading, PolicyReading, ReadingKind
from app.maturity.text import LANGUAGES, Language, Text

_KINDS: Mapping[str, ReadingKind] = {"written": "written", "weak": "weak", "none": "none"}

# The list of readings, and that of cues of a reading that stands in another file.
CUE_LISTS = ("reading", "cues")

Value = TypeVar("Value")
_Sets = Mapping[str, Mapping[Language, tuple[str, ...]]]


def load_policy(files: QuestionnaireFiles, practices: Sequence[str]) -> PolicyBank:
    """Return the bank of the files, in the order of the practices; it is empty if there are no files."""
    clauses = [_clause(each) for table in _tables(files, CLAUSES) for each in table.tables("clause")]
    placeholders = (each for table in _tables(files, PLACEHOLDERS) for each in table.tables("placeholder"))
    readings = load_readings(files)
    terms = _terms_file(files)
    return PolicyBank(
        clauses={
            practice: of_practice
            for practice in practices
            if (of_practice := tuple(each for each in clauses if each.practice == practice))
        },
        placeholders=tuple(map(_placeholder, placeholders)),
        readings={practice: readings[practice] for practice in practices if practice in readings},
        denials=_by_language(terms.table("denial").strings) if "denial" in terms else {},
        duties=_by_language(terms.table("duty").strings) if "duty" in terms else {},
        topics=_by_language(terms.table("topic").strings) if "topic" in terms else {},
        measured={
            language: _measured(each)
            for table in _tables(files, MEASURED)
            for language, each in _by_language(table.table("measured").table).items()
        },
    )


def load_readings(files: QuestionnaireFiles) -> dict[str, PolicyReading]:
    """Return the readings of the files by practice, in reading order."""
    sets = {name: _by_language(each.strings) for name, each in _named_sets(_terms_file(files))}
    entries = [each for table in _tables(files, CUES) for key in CUE_LISTS for each in table.tables(key)]
    readings = (_reading(each, entries, sets) for each in entries if "reads" in each)
    return {each.practice: each for each in readings}


def _terms_file(files: QuestionnaireFiles) -> CheckedTable:
    return next(_tables(files, TERMS), CheckedTable({}))


def _tables(files: QuestionnaireFiles, path: str) -> Iterator[CheckedTable]:
    """Yield a file, or the files of a folder."""
    for file in files.files:
        if file.path == path or file.path.startswith(f"{path}/"):
            yield CheckedTable(file.content)


def _by_language(value: Callable[[str], Value]) -> dict[Language, Value]:
    return {language: value(language) for language in LANGUAGES}


def _clause(entry: CheckedTable) -> Clause:
    return Clause(
        id=entry.string("id"),
        practice=entry.string("practice"),
        supports=entry.integer("supports"),
        title=entry.text("title"),
        paragraphs=_pairs(entry.table("text")),
        also=_pairs(entry.table("also")),
        guidance=entry.strings("guidance"),
    )


def _pairs(texts: CheckedTable) -> tuple[Text, ...]:
    return tuple(Text(*pair) for pair in zip(*(texts.strings(each) for each in LANGUAGES), strict=True))


def _placeholder(entry: CheckedTable) -> Placeholder:
    return Placeholder(
        id=entry.string("id"),
        name=entry.text("name"),
        meaning=entry.text("meaning"),
        common=entry.boolean("common"),
    )


def _named_sets(terms: CheckedTable) -> Iterator[tuple[str, CheckedTable]]:
    if sets := terms.optional_table("set"):
        yield from ((name, sets.table(name)) for name in sets.keys)


def _reading(entry: CheckedTable, entries: Iterable[CheckedTable], sets: _Sets) -> PolicyReading:
    practice = entry.string("practice")
    of_practice = [each for each in entries if each.string("practice") == practice]
    return PolicyReading(
        practice=practice,
        kind=_KINDS[entry.string("reads")],
        alone=entry.integer("alone"),
        confirmed=entry.integer("confirmed"),
        confirm=entry.optional_text("confirm"),
        why=entry.optional_text("why"),
        two_matters=entry.boolean("two_matters"),
        cues=tuple(
            _cue(cue, f"{practice}-{language}-{number}", language, sets)
            for language in LANGUAGES
            for number, cue in enumerate(
                (cue for each in of_practice for cue in each.tables(language)), start=1
            )
        ),
    )


def _cue(entry: CheckedTable, id: str, language: Language, sets: _Sets) -> Cue:
    return Cue(
        id=id,
        language=language,
        groups=tuple(tuple(_terms(group, language, sets)) for group in entry.lists("all")),
        within=entry.integer("within") if "within" in entry else None,
        vetoes=tuple(_terms(entry.strings("not"), language, sets)),
        hits=entry.string("hits"),
        misses=entry.string("misses"),
        under=tuple(_terms(entry.strings("under"), language, sets)),
        matter=entry.optional_string("matter"),
    )


def _terms(group: Iterable[str], language: Language, sets: _Sets) -> Iterator[str]:
    for term in group:
        yield from sets[term[1:]][language] if term.startswith("$") else (term,)


def _measured(entry: CheckedTable) -> MeasuredReading:
    return MeasuredReading(
        **{name: entry.integer(name) for name in ("texts", "shown", "right", "marked", "found")}
    )
