"""The application as the trial serves it: without the limits of a minute, which hide what is behind them.

With ``API_FUZZ_MARKS=right`` every mark in If-Match counts as that of the present state, so that changes are
made and not only refused.
"""

import os

from app import create_app
from app.web.api import answers, plan
from app.web.request import rate_limits
from app.web.request.rate_limits import Limit

_NEVER = 10**9

for name in ("CODE", "IMPORT", "PDF", "FIRST_PDF"):
    setattr(rate_limits, name, Limit(getattr(rate_limits, name).name, _NEVER, _NEVER))
if os.environ.get("API_FUZZ_MARKS") == "right":
    for resource in (answers, plan):
        vars(resource)["require_state"] = lambda state, present: None
app = create_app()
