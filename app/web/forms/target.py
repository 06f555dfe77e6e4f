"""The form of the target levels, one per domain."""

from functools import cache

from wtforms import StringField

from app.maturity.answers import TARGETS
from app.translations import N_
from app.web.forms.base import VersionedForm, chosen_from

TARGET_CHOICES = tuple(str(int(level)) for level in TARGETS)


class TargetForm(VersionedForm):
    """The fields of the target page; a subclass made from the domains adds them."""

    letters: tuple[str, ...] = ()

    @property
    def targets(self) -> dict[str, int]:
        """Give the chosen level of every domain."""
        return {letter: int(self[f"target-{letter}"].data) for letter in self.letters}


@cache
def target_form(letters: tuple[str, ...]) -> type[TargetForm]:
    """Make the form class of the domains, once."""
    wrong = N_("Choose one of the target levels on the page")
    fields: dict[str, object] = {
        f"target-{x}": StringField(validators=[chosen_from(TARGET_CHOICES, wrong)]) for x in letters
    }
    return type("TargetForm", (TargetForm,), {"letters": letters, **fields})
