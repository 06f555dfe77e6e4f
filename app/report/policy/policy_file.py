"""The draft policy and the amendment sheet by the ends of their names: for pages and commands alike."""

from collections.abc import Callable, Mapping
from typing import Literal

from app.report.policy.amendments import amendment_sheet
from app.report.policy.draft import draft_policy
from app.report.policy.draft_content import DraftContent
from app.report.policy.draft_document import DraftDocument
from app.report.policy.policy_docx import write_docx
from app.report.policy.policy_odt import write_odt

DraftKind = Literal["policy", "amendments"]
DraftFormat = Literal["docx", "odt"]

_DOCUMENTS: Mapping[DraftKind, Callable[[DraftContent], DraftDocument]] = {
    "policy": draft_policy,
    "amendments": amendment_sheet,
}
_WRITERS: Mapping[DraftFormat, Callable[[DraftDocument], bytes]] = {"docx": write_docx, "odt": write_odt}


def write(content: DraftContent, kind: DraftKind, format: DraftFormat) -> bytes:
    """Write one of the documents; equal content gives equal bytes."""
    return _WRITERS[format](_DOCUMENTS[kind](content))
