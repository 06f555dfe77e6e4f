"""Change a plan of sixty actions in real spreadsheets and read what comes back: ``make edited``."""

import csv
import io
import json
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from app.exchange.plan_files import plan_csv, plan_ods
from app.exchange.plan_import import edited_plan
from app.exchange.plan_import.cell_faults import PlanFileError
from app.exchange.workbook import workbook_xlsx
from app.exchange.workbook.workbook_xlsx import WorkbookContent
from app.maturity.text import LANGUAGES, Language
from app.translations import translator
from app.translations.wording import Wording
from tests.figures.cast import card, questionnaire
from tests.spreadsheets.office import PLACES, TrialError, office, run
from tests.spreadsheets.sixty import at_revision_of, edits, expected, plan

TODAY = date(2026, 11, 30)
MADE_ON = date(2026, 11, 1)
OPENPYXL = "openpyxl==3.1.5"
LOCALES: dict[Language, str] = {"en": "en-GB", "fr": "fr-FR"}
# The options of LibreOffice’s filter for CSV: separator, quotation mark, letters, first row, columns,
# language, quoted cells, numbers as shown. 76 is UTF-8, 1 Windows’ letters of western Europe. With no window
# no sheet is the one that a person looks at, so the sheet of the plan is named in the last place, by number.
OPEN_CSV: dict[Language, str] = {"en": "44,34,76,1,,2057,false,false", "fr": "59,34,76,1,,1036,false,false"}
SAVE_CSV: dict[Language, str] = {
    "en": "44,34,76,1,,0,false,true,false,false,false",
    "fr": "59,34,1,1,,0,false,true,false,false,false",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One way of a file: what it is called in the output, its language, and how it is made."""

    name: str
    language: Language
    make: Callable[[Path], bytes]


def main() -> int:
    """Run every way, print what is wrong, and return how the trial ended."""
    sound = True
    try:
        with TemporaryDirectory() as folder:
            print(run(Path(folder) / "profile", "--version").strip(), "/", OPENPYXL)
            for case in cases(Path(folder)):
                wrong = differences(case, Path(folder))
                print(f"{'ok   ' if not wrong else 'WRONG'} {case.name}, {case.language}")
                for each in wrong:
                    print(f"      {each}")
                sound = sound and not wrong
    except TrialError as error:
        print(error)
        return 2
    return 0 if sound else 1


def cases(folder: Path) -> Iterator[Case]:
    """Yield every way of a file in both languages."""
    python = _python_with_openpyxl(folder)
    for language in LANGUAGES:
        for source in ("workbook.xlsx", "plan.ods"):
            for kind in ("xlsx", "ods"):
                yield Case(f"{source} → LibreOffice → {kind}", language, _office(source, kind, language))
        yield Case("plan.csv → LibreOffice → csv", language, _office("plan.csv", "csv", language))
        yield Case("workbook.xlsx → LibreOffice → csv", language, _office("workbook.xlsx", "csv", language))
        yield Case("plan.csv → LibreOffice → xlsx", language, _office("plan.csv", "xlsx", language))
        yield Case("workbook.xlsx → openpyxl", language, _openpyxl(python, language))
        for day_form in ("%d/%m/%Y", "%m/%d/%Y") if language == "en" else ("%d/%m/%Y", "%d.%m.%Y"):
            yield Case(f"csv with days as {day_form}", language, _as_locale(language, day_form))


def differences(case: Case, folder: Path) -> list[str]:
    """Return how what is read differs from what was changed, beside the plan as it was and as it is since."""
    content = case.make(folder)
    try:
        found = edited_plan.read(content, plan(), case.language, TODAY)
    except PlanFileError as error:
        return [error.fault.text(str)]
    wrong = [fault.text(str) for fault in found.faults]
    changed = {
        change.before.id if change.before else "": {
            name: getattr(change.after, name) for name in change.changed_fields
        }
        for change in found.changes
    }
    wanted = expected(case.language)
    for id in sorted({*changed, *wanted}):
        if changed.get(id) != wanted.get(id):
            wrong.append(f"{id or 'new'}: {changed.get(id)} instead of {wanted.get(id)}")
    outdated = edited_plan.read(content, at_revision_of(plan(), 1), case.language, TODAY)
    if any(change.before and not change.is_outdated for change in outdated.changes):
        wrong.append("a plan that was changed since would be overwritten")
    return wrong


def _written(name: str, language: Language) -> bytes:
    wording = Wording(language, translator(language), questionnaire())
    if name == "plan.csv":
        return plan_csv.write(plan(), wording)
    if name == "plan.ods":
        return plan_ods.write(plan(), wording, MADE_ON)
    return workbook_xlsx.write(WorkbookContent(card("bellatrix"), MADE_ON, plan()), wording)


def _office(source: str, kind: str, language: Language) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        file, saved = folder / source, folder / f"saved.{kind}"
        saved.unlink(missing_ok=True)
        file.write_bytes(_written(source, language))
        sheet = 2 if source == "workbook.xlsx" else 0
        options = {"save": f"{SAVE_CSV[language]},{sheet}" if kind == "csv" else ""}
        if source == "plan.csv":
            options["open"] = OPEN_CSV[language]
        with office(LOCALES[language]) as program:
            program.edit(file, edits(language), saved, options, moved=source != "plan.csv")
        return saved.read_bytes()

    return make


def _openpyxl(python: Path, language: Language) -> Callable[[Path], bytes]:
    def make(folder: Path) -> bytes:
        made = edits(language)
        described = {
            "places": PLACES,
            "texts": [[id, key, text] for (id, key), text in made.texts.items()],
            "days": [
                ["a06c4n", "due", "2027-12-15"],
                ["a07c4n", "due", "2028-02-29"],
                *([id, key, day.isoformat()] for (id, key), day in made.days.items()),
            ],
            "removed": made.removed,
            "new_title": made.new_title,
        }
        (folder / "edits.json").write_text(json.dumps(described), "utf-8")
        (folder / "workbook.xlsx").write_bytes(_written("workbook.xlsx", language))
        program = Path(__file__).with_name("openpyxl_edit.py")
        files = ("workbook.xlsx", "edits.json", "saved.xlsx")
        subprocess.run([python, program, *(folder / name for name in files)], check=True)
        return (folder / "saved.xlsx").read_bytes()

    return make


def _as_locale(language: Language, day_form: str) -> Callable[[Path], bytes]:
    """Return the maker of a CSV as a spreadsheet saves it that shows days in a form."""

    def make(folder: Path) -> bytes:
        made, separator = edits(language), plan_csv.SEPARATORS[language]
        text = _written("plan.csv", language).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        typed = {("a06c4n", "due"): date(2027, 12, 15), ("a07c4n", "due"): date(2028, 2, 29), **made.days}
        kept = [rows[0]]
        for row in rows[1:]:
            id = row[PLACES["id"]]
            for key in PLACES:
                row[PLACES[key]] = made.texts.get((id, key), row[PLACES[key]])
                if (id, key) in typed:
                    row[PLACES[key]] = typed[id, key].isoformat()
            for key in ("due", "done_on"):
                if row[PLACES[key]]:
                    row[PLACES[key]] = date.fromisoformat(row[PLACES[key]]).strftime(day_form)
            if id not in made.removed:
                kept.append(row)
        kept.append(["", made.new_title, "", "Ana", "", "", "", "", "", ""])
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=separator).writerows(kept)
        return written.getvalue().encode("cp1252" if language == "fr" else "utf-8-sig", "replace")

    return make


def _python_with_openpyxl(folder: Path) -> Path:
    home = folder / "venv"
    venv.create(home, with_pip=True)
    python = home / "bin/python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", OPENPYXL], check=True
    )
    return python


if __name__ == "__main__":
    sys.exit(main())
