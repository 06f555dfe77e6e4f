"""invitations.csv: the invited organisations with their states and their links, for the coordinator."""

import csv
import io
from collections.abc import Iterable

from app.exchange.plan_files.cell_text import guard
from app.exchange.plan_files.plan_csv import SEPARATORS
from app.maturity.programme.invitation import IssuedInvitation
from app.maturity.text import N_
from app.translations.programme_words import STATE_NAMES
from app.translations.wording import Wording

# ``labels_csv`` finds the first one again.
_HEADINGS = (N_("Organisation"), N_("State"), N_("Date"), N_("Link"))


def write(invitations: Iterable[IssuedInvitation], wording: Wording) -> bytes:
    """Write a row for each invitation: UTF-8 with the mark that Excel looks for, days as ``2026-10-01``."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=SEPARATORS[wording.language], quoting=csv.QUOTE_ALL)
    rows.writerow([wording._(heading) for heading in _HEADINGS])
    rows.writerows(
        (guard(each.label), wording._(STATE_NAMES[each.state]), each.day.isoformat(), each.address)
        for each in invitations
    )
    return text.getvalue().encode("utf-8-sig")
