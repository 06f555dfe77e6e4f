"""A person who works on the plan of an assessment."""

from collections.abc import Mapping
from typing import Self

from justhtml import Node

from tests.web.checks import attributes, elements, words
from tests.web.respondent import Fields, Respondent

# What is typed, by the title of the action and the name of the field.
Typed = Mapping[str, Mapping[str, str]]


class Planner(Respondent):
    """Adds actions, and reads and changes the rows of the plan."""

    def adds(self, title: str, **fields: str) -> Self:
        """Add an action of one's own."""
        return self.visits("plan/add").sends({"title": title, "state": "to_do", **fields})

    def ticks(self, *practices: str) -> Self:
        """Tick recommendations on their page."""
        return self.visits("results/recommendations").sends(
            {"tick": list(practices)}, form="/recommendations"
        )

    def imports(self, content: bytes) -> Self:
        """Choose an edited plan; the page shows what it would change."""
        return self.uploads(content, self.address("plan/import"))

    def proposal(self) -> Fields:
        """Return what the form that changes the plan would send."""
        forms = [self.fields(each) for each in elements(self.page.root, "form")]
        return next(each for each in forms if "proposed" in each)

    def confirms(self, proposal: Fields | None = None, replace: tuple[str, ...] = ()) -> Self:
        """Press the button that changes the plan as the page shows, or as an earlier page showed."""
        fields = {**(proposal or self.proposal()), "replace": list(replace)}
        return self.posts(fields, path=self.address("plan/import"))

    def plan_file(self, name: str = "plan.csv") -> bytes:
        """Return a file of the plan."""
        data: bytes = self.client.get(self.address(f"files/{name}")).data
        return data

    def titles(self) -> list[str]:
        """Return the titles on the page, in their order."""
        return [
            words(each)
            for each in self.page.query(".muster-action legend, .results-table--plan th span[lang]")
        ]

    def control(self, title: str, field: str) -> str:
        """Return the name of the control of an action's field."""
        for row in self.page.query(".muster-action"):
            if words(next(elements(row, "legend"))) == title:
                [mark] = [
                    each for each in elements(row, "input") if attributes(each)["name"].startswith("seen-")
                ]
                return attributes(mark)["name"].replace("seen", field, 1)
        raise AssertionError(title)

    def form(self, action: str | None = None) -> Node:
        """Return the form that changes something, and not the one over the list."""
        forms = [
            each for each in elements(self.page.root, "form") if attributes(each).get("method") == "post"
        ]
        ends = [each for each in forms if attributes(each).get("action", "").endswith(action or "")]
        return ends[-1] if action is None else ends[0]

    def row(self, title: str) -> dict[str, str]:
        """Return what the controls of an action hold."""
        held = self.fields(self.form(self.plan_address))
        found = {}
        for field in ("person", "due", "state", "note"):
            value = held.get(self.control(title, field))
            if value is not None:
                found[field] = value if isinstance(value, str) else value[0]
        return found

    @property
    def plan_address(self) -> str:
        """Return where the form of the plan is sent."""
        forms = [attributes(each) for each in elements(self.page.root, "form")]
        return next(
            each["action"] for each in forms if each["method"] == "post" and "/plan" in each["action"]
        )

    def opens_action(self, title: str) -> Self:
        """Open the page of an action by the link on the plan."""
        self.visits("plan")
        [link] = [each for each in self.page.query("legend a") if words(each) == title]
        return self.opens(attributes(link)["href"])

    def corrects(self, typed: Typed) -> Self:
        """Type into the plan that the page shows, and save it."""
        fields: Fields = {
            self.control(title, field): value for title, row in typed.items() for field, value in row.items()
        }
        return self.sends(fields, form=self.plan_address)

    def changes(self, typed: Typed) -> Self:
        """Open the plan, type into it, and save it."""
        return self.visits("plan").corrects(typed)

    def asks(self, name: str, option: str) -> Self:
        """Choose what to sort by or to show."""
        self.visits("plan")
        [select] = [each for each in elements(self.page.root, "select") if attributes(each)["name"] == name]
        value = next(
            attributes(each)["value"] for each in elements(select, "option") if words(each) == option
        )
        others = [attributes(each)["name"] for each in self.page.query(".muster-choices select")]
        query = "&".join(f"{each}={value if each == name else ''}" for each in others)
        return self.visits(f"plan?{query}")
