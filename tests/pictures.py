"""Pictures as people send them: with a place in them, moving, huge, or none at all."""

import io
import struct
import zlib

from PIL import Image, PngImagePlugin

SECRET = b"52.5200N 13.4050E"


def drawn(form: str, size: tuple[int, int] = (60, 40), *, said: bool = False) -> bytes:
    """A picture; `said`: with a comment and a place in everything that the form has for it."""
    out, extra = io.BytesIO(), {}
    image = Image.new("RGBA" if form == "PNG" else "RGB", size, "teal")
    if said:
        exif = Image.Exif()
        exif[0x010E], exif[0x0112] = SECRET.decode(), 6  # described, and lying on its side
        extra = {"exif": exif, "icc_profile": SECRET, "comment": SECRET, "xmp": SECRET}
    if said and form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET.decode())
        extra = {"pnginfo": text, "exif": extra["exif"], "icc_profile": SECRET}
    image.save(out, form, **extra)
    return out.getvalue()


def animated(form: str) -> bytes:
    """Two frames."""
    out = io.BytesIO()
    first, second = Image.new("RGB", (20, 20), "teal"), Image.new("RGB", (20, 20), "plum")
    first.save(out, form, save_all=True, append_images=[second])
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes whose head promises a great many points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * min(height, 200), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
