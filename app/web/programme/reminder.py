"""The text that reminds organisations of a programme, to copy into a mail."""

from app.translations.dates import format_day
from app.web.programme.programme_access import OpenProgramme


def reminder_text(opened: OpenProgramme) -> str:
    """Return a text for every organisation alike: it names none, and holds no link and no code."""
    wording = opened.wording
    _ = wording._
    until = (
        _("Please submit by %(day)s.") % {"day": format_day(opened.days.closes_on, wording.language)}
        if opened.days.closes_on
        else _("Please submit when your assessment is complete.")
    )
    return "\n\n".join(
        (
            _("Subject: your assessment for the programme “%(programme)s”")
            % {"programme": opened.terms.name},
            _("Hello,"),
            _(
                "We have invited your organisation to the programme “%(programme)s”, and sent you a link"
                " or a letter. The page at its address says what we will see of you, before you accept."
            )
            % {"programme": opened.terms.name},
            until,
            _(
                "If you have begun: open your assessment with its code, complete it, and press “Submit to"
                " the programme”. You see exactly what you submit before you submit it. If you no longer"
                " have the link, tell us."
            ),
            *(
                (_("Contact: %(contact)s") % {"contact": opened.terms.contact},)
                if opened.terms.contact
                else ()
            ),
            _("Thank you."),
        )
    )
