"""The files of a questionnaire, read from its folder."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.catalogue.faults import Fault
from app.catalogue.file_names import AFTER_DOMAINS, DOMAINS, NAME_PATTERN, POLICY_FOLDERS, QUESTIONNAIRE

# Every file of clauses and cues is read: no list names them.
_POLICY_FILE = re.compile(rf"(?:{'|'.join(POLICY_FOLDERS)})/{NAME_PATTERN}\.toml")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """One file that is valid TOML, named relative to the questionnaire's folder."""

    path: str
    content: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class QuestionnaireFiles:
    """The files of a questionnaire in reading order, and the faults of files that could not be read."""

    files: tuple[TomlFile, ...]
    faults: tuple[Fault, ...]

    @property
    def domain_files(self) -> tuple[TomlFile, ...]:
        """Return the files of the domains, in questionnaire order."""
        return self.in_folder(DOMAINS)

    def in_folder(self, folder: str) -> tuple[TomlFile, ...]:
        """Return the files of a folder, in reading order."""
        return tuple(file for file in self.files if file.path.startswith(f"{folder}/"))


def read(folder: Path) -> QuestionnaireFiles:
    """Read the files that the questionnaire names; a missing, unreadable or unlisted file is a fault."""
    first = _read(folder, QUESTIONNAIRE)
    listed = _domain_files(first)
    present = _present(folder)
    domains = [file for file in present if file.startswith(f"{DOMAINS}/")] if listed is None else listed
    named = (*domains, *AFTER_DOMAINS, *(file for file in present if _POLICY_FILE.fullmatch(file)))
    everything = [first, *(_read(folder, file) for file in named)]
    unreadable = (each for each in everything if isinstance(each, Fault))
    unlisted = _unlisted(present, (QUESTIONNAIRE, *named))
    return QuestionnaireFiles(
        files=tuple(each for each in everything if isinstance(each, TomlFile)),
        faults=(*unreadable, *unlisted),
    )


def _read(folder: Path, file: str) -> TomlFile | Fault:
    try:
        return TomlFile(file, tomllib.loads((folder / file).read_bytes().decode("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return Fault(file, "", "is missing")
    except OSError as error:
        return Fault(file, "", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return Fault(file, "", f"is not UTF-8 text (at byte {error.start + 1})")
    except (
        ValueError,
        RecursionError,
    ) as error:  # tomllib leaves numbers too long and tables too deep to Python
        return Fault(file, "", f"is not valid TOML: {error}")


def _domain_files(questionnaire: TomlFile | Fault) -> list[str] | None:
    names = questionnaire.content.get("domains") if isinstance(questionnaire, TomlFile) else None
    if not isinstance(names, list):
        return None
    # A name of another form could lead out of the folder; the check of the list refuses it.
    sound = [name for name in names if isinstance(name, str) and re.fullmatch(NAME_PATTERN, name)]
    return [f"{DOMAINS}/{name}.toml" for name in dict.fromkeys(sound)]


def _present(folder: Path) -> list[str]:
    # Editors and file managers leave files whose names begin with a dot.
    folders = (DOMAINS, *POLICY_FOLDERS)
    files = [*folder.glob("*.toml"), *(file for name in folders for file in (folder / name).glob("*"))]
    return sorted(file.relative_to(folder).as_posix() for file in files if not file.name.startswith("."))


def _unlisted(present: Iterable[str], named: Iterable[str]) -> tuple[Fault, ...]:
    reason = f"is not part of the questionnaire; {QUESTIONNAIRE} does not list it"
    return tuple(Fault(file, "", reason) for file in present if file not in set(named))
