"""The tick beside the scorecard that leaves a chapter out; it is part of an address, and changes nothing."""

from flask import request
from wtforms import BooleanField
from wtforms import Form as PlainForm


class LeaveOutForm(PlainForm):
    """What is left out of the scorecard; without a tick it holds everything."""

    leave_out_voices = BooleanField()


def leaves_out_voices() -> bool:
    """Return whether the address asks for the scorecard without independent answers."""
    return bool(LeaveOutForm(request.args).leave_out_voices.data)
