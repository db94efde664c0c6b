"""The table registry, and what every table that concerns a person must declare."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, cast

from sqlalchemy import ColumnElement, MetaData, Table
from sqlalchemy.orm import DeclarativeBase


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What a table knows about people, said beside the table.

    Export, erasure and retention run from this declaration.

    Args:
        why: the text key of the purpose: a clause that a member would understand, in `kept.ftl`.
        keep: how long after the row's `until` column a row may stay.
        until: the column from which `keep` counts.
        tag: the column that holds the person's tag; None where a row names nobody by tag.
        erase: what erasure does with a row of theirs: `delete`, or `unname` (set the naming
            columns to null and keep the rest).
        names: the columns that name or describe a person (what `unname` clears).
        mentions: columns that name somebody else than the row's own person, as an id, a list of
            ids, or a tag: whoever is erased is taken out of them.
        keeps: columns that name somebody else as the choice of the row's own person: that choice
            stays with the row, and nobody is taken out of it.
        stays: which rows of theirs outlive an erasure until their own time is over, because
            somebody else told of them: not erased, and shown and exported to nobody but staff.
    """

    why: str
    keep: timedelta
    until: str
    tag: str | None
    erase: str
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    stays: Callable[[], ColumnElement[bool]] | None = None


class Base(DeclarativeBase):
    """Root of the declared tables. Queries are Core statements; there is no session."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    personal: ClassVar[PersonalData | None] = None


def table_of(row: type[Base]) -> Table[Any]:
    """The Core table of a declared class."""
    return cast("Table[Any]", row.__table__)  # always a Table where __tablename__ is declared


def personal_tables() -> dict[str, PersonalData]:
    """Every declaration, by table name."""
    return {
        table_of(mapper.class_).name: mapper.class_.personal
        for mapper in Base.registry.mappers
        if mapper.class_.personal is not None
    }
