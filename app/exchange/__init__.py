"""Files that the service reads and writes (docs/files.md).

assessment.json is read and written; ``importing`` also takes it out of the PDFs that carry it.
scorecard.json, history.json, the published peers, the plan in ``plan_files``, the ``workbook`` and the files
for other programs in ``oscal``, ``ciso_assistant`` and ``question_bank`` are written only. ``policy`` reads
the text of an organisation’s own policy; ``limited`` runs what reads untrusted files. ``programme`` holds a
submission as it is sealed. pulse.json and peers.json are written into PDFs and read back to verify them.
"""
