"""A plan with a fault that somebody else changes before it is corrected."""

from tests.web.plan.planner import Planner


def test_a_faulty_row_that_was_overtaken_does_not_overwrite(owner: Planner) -> None:
    owner.visits("plan")
    other = owner.in_another_tab()
    other.corrects({"Write the policy": {"person": "Paul"}})
    owner.corrects({"Write the policy": {"due": "never"}})
    assert owner.status == 422

    owner.corrects({"Write the policy": {"due": "1 3 2030"}})

    assert owner.status == 409
    assert "Saved in the meantime: Person: Paul" in owner.text
    assert other.visits("plan").row("Write the policy")["person"] == "Paul"


def test_a_fault_and_a_conflict_are_shown_together_and_nothing_is_saved(owner: Planner) -> None:
    owner.visits("plan")
    other = owner.in_another_tab()
    other.corrects({"Write the policy": {"person": "Paul"}})

    owner.corrects({"Write the policy": {"person": "Anne"}, "Brief the guards": {"due": "never"}})

    assert owner.status == 409
    assert owner.errors() == ["Brief the guards: Enter a real date, for example 1 10 2026"]
    assert owner.row("Brief the guards")["due"] == "never"
    assert owner.row("Write the policy")["person"] == "Anne"
    assert other.visits("plan").row("Write the policy")["person"] == "Paul"


def test_an_action_that_was_added_meanwhile_is_not_touched(owner: Planner) -> None:
    owner.visits("plan")
    owner.in_another_tab().adds("Ask the board", person="Zoé")

    owner.corrects({"Write the policy": {"person": "Anne"}})

    assert owner.status == 200
    assert owner.row("Ask the board")["person"] == "Zoé"
    assert owner.row("Write the policy")["person"] == "Anne"


def test_a_row_with_a_repeated_field_is_not_stored_and_the_others_are(owner: Planner) -> None:
    owner.visits("plan")
    person, note = (owner.control("Write the policy", name) for name in ("person", "note"))

    owner.sends(
        {person: ["Paul", "Anne"], note: "Both", owner.control("Brief the guards", "note"): "In May"},
        form="/plan",
    )

    assert owner.status == 422
    assert owner.errors() == ["Write the policy: This page does not ask for “person”, or asks for it once."]
    stored = owner.in_another_tab().visits("plan")
    assert (stored.row("Write the policy")["person"], stored.row("Write the policy")["note"]) == ("Ines", "")
    assert stored.row("Brief the guards")["note"] == "In May"
