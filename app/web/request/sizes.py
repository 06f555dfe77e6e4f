"""The largest requests that the service reads."""

MEGABYTE = 1024 * 1024

# A page whose texts are many times too long is shown again; a file to import may be larger.
LARGEST_FORM = 2 * MEGABYTE
# A whole plan, every note as long as it may be, in a script whose letters take nine bytes in a form.
LARGEST_PLAN = 4 * MEGABYTE
# The largest file, and the form around it.
LARGEST_UPLOAD = 40 * MEGABYTE
LARGEST_EDITED_PLAN = 8 * MEGABYTE
# A policy of 8 MB, or two million letters in a script that takes several bytes for each.
LARGEST_POLICY = 12 * MEGABYTE
# Two thousand organisations, each name as long as it may be, in a script whose letters take nine bytes.
LARGEST_LABELS = 5 * MEGABYTE
LARGEST_LABELS_FILE = 8 * MEGABYTE
# An assessment with every text as long as it may be, and some closed rounds, to be scored and not stored.
LARGEST_SCORED = 4 * MEGABYTE
