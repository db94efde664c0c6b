"""What is sealed under the key can be found by its column's name, and so sealed anew."""

import ast

from bot.storage.base import Base
from bot.storage.types import Sealed
from tests.house.house import SOURCES, modules, tree_of, where

modules()
COLUMNS = [each for table in Base.metadata.sorted_tables for each in table.columns]
SEALED = [each for each in COLUMNS if isinstance(each.type, Sealed)]
# Who else seals under the key: check values of the key, tokens that live for minutes, and backups.
ELSEWHERE = {
    "bot/storage/types.py",
    "bot/storage/schema.py",
    "bot/storage/rotation.py",
    "bot/storage/sealed_file.py",
    "bot/services/signposting.py",
}


def test_every_sealed_column_is_sealed_for_its_own_name() -> None:
    assert len(SEALED) > 15
    for column in SEALED:
        assert isinstance(column.type, Sealed)
        assert column.type.purpose == f"{column.table.name}.{column.name}"
        assert not column.primary_key, "a key is not sealed anew: it would be another row"
        assert not column.unique, "two seals of one value differ, so it would never be unique"


def test_nothing_else_is_sealed_under_the_key_and_kept() -> None:
    found = {
        where(path)
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "seal"
        and "keyring" in ast.unparse(node.func.value)
    }
    assert found == ELSEWHERE
