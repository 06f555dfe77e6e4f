"""The API for programs: JSON in and out, and a code in a header in place of a browser's cookie."""
