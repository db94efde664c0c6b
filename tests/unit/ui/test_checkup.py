"""Features examine themselves; the doctor asks all of them, in their order."""

from typing import Any

from bot.ui.checkup import Checkup, Finding, unwell, well


async def test_every_feature_is_asked_in_its_order() -> None:
    checkup = Checkup()

    async def first(*_: Any) -> list[Finding]:
        return [well("a"), unwell("b")]

    async def second(*_: Any) -> list[Finding]:
        return [unwell("c")]

    checkup.by(first)
    checkup.by(second)
    guild: Any = None
    voice: Any = None
    assert await checkup.findings(guild, voice) == [
        Finding(well=True, sentence="a"),
        Finding(well=False, sentence="b"),
        Finding(well=False, sentence="c"),
    ]
