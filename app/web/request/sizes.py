"""The largest requests that the service reads."""

# A page whose texts are many times too long is shown again; a file to import may be larger.
FORM_MEGABYTES, UPLOAD_MEGABYTES = 2, 40

_MEGABYTE = 1024 * 1024

LARGEST_FORM = FORM_MEGABYTES * _MEGABYTE
# A whole plan, every note as long as it may be, in a script whose letters take nine bytes in a form.
LARGEST_PLAN = 4 * _MEGABYTE
# The largest file, and the form around it.
LARGEST_UPLOAD = UPLOAD_MEGABYTES * _MEGABYTE
