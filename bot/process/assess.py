"""`assess`: JSON lines with texts in, JSON lines with what the screen says out, in order."""

import json
from pathlib import Path
from typing import IO

from bot.safety.lexicon import Lexicon
from bot.safety.load import load
from bot.safety.screen import screen

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon"


def assess(source: IO[bytes], sink: IO[bytes]) -> int:
    """Answer each line `{"text": …}` of `source` with one line in `sink`.

    A line that is not JSON, or has no text, or a text that is not a string, is answered with
    `{"error": …}` in its place.

    Returns:
        The exit code, always 0.
    """
    lexicon = load(LEXICON)
    for line in source:
        sink.write(json.dumps(_answer(line, lexicon)).encode("ascii") + b"\n")
    sink.flush()
    return 0


def _answer(line: bytes, lexicon: Lexicon) -> dict[str, object]:
    try:
        request: object = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "not JSON"}
    if not isinstance(request, dict) or "text" not in request:
        return {"error": "no text"}
    text: object = request["text"]  # pyright: ignore[reportUnknownVariableType]  # anything may stand in a request
    if not isinstance(text, str):
        return {"error": "text is not a string"}
    signal = screen(text, lexicon)
    if signal is None:
        return {"level": "none", "category": None, "rules": [], "spans": []}
    return {
        "level": signal.level,
        "category": signal.category,
        "rules": list(signal.rules),
        "spans": [list(span) for span in signal.spans],
    }
