"""The plan: actions with a person, a due day and a state, their order and how far they are."""
