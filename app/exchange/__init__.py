"""Files that the service reads and writes (docs/files.md).

assessment.json is read and written; ``importing`` also takes it out of the PDFs that carry it.
scorecard.json, history.json, the published peers, the plan in ``plan_files`` and the ``workbook`` are written
only. pulse.json and peers.json are written into PDFs and read back to verify them.
"""
