"""`make gallery`: writes the cards that its stories reach, in both languages, to docs/gallery."""

import os
import sys
from pathlib import Path

from bot.app import ROOT
from tests.gallery.making import tell_all
from tests.gallery.pages import pages

HERE = ROOT / "docs" / "gallery"


def main() -> None:
    """Tell every story and write the pages; pages that are no longer made go."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    made = pages(tell_all(os.cpu_count() or 1))
    for old in folder.glob("*.html"):
        if old.name not in made:
            old.unlink()
    for name, page in made.items():
        (folder / name).write_text(page, encoding="utf-8")
    sys.stdout.write(f"{len(made)} pages in {folder}\n")


if __name__ == "__main__":
    main()
