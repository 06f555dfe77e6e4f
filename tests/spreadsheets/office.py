"""LibreOffice without a window: it opens a file, a macro edits it as a person does, and it is saved."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from app.exchange.plan_files.columns import COLUMNS
from tests.spreadsheets.sixty import Edits

PROGRAM = "soffice"
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "csv": "Text - txt - csv (StarCalc)"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {kind}:{what} PUBLIC'
    ' "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{what}.dtd">\n'
)
_OOO = 'xmlns:{kind}="http://openoffice.org/2000/{kind}"'
_SECONDS = 120

# The macro’s own procedures: find the row of an action by its id, whatever the row is by now.
_PROCEDURES = """
Dim sheet As Object
Dim document As Object
Function RowOf(id As String) As Long
  Dim i As Long
  For i = 1 To 400
    If sheet.getCellByPosition(%(id)d, i).String = id Then
      RowOf = i
      Exit Function
    End If
  Next
  Error 1
End Function
Sub PutText(id As String, column As Long, text As String)
  sheet.getCellByPosition(column, RowOf(id)).setString(text)
End Sub
Sub PutTyped(id As String, column As Long, text As String)
  sheet.getCellByPosition(column, RowOf(id)).FormulaLocal = text
End Sub
"""


class TrialError(Exception):
    """LibreOffice did not do what the trial asked."""


@dataclass(frozen=True)
class Office:
    """A profile of LibreOffice with a locale."""

    profile: Path

    def edit(
        self, file: Path, edits: Edits, saved: Path, options: Mapping[str, str], *, moved: bool = True
    ) -> None:
        """Open a file, edit it, and save it in the kind that the name of the other file ends with.

        ``options`` are those of the filters, for “open” and “save”.
        """
        lines = [
            *_opening(file, options.get("open", "")),
            *_edits(edits, moved=moved),
            *_saving(saved, options.get("save", "")),
        ]
        self._run(["Sub Main", *(f"  {line}" for line in lines), "End Sub"])
        # A sheet that is named by its number is saved under its own name.
        of_sheet = saved.with_name(f"{saved.stem}-Plan{saved.suffix}")
        if of_sheet.exists():
            of_sheet.replace(saved)
        if not saved.exists():
            raise TrialError(f"LibreOffice did not write {saved.name}.")

    def _run(self, macro: list[str]) -> None:
        code = _PROCEDURES % PLACES + "\n".join(macro)
        folder = self.profile / "user/basic/Standard"
        head = _HEAD.format(kind="script", what="module")
        names = 'script:name="Module1" script:language="StarBasic"'
        (folder / "Module1.xba").write_text(
            f"{head}<script:module {_OOO.format(kind='script')} {names}>{escape(code)}</script:module>",
            "utf-8",
        )
        library = 'library:name="Standard" library:readonly="false" library:passwordprotected="false"'
        (folder / "script.xlb").write_text(
            f"{_HEAD.format(kind='library', what='library')}<library:library {_OOO.format(kind='library')}"
            f' {library}><library:element library:name="Module1"/></library:library>',
            "utf-8",
        )
        run(self.profile, "macro:///Standard.Module1.Main")


def run(profile: Path, *arguments: str) -> str:
    """Run LibreOffice to its end, and return what it printed."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise TrialError(f"The trial needs {PROGRAM}: apt-get install libreoffice-calc.")
    found = subprocess.run(
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
        env={**os.environ, "HOME": str(profile.parent)},
    )
    return found.stdout


@contextmanager
def office(locale: str) -> Iterator[Office]:
    """Yield LibreOffice with a locale, for example ``fr-FR``."""
    with TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        # The first start makes the profile, and would throw away a macro.
        run(profile, "--terminate_after_init")
        settings = profile / "user/registrymodifications.xcu"
        item = (
            '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
            f"<value>{locale}</value></prop></item>"
        )
        settings.write_text(
            settings.read_text("utf-8").replace("</oor:items>", f"{item}</oor:items>"), "utf-8"
        )
        yield Office(profile)


def _opening(file: Path, options: str) -> list[str]:
    lines = [
        "Dim opening(2) As New com.sun.star.beans.PropertyValue",
        'opening(0).Name = "Hidden" : opening(0).Value = True',
    ]
    if options:
        lines += [
            f'opening(1).Name = "FilterName" : opening(1).Value = "{FILTERS["csv"]}"',
            f'opening(2).Name = "FilterOptions" : opening(2).Value = "{options}"',
        ]
    return [
        *lines,
        f'document = StarDesktop.loadComponentFromURL("{file.as_uri()}", "_blank", 0, opening())',
        "sheet = document.Sheets.getByIndex(0)",
        'If document.Sheets.hasByName("Plan") Then sheet = document.Sheets.getByName("Plan")',
    ]


def _edits(edits: Edits, *, moved: bool) -> list[str]:
    lines = [
        f"PutText {_basic(id)}, {PLACES[key]}, {_basic(text)}" for (id, key), text in edits.texts.items()
    ]
    lines += [
        f"PutTyped {_basic(id)}, {PLACES[key]}, {_basic(text)}" for (id, key), text in edits.typed.items()
    ]
    lines += [
        f"PutTyped {_basic(id)}, {PLACES[key]}, {_basic(day.isoformat())}"
        for (id, key), day in edits.days.items()
    ]
    lines += [f"sheet.Rows.removeByIndex(RowOf({_basic(id)}), 1)" for id in edits.removed]
    last = 61 - len(edits.removed)
    lines += [
        f"sheet.getCellByPosition({PLACES['title']}, {last}).setString({_basic(edits.new_title)})",
        f'sheet.getCellByPosition({PLACES["person"]}, {last}).setString("Ana")',
        "Dim sorting(0) As New com.sun.star.table.TableSortField",
        f"sorting(0).Field = {PLACES['title']} : sorting(0).IsAscending = False",
        "Dim ways(1) As New com.sun.star.beans.PropertyValue",
        'ways(0).Name = "SortFields" : ways(0).Value = sorting()',
        'ways(1).Name = "ContainsHeader" : ways(1).Value = True',
        f"sheet.getCellRangeByPosition(0, 0, {len(COLUMNS) - 1}, {last}).sort(ways())",
    ]
    if moved:
        # The note goes to the right of everything else.
        note = PLACES["note"]
        lines += [
            "Dim target As New com.sun.star.table.CellAddress",
            f"target.Sheet = sheet.RangeAddress.Sheet : target.Column = {len(COLUMNS) + 1} : target.Row = 0",
            f"sheet.moveRange(target, sheet.getCellRangeByPosition({note}, 0, {note}, {last}).RangeAddress)",
        ]
    return lines


def _saving(saved: Path, options: str) -> list[str]:
    return [
        "Dim saving(1) As New com.sun.star.beans.PropertyValue",
        f'saving(0).Name = "FilterName" : saving(0).Value = "{FILTERS[saved.suffix[1:]]}"',
        f'saving(1).Name = "FilterOptions" : saving(1).Value = "{options}"',
        f'document.storeToURL("{saved.as_uri()}", saving())',
        "document.close(True)",
    ]


def _basic(text: str) -> str:
    """Return a text as Basic writes it."""
    lines = ('"' + line.replace('"', '""') + '"' for line in text.split("\n"))
    return " & Chr(10) & ".join(lines)
