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
            _("Subject: %(programme)s: your assessment of social media policy")
            % {"programme": opened.terms.name},
            _("Hello,"),
            _(
                "We have invited you to the programme “%(programme)s”. Your invitation is a link or a letter"
                " that we sent to you. It opens a page that says what we will see of you before you accept."
            )
            % {"programme": opened.terms.name},
            until,
            _(
                "If you have begun: open your assessment with its code, complete it, and press “Submit to the"
                " programme”. You see exactly what leaves before anything is sent. If you have no link any"
                " more, tell us."
            ),
            *(
                (_("Contact: %(contact)s") % {"contact": opened.terms.contact},)
                if opened.terms.contact
                else ()
            ),
            _("Thank you."),
        )
    )
