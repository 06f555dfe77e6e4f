"""Faults to put into a copy of the sound questionnaire."""

from dataclasses import dataclass
from pathlib import Path

from app.catalogue.check import check

QUESTIONNAIRES = Path(__file__).parents[1] / "questionnaires"

MAIN = "questionnaire.toml"
HARBOUR = "domains/harbour.toml"
GARDEN = "domains/garden.toml"
OPINIONS = "opinions.toml"
SURVEY = "survey-2012.toml"
GUIDANCE = "guidance.toml"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A fault: in a file the first occurrence of ``old`` becomes ``new``."""

    file: str
    old: str
    new: str

    def apply(self, folder: Path) -> None:
        """Make the change in a questionnaire's folder."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")


def check_faults(folder: Path) -> list[tuple[str, str]]:
    """Return the file and key of every fault that the check finds."""
    return [(fault.file, fault.key) for fault in check(folder)]


def only_reason(folder: Path) -> str:
    """Return the reason of the only fault that the check finds."""
    (fault,) = check(folder)
    return fault.reason
