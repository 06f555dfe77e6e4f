"""A person who has a policy read, and a policy with a sentence that is known to be found."""

from tests.web.respondent import MULTIPART, Respondent

APPROVED = "This policy was approved by the Executive Board on 3 March 2024."
REVIEWED = "This policy is reviewed every year."
REGISTER = "Every official account must be registered with the communications team."
POLICY = f"""# Approval

{APPROVED} {REVIEWED}

Effective date: 10 April 2024.

# Accounts

{REGISTER}
"""
# Says nothing of any practice.
RECIPE = "Beat the eggs with the sugar until the mixture is pale."


class Reader(Respondent):
    """A respondent that pastes or uploads a policy, and ticks what the page offers."""

    def pastes(self, text: str = POLICY) -> "Reader":
        """Have a pasted text read."""
        return self.visits("policy").posts({"csrf_token": self.token(), "text": text})

    def chooses(self, content: bytes, name: str = "policy.txt") -> "Reader":
        """Have a file read."""
        self.visits("policy")
        part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        token = part.format("csrf_token", "").encode() + self.token().encode()
        file = part.format("file", f'; filename="{name}"').encode() + content
        return self.posts(token + b"\r\n" + file + b"\r\n--x--", content_type=MULTIPART)

    def keeps(self, title: str = "Directive 7", date: str = "3 March 2024", **ticks: str) -> "Reader":
        """Save what is ticked; a hyphen in the name of a control is written as an underscore."""
        fields: dict[str, str | list[str]] = {
            name.replace("_", "-"): value.split(",") for name, value in ticks.items()
        }
        return self.sends({"document_title": title, "document_date": date, **fields}, form="/policy/keep")
