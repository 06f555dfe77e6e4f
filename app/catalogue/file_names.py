"""The names of the files in a questionnaire's folder."""

QUESTIONNAIRE = "questionnaire.toml"
DOMAINS = "domains"
OPINIONS = "opinions.toml"
SURVEY = "survey-2012.toml"
GUIDANCE = "guidance.toml"

# The files that every questionnaire has beside its domains, in reading order after them.
AFTER_DOMAINS = (OPINIONS, SURVEY, GUIDANCE)

# Folders that a questionnaire may have, with files of any sound name; these have a form of their own.
CLAUSES = "clauses"
PLACEHOLDERS = f"{CLAUSES}/placeholders.toml"
CUES = "cues"
TERMS = f"{CUES}/terms.toml"
MEASURED = f"{CUES}/measured.toml"
POLICY_FOLDERS = (CLAUSES, CUES)

# What the name of a domain's file, without .toml, and a questionnaire's id look like.
NAME_PATTERN = r"[a-z][a-z0-9-]*"
