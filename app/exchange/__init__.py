"""Files that the service reads and writes (docs/files.md).

assessment.json is read and written; scorecard.json, history.json and the published peers are written only;
pulse.json and peers.json are written into PDFs and read back to verify them.
"""
