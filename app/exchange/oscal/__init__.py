"""OSCAL 1.2.1 as JSON: the questionnaire as a catalogue, results as assessment results and POA&M.

The files are written as plain objects. What the official schema asks for and what it cannot say (ids that
differ, references that resolve) is tested; ``make consumers`` lets other programs read them.
"""
