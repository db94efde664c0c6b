"""The long form of the gallery: what is committed is what the program makes today."""

from bot.app import ROOT
from tests.gallery.making import tell_all
from tests.gallery.pages import pages


def test_the_gallery_is_what_is_made_today() -> None:
    made = pages(tell_all(workers=1))
    for name, page in made.items():
        assert (ROOT / "docs" / "gallery" / name).read_text(encoding="utf-8") == page, name
