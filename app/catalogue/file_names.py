"""The names of the files in a questionnaire's folder."""

QUESTIONNAIRE = "questionnaire.toml"
DOMAINS = "domains"
OPINIONS = "opinions.toml"
SURVEY = "survey-2012.toml"
GUIDANCE = "guidance.toml"

# The files that every questionnaire has beside its domains, in reading order after them.
AFTER_DOMAINS = (OPINIONS, SURVEY, GUIDANCE)

# What the name of a domain's file, without .toml, and a questionnaire's id look like.
NAME_PATTERN = r"[a-z][a-z0-9-]*"
