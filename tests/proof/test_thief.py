"""The long form: a thousand shares (HEARTH_SHARES), 20,000 members, and a thief with a program."""

import asyncio
import os
from pathlib import Path

from tests.proof.anonymity import ACTIVE, HEARTH_KEY, SEALED, gather, let_keys_die
from tests.proof.thief import attack, bound

SHARES = int(os.environ.get("HEARTH_SHARES", "1000"))
SEED = 5


def test_a_thief_guesses_no_better_than_chance_until_they_have_the_living_key(
    tmp_path: Path,
) -> None:
    loot = asyncio.run(gather(tmp_path, SHARES, SEED))
    truth, most = loot.truth, bound(len(loot.truth))
    assert len(truth) == len(loot.history) >= SHARES
    told = {"bound": most, "1/N": len(truth) // ACTIVE}
    for database, key in (
        ("hearth.db", None),
        ("hearth.db", HEARTH_KEY),
        ("backup.db", HEARTH_KEY),
        (SEALED, None),
        (SEALED, HEARTH_KEY),
    ):
        hits = attack(loot, key, database).hits(truth)
        told[f"{database}, key {key is not None}"] = max(hits.values())
        assert max(hits.values()) <= most, hits
    knows = attack(loot, None, epoch_keys=True).hits(truth)["all together"]
    assert knows == len(truth)
    asyncio.run(let_keys_die(loot.folder))
    for database in ("hearth.db", "backup.db", SEALED):
        hits = attack(loot, HEARTH_KEY, database, epoch_keys=True).hits(truth)
        told[f"keys dead, {database}"] = max(hits.values())
        assert max(hits.values()) <= most, hits
    print(f"\n{told}")  # noqa: T201 - the figures are what this is run for
