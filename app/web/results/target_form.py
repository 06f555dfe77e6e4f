"""The form of the target levels, one per domain."""

from wtforms import Field, StringField
from wtforms.validators import ValidationError

from app.maturity.answers import TARGETS, Assessment
from app.maturity.questionnaire import Domain
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, Validator, VersionedForm
from app.web.request.language import current
from app.web.request.language import translate as _

TARGET_CHOICES = tuple(str(int(level)) for level in TARGETS)


class TargetForm(VersionedForm):
    """The fields of the target page; a subclass made from the domains adds them."""

    letters: tuple[str, ...] = ()

    def targets(self, stored: Assessment) -> dict[str, int]:
        """Return every domain's level: the chosen one if it is valid, else the stored one."""
        chosen = {letter: self[f"target-{letter}"] for letter in self.letters}
        return {
            letter: stored.target(letter) if field.errors else int(field.data)
            for letter, field in chosen.items()
        }

    @property
    def sent_targets(self) -> dict[str, str]:
        """Return the levels as they were sent, valid or not, of the domains that were sent."""
        values = {letter: self[f"target-{letter}"].raw_data for letter in self.letters}
        return {letter: sent[0] for letter, sent in values.items() if sent}


@wording_cache
def target_form(domains: tuple[Domain, ...]) -> type[TargetForm]:
    """Build the form class of the domains, once."""
    fields: dict[str, object] = {
        f"target-{domain.letter}": StringField(validators=[_one_of_the_targets(domain)]) for domain in domains
    }
    letters = tuple(domain.letter for domain in domains)
    return type("TargetForm", (TargetForm,), {"letters": letters, **fields})


def _one_of_the_targets(domain: Domain) -> Validator:
    def check(form: Form, field: Field) -> None:
        if field.data not in TARGET_CHOICES:
            sentence = _("%(letter)s %(name)s: choose one of the target levels on the page")
            values = {"letter": domain.letter, "name": domain.name.in_(current())}
            raise ValidationError(sentence % values)

    return check
