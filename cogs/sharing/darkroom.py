"""Makes a picture safe to show: its points alone, by a worker that ends after it."""

import asyncio
import sys
from pathlib import Path
from typing import ClassVar

from bot.errors import Refusal
from cogs.sharing.reencode import MOVES, TOO_LARGE

HEAVIEST = 8 << 20  # bytes, of the file as it came
PATIENCE = 20.0  # seconds, beside other work
_WORKER = Path(__file__).with_name("reencode.py")


class NotAPicture(Refusal):
    """It is no PNG, JPEG or WebP, whatever it is called."""

    key: ClassVar[str] = "sharing.not-a-picture"


class PictureTooLarge(Refusal):
    """More bytes or more points than the worker may open."""

    key: ClassVar[str] = "sharing.picture-too-large"


class PictureMoves(Refusal):
    """It has more than one frame."""

    key: ClassVar[str] = "sharing.picture-moves"


_WHY: dict[int, type[Refusal]] = {TOO_LARGE: PictureTooLarge, MOVES: PictureMoves}


class Darkroom:
    """Opens one picture at a time: each may take as much memory as the bot itself."""

    def __init__(self) -> None:
        self._one = asyncio.Lock()

    async def made(self, file: bytes) -> bytes:
        """The picture as a fresh JPEG without anything beside its points.

        Raises:
            NotAPicture, PictureTooLarge, PictureMoves: nothing was made.
        """
        if len(file) > HEAVIEST:
            raise PictureTooLarge
        async with self._one:
            code, made = await _work(file)
        if code:
            raise _WHY.get(code, NotAPicture)
        return made


async def _work(file: bytes) -> tuple[int, bytes]:
    # -I: neither the folder that it is started in nor any variable says what it imports.
    worker = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        str(_WORKER),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        made, _ = await asyncio.wait_for(worker.communicate(file), PATIENCE)
    except TimeoutError:
        return TOO_LARGE, b""
    finally:
        if worker.returncode is None:
            worker.kill()
            await worker.wait()
    return worker.returncode or 0, made
