"""The pages of model clauses and of reading a policy, in every state."""

from tests.browser.places.page_state import PageState

_TYPED = ("words-en-deputy", "Ours")

OF_THE_POLICY = (
    PageState("clauses", "policy/clauses", whose="whole"),
    PageState(
        "clauses-422",
        "policy/clauses",
        422,
        (("words-en-deputy", "x" * 121), ("version", "x")),
        "begun",
        "/policy/clauses",
    ),
    PageState("clauses-409", "policy/clauses", 409, (_TYPED, ("version", "7")), "whole", "/policy/clauses"),
    PageState("clauses-none-chosen", "files/amendments.odt?lang=de", 422, whose="whole"),
    PageState("clauses-viewer", "policy/clauses", whose="read"),
)
