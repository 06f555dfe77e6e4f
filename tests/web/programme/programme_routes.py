"""The routes of a programme: those of its coordinator, of everybody, and of an owner of an assessment."""

PUBLIC = "/<any(en, fr):language>"
PROGRAMME = f"{PUBLIC}/programme/<id>"
ORGANISATION = f"{PROGRAMME}/organisations/<invitation>"

BOTH = ("GET", "POST")

# The coordinator alone.
OF_A_PROGRAMME = frozenset(
    {
        *((f"{PROGRAMME}/{name}", "GET") for name in ("", "organisations", "reminder", "side-by-side")),
        *((f"{PROGRAMME}/{name}", method) for name in ("invite", "closing") for method in BOTH),
        (ORGANISATION, "GET"),
        *((f"{ORGANISATION}/withdraw", method) for method in BOTH),
        *((f"{PROGRAMME}/files/{name}", "GET") for name in ("invitations.csv", "letters-<int:part>.pdf")),
        *((f"{PROGRAMME}/files/comparison.{form}", "GET") for form in ("xlsx", "csv", "json")),
        (f"{PROGRAMME}/files/report.pdf", "GET"),
    }
)
# Everybody: a code or an invitation is asked for on the page.
OF_EVERYBODY = frozenset(
    {
        *((f"{PUBLIC}/{name}", method) for name in ("programme", "start/invited") for method in BOTH),
        *((f"/i{PUBLIC}/", method) for method in BOTH),
    }
)
