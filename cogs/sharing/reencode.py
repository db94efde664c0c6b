"""The worker that looks at a picture: a process of its own that may use little and write nothing.

Reads a picture from its input, writes its points alone as a new JPEG to its output. What the file
said beside the points (place, camera, comments, other pictures) is never copied. Ends with one of
the numbers below. It imports nothing of the program: nothing of it can leak in here.
"""

import io
import sys
import warnings

NO_PICTURE, TOO_LARGE, MOVES = 3, 4, 5
MOST_POINTS = 25_000_000  # above the usual camera; a picture of so many takes about 100 MB to open
LONGEST = 2048  # points on the longer side
MEMORY = 768 << 20  # bytes of address space, libraries included
SECONDS = 10  # of computing
FORMATS = ("PNG", "JPEG", "WEBP")


def main() -> int:
    """Answers how it ended; 0: the picture is written."""
    _limit()
    from PIL import Image  # noqa: PLC0415 - only in a worker: the bot reads this file's numbers

    warnings.simplefilter("error")
    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    try:
        made = reencoded(sys.stdin.buffer.read())
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return TOO_LARGE
    except Exception:  # noqa: BLE001 - whatever a strange file does to the decoder, it is no picture
        return NO_PICTURE
    if isinstance(made, int):
        return made
    sys.stdout.buffer.write(made)
    return 0


def reencoded(file: bytes) -> bytes | int:
    """The picture as a fresh JPEG, or why not."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    with Image.open(io.BytesIO(file), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_POINTS:
            return TOO_LARGE
        if getattr(opened, "n_frames", 1) > 1:
            return MOVES
        opened.draft("RGB", (LONGEST, LONGEST))
        turned = ImageOps.exif_transpose(opened)
        turned.thumbnail((LONGEST, LONGEST))
        clear = turned.convert("RGBA")
    plain = Image.new("RGB", clear.size, "white")  # nothing but points: it knows no metadata
    plain.paste(clear, mask=clear)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=85)
    return out.getvalue()


def _limit() -> None:
    if sys.platform == "win32":  # there, only the time is limited, by whoever started it
        return
    import resource  # noqa: PLC0415 - there is none elsewhere

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # no file can be written


if __name__ == "__main__":
    sys.exit(main())
