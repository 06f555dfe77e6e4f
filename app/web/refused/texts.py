"""The titles and texts of the error pages, by status."""

from app.translations import N_

TITLES = {
    400: N_("Your browser sent something that cannot be read"),
    403: N_("This form was sent from another site"),
    404: N_("Page not found"),
    405: N_("This page cannot be used that way"),
    413: N_("What you sent is too large"),
    429: N_("Too much at once"),
    503: N_("The service is not available at the moment"),
}
BODIES = {
    400: N_("Go back and try again. What was saved before is still there."),
    403: N_("Nothing was changed. Open the page on this site, and send the form from there."),
    404: N_("Check the address. If a link on this site brought you here, tell the operator of this service."),
    405: N_("Go back to the page you came from and use its buttons."),
    413: N_("This page takes at most %(limit)s MB. Go back in your browser: what you typed is still there."),
    429: N_("Too many requests within a minute. Try again in a minute."),
    503: N_("What was saved before is still there. Try again in half a minute."),
}
OTHER_TITLE = N_("Something went wrong on our side")
OTHER_BODY = N_("What was saved before is still there. Go back and try again in a moment.")

# On pages that keep what was typed.
NOT_SAVED = N_(
    "What you sent was not saved, but nothing you typed is lost: this page keeps it. Wait half a minute, "
    "then press the button. If this page comes back, wait a little longer."
)
PAUSED = N_(
    "Too many requests within a minute. Nothing you typed is lost: this page keeps it. "
    "Wait a minute, then press the button."
)
NO_FILE = N_("Your file was not read, and this page cannot keep it. Choose it again in a minute.")
