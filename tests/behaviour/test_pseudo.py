"""A made-up language finds what is hard-coded and what is cut: nothing may be either."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.behaviour.line_desk import card_of
from tests.behaviour.listening import TOLD, Listener, open_abroad, shown_in
from tests.behaviour.looking import PRESSED
from tests.behaviour.me_desk import me, press
from tests.behaviour.share_desk import WORDS, open_sharing, share
from tests.pseudo import PSEUDO, cut, pseudo_words, strange, untranslated
from tests.world import World, texts_of

# What is looked at in every run; the rest is looked at in the long form.
NEAR = ("home:", "helpnow:", "more:", "guidelines:screen", "setup:step", "checkins:")


@pytest_asyncio.fixture
async def abroad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[World]:
    async with open_abroad(tmp_path, monkeypatch) as world:
        yield world


async def test_commands_and_doors_say_nothing_that_no_file_holds(abroad: World) -> None:
    vera = Listener(abroad, "vera", 1)
    commands = {f"/{each.qualified_name}" for each in vera._commands()}  # noqa: SLF001 - a walk of ours
    doors = {kind.address for kind in PRESSED if kind.address.startswith(NEAR)}
    await vera.everything(only=(commands | doors) - {"/care quiet"})
    assert len(vera.heard) > 300
    assert not vera.strangers(TOLD)


async def test_what_everybody_sees_and_what_is_kept_of_june_speak_it_too(abroad: World) -> None:
    await open_sharing(abroad)
    await share(abroad)
    for room in ("welcome", "staff", "lounge", "shares"):
        said = [each for each in shown_in(abroad.rooms[room]) if each not in (TOLD, "hello")]
        assert any(said), room
        assert not [each for each in said if cut(each)]
        # The name of the share is one of the community's language as well.
        known = frozenset({TOLD, WORDS})
        assert "There is more" not in str(said)
        assert room == "welcome" or not [u for each in said for u in untranslated(each, known)]
    seen = texts_of(card_of(await press(abroad, await me(abroad), "mine:see")))
    assert strange("so that help is offered once") in seen
    assert not untranslated(seen, frozenset())
    copied = await press(abroad, await me(abroad), "mine:copy")
    files = [each for piece in copied.followups for each in piece.message.attachments]
    (text,) = [each for each in files if each.filename.endswith(".txt")]
    lines = (await text.read()).decode().splitlines()
    reasons = [line.partition(":")[2] for line in lines if line.startswith("== ")]
    assert reasons
    # Names of tables and columns are the same in every language, the reasons are not.
    assert not [u for each in reasons for u in untranslated(each, frozenset())]


def test_the_made_up_language_finds_both_faults() -> None:
    texts = pseudo_words().texts
    said = texts.say("helpnow.title-country", PSEUDO, country="7")
    assert said.startswith("⟦Ħéłƥ")
    assert not cut(said)
    assert cut(said[:12])
    assert untranslated(f"{said} and more", frozenset()) == ["and more"]
    assert untranslated(f"{said} <@12> <t:5:R> https://a.example", frozenset()) == []
    assert strange("Open") != "Open"
    assert len(texts.say("home.body", PSEUDO)) > 1.35 * len(texts.say("home.body", "en"))
