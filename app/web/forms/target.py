"""The form of the target levels, one per domain."""

from functools import cache

from wtforms import StringField

from app.maturity.answers import TARGETS, Assessment
from app.translations import N_
from app.web.forms.base import VersionedForm, chosen_from

TARGET_CHOICES = tuple(str(int(level)) for level in TARGETS)


class TargetForm(VersionedForm):
    """The fields of the target page; a subclass made from the domains adds them."""

    letters: tuple[str, ...] = ()

    def targets(self, stored: Assessment) -> dict[str, int]:
        """Give every domain's level: the chosen one where it is sound, else the stored one."""
        chosen = {letter: self[f"target-{letter}"] for letter in self.letters}
        return {
            letter: stored.target(letter) if field.errors else int(field.data)
            for letter, field in chosen.items()
        }


@cache
def target_form(letters: tuple[str, ...]) -> type[TargetForm]:
    """Make the form class of the domains, once."""
    wrong = N_("Choose one of the target levels on the page")
    fields: dict[str, object] = {
        f"target-{x}": StringField(validators=[chosen_from(TARGET_CHOICES, wrong)]) for x in letters
    }
    return type("TargetForm", (TargetForm,), {"letters": letters, **fields})
