"""What happened to one of our PDFs since it was written.

``graph_digest``        the same sum for a part of a PDF, however a program has stored it
``page_objects``        the pages of a PDF: those it shows, and those that only stay in the file
``page_tags``           whether the tags of a page belong to it
``examining_program``   takes a PDF apart, in a process with limits
``examined``            what was found in a PDF
``expected``            the document that follows from the attached files
``comparison``          what happened, from what was found and what was expected
``verdict``             what is said of a file, and with which exit code a command ends
``verifying``           all of this in turn
"""
