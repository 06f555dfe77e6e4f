from io import BytesIO

from PIL import ImageCms

from app.typesetting.tagged.colour import srgb_profile


def test_the_profile_is_read_as_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))

    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    assert profile.profile.xcolor_space.strip() == "RGB"


def test_the_profile_has_the_length_in_its_header() -> None:
    assert int.from_bytes(srgb_profile()[:4], "big") == len(srgb_profile())
