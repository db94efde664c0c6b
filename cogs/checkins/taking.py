"""What somebody kept, as files to take along: to read, for a spreadsheet, for another program."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

# A spreadsheet takes a cell that begins so for a formula, and would carry it out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - these too
NAME = "check-ins"


@dataclass(frozen=True, slots=True)
class Line:
    """One entry; the answer in its word, empty where there was none."""

    day: date
    answer: str
    words: str


def taken_along(lines: Sequence[Line], heads: Sequence[str]) -> dict[str, bytes]:
    """The files by name. `heads` are the three columns in the reader's language."""
    written = [
        {"day": each.day.isoformat(), "answer": each.answer or None, "words": each.words or None}
        for each in lines
    ]
    texts = {
        "txt": "\n\n".join("\n".join(filter(None, _shown(each))) for each in lines),
        "csv": _table(lines, heads),
        "json": json.dumps(written, ensure_ascii=False, indent=2),
    }
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    coded = {"csv": "utf-8-sig"}
    return {
        f"{NAME}.{ending}": text.encode(coded.get(ending, "utf-8"), "replace")
        for ending, text in texts.items()
    }


def _shown(line: Line) -> tuple[str, str, str]:
    return line.day.isoformat(), line.answer, line.words


def _table(lines: Sequence[Line], heads: Sequence[str]) -> str:
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerow([_harmless(each) for each in heads])
    table.writerows([_harmless(each) for each in _shown(line)] for line in lines)
    return written.getvalue()


def _harmless(cell: str) -> str:
    """The same to read, and never a formula, also behind spaces."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
