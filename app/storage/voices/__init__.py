"""The voices of an assessment: colleagues who answer independently, each through a link of its own."""
