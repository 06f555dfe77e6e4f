"""The parts of a document as one archive that has the same bytes every time."""

import io
import zipfile
from collections.abc import Iterable

# A zip holds no earlier day.
_DAY_OF_PARTS = (1980, 1, 1, 0, 0, 0)
# Programs look for the type of an ODT at the beginning of the file, uncompressed.
_TYPE = "mimetype"


def zip_parts(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of the parts, in their order and all of one day."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts:
            how = zipfile.ZIP_STORED if name == _TYPE else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _DAY_OF_PARTS), content, how)
    return written.getvalue()
