"""The real worker: a picture comes back as its points alone, and no strange file harms anybody."""

import io

import pytest
from PIL import Image

from cogs.sharing.darkroom import (
    HEAVIEST,
    Darkroom,
    NotAPicture,
    PictureMoves,
    PictureTooLarge,
)
from tests.pictures import SECRET, animated, bomb, drawn


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
async def test_nothing_but_points_is_left_and_it_stands_upright(form: str) -> None:
    file = drawn(form, said=True)
    assert SECRET in file
    made = await Darkroom().made(file)
    assert SECRET not in made
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.format == "JPEG"
        assert opened.size == (40, 60)
        assert not opened.getexif()
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


async def test_a_large_one_becomes_smaller() -> None:
    made = await Darkroom().made(drawn("JPEG", (4000, 1000)))
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.size == (2048, 512)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"", NotAPicture),
        (b"<html>holiday.png</html>", NotAPicture),
        (drawn("GIF"), NotAPicture),  # whatever it is called
        (drawn("PNG")[:60], NotAPicture),
        (animated("WEBP"), PictureMoves),
        (animated("PNG"), PictureMoves),
        (bomb(8000, 5000), PictureTooLarge),  # 40 million points
        (bomb(60_000, 60_000), PictureTooLarge),
        (b"\0" * (HEAVIEST + 1), PictureTooLarge),
    ],
    ids=["nothing", "a page", "a gif", "cut", "webp", "apng", "40 megapixels", "bomb", "heavy"],
)
async def test_what_cannot_be_taken_is_told_apart(file: bytes, why: type[Exception]) -> None:
    with pytest.raises(why):
        await Darkroom().made(file)
