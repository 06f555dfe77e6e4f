"""The pages of model clauses and of reading a policy, in every state."""

from tests.browser.places.page_state import PageState

_TYPED = ("words-en-deputy", "Ours")
_POLICY = (
    "# Approval\n\nThis policy was approved by the board on 3 March 2024. It is reviewed every year.\n\n"
    f"# Accounts\n\nEvery account{'-' + 'name' * 40} must be on the <b>register</b> of accounts.\n"
    "Tout compte officiel doit être inscrit au registre des comptes."
)
_READ = (("text", _POLICY),)

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
    PageState("policy", "policy", whose="begun"),
    PageState("policy-422-file", "policy", 422, whose="begun", file=b"{\\rtf1 text}"),
    PageState("policy-422-text", "policy", 422, (("text", " "),), "begun", "/policy"),
    PageState("policy-read", "policy", 200, _READ, "begun", "/policy"),
    PageState("policy-contributor", "policy", whose="lent"),
    PageState("policy-closed", "policy", whose="closed"),
)
