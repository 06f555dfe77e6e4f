"""What the product is, in the field's words; the standard library and nothing else.

Assessment: one organisation's run through a questionnaire, held under its code.
Questionnaire: a version of everything that is asked; a variant asks all of it or some.
Domain: a group of practices; all domains weigh the same.
Question: one practice, asked with five level statements.
Level: Absent, Ad hoc, Defined, Applied, Proven.
Answer: a level, unknown, or not applicable, with comment and evidence.
Gate: a question that caps the overall level while it stands below Defined.
Score: points of 0 to 100, exact; overall readiness is the mean of the domain scores.
Figure: a number of the 2012 survey as published, with its provenance.
Finding: a figure whose subject practices answer; its share is a weight, never a mark.
Exposure: a finding's share times what is missing from the practice on it.
Opinion: what somebody thinks, asked as the survey asked; it never enters a score.
Pulse: colleagues asked the same, anonymously; only counts are kept, and only intervals compared.
Recommendation: a practice below its target, ranked, with the arithmetic.
Roadmap: the recommendations within 30, 90 and 180 days.
Contribution: the rounded scores that leave an assessment for its peers, with type and size.
Cohort: the contributions of all organisations, of one type, or of one type and size.
Snapshot: the figures of every cohort that is shown, published together.
Position: the band of a cohort’s published values that a score falls in.
Scorecard: all of it, computed once and frozen.
"""
