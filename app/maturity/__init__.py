"""The core: the rules of the product in the words of the field, with the standard library alone.

Questionnaire, answers, scoring, survey, recommendations and scorecard lie here; the packages ``outlook``,
``peers``, ``plan``, ``policy``, ``programme``, ``pulse``, ``rounds``, ``versions`` and ``voices`` hold those
subjects. The terms:

Assessment: one organisation's run through a questionnaire, held under its code.
Round: an assessment that was completed and never changes; the next one carries its answers over.
Questionnaire: one version of all questions, texts and figures. A variant asks all questions or some.
Domain: a group of practices; every domain has the same weight.
Question: one practice, asked with five level statements.
Level: Absent, Ad hoc, Defined, Applied, Proven.
Answer: a level, unknown or not applicable, with a comment and evidence.
Gate: a question that caps the overall level at Defined while its answer is below Defined.
Score: exact points from 0 to 100; overall readiness is the mean of the domain scores.
Figure: a number that the 2012 survey published, with its source.
Finding: a figure on a subject that practices cover; its share is a weight, never a mark.
Exposure: a finding's share times the points missing from the practices on its subject.
Opinion: what a person thinks, asked as the survey asked it; it never enters a score.
Pulse: the opinions of colleagues, asked anonymously; only counts are kept, only intervals compared.
Recommendation: a practice below its target, with its rank and the arithmetic of it.
Voice: the answers of one colleague under a role, given independently; no score counts them.
Agreement: on how many questions voices agree, of those on which at least two gave a level.
Plan: the actions that an organisation has taken on; it lives on while assessments are completed.
Action: one thing to do, with a person, a due day and a state, made from a recommendation or freely.
Roadmap: the recommendations within 30, 90 and 180 days.
Clause: a model paragraph or more for a policy, on one practice; it never raises an answer.
Placeholder: a word in a clause that an organisation replaces by its own.
Cue: words that make a sentence of a policy speak to a practice.
Sentence: a sentence of a policy document, with its heading, its page and its language.
Quote: a sentence that speaks to a practice, shown to keep or to discard; it is no verdict.
Contribution: the rounded scores of one assessment, with type and size, that are shared with its peers.
Cohort: the contributions of all organisations, of one type, or of one type and size band.
Snapshot: the figures of every shown cohort, published together.
Position: the band between a cohort’s published values in which a score lies.
Programme: one body, many organisations that it invites to assess themselves.
Submission: a closed round that an organisation shows to the body of a programme.
Scorecard: all results of one assessment, computed once and frozen.
"""
