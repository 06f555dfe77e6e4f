"""Numbers that pages name, each taken from the module that sets it: templates know them as ``numbers``."""

from collections.abc import Mapping
from types import MappingProxyType

from app.exchange.oscal.entries import OSCAL_VERSION
from app.maturity.answers import COMMENT_LIMIT, DEFAULT_TARGET, TARGETS
from app.maturity.level import Level
from app.maturity.peers.rules import HIGHEST_PUBLISHED, LOWEST_PUBLISHED
from app.maturity.pulse.counting import MINIMUM_SHOWN
from app.maturity.pulse.disclosure import MINIMUM_PEOPLE
from app.maturity.pulse.suggestion import SMALL_STAFF
from app.maturity.recommendation import HORIZONS
from app.maturity.score import COUNT_STEP
from app.maturity.scorecard import BOARD_DECISIONS, EVIDENCE_MONTHS
from app.maturity.scoring import CAPPED_LEVEL, GATE_MINIMUM
from app.storage.sealing import codes
from app.web.request.sealed_cookie import LONG_IDLE_MINUTES, SHORT_IDLE_MINUTES

# The effort of a recommendation is the effort to reach this level.
_EFFORT_LEVEL = Level.APPLIED

PAGE_NUMBERS: Mapping[str, object] = MappingProxyType(
    {
        "comment_limit": COMMENT_LIMIT,
        "code_length": codes.LENGTH,
        "code_groups": codes.LENGTH // codes.GROUP,
        "receipt_length": codes.RECEIPT_LENGTH,
        "receipt_groups": codes.RECEIPT_LENGTH // codes.GROUP,
        "short_idle_minutes": SHORT_IDLE_MINUTES,
        "short_idle_hours": SHORT_IDLE_MINUTES // 60,
        "long_idle_minutes": LONG_IDLE_MINUTES,
        "long_idle_hours": LONG_IDLE_MINUTES // 60,
        "targets": tuple(int(level) for level in TARGETS),
        "default_target": int(DEFAULT_TARGET),
        "effort_level": int(_EFFORT_LEVEL),
        "highest_level": int(max(Level)),
        "gate_minimum": int(GATE_MINIMUM),
        "failing_levels": tuple(int(level) for level in Level if level < GATE_MINIMUM),
        "capped_level": int(CAPPED_LEVEL),
        "evidence_months": EVIDENCE_MONTHS,
        "horizons": HORIZONS,
        "board_decisions": BOARD_DECISIONS,
        "lowest_published": LOWEST_PUBLISHED,
        "highest_published": HIGHEST_PUBLISHED,
        "pulse_minimum": MINIMUM_SHOWN,
        "pulse_step": COUNT_STEP,
        "pulse_small_staff": SMALL_STAFF,
        "oscal_version": OSCAL_VERSION,
        "pulse_further": MINIMUM_PEOPLE,
    }
)
