"""Runs Alembic on the bot's own connection, with every feature's tables known."""

import importlib
from pathlib import Path
from typing import Any

from alembic import context

from bot.storage.base import Base
from bot.storage.types import Sealed, UtcDateTime

ROOT = Path(__file__).resolve().parents[3]


def _know_every_table() -> None:
    stores = [*(ROOT / "bot" / "storage").glob("*.py"), *(ROOT / "cogs").glob("*/store.py")]
    stores += (ROOT / "cogs").glob("*/store/*.py")
    for path in sorted(stores):
        if path.stem not in {"__init__", "schema"}:
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def _render(kind: str, column_type: Any, autogen: Any) -> Any:
    if kind == "type" and isinstance(column_type, UtcDateTime):
        return "sa.DateTime()"
    if kind == "type" and isinstance(column_type, Sealed):
        return "sa.LargeBinary()"
    return False


_know_every_table()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_render,
    compare_type=False,
)
context.run_migrations()
