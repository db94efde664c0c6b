"""The host's panel while a meeting goes on: timer, prompts, a check how people are, a co-host."""

from typing import Any

import pytest

from bot.ids import GuildId
from cogs.sessions.service.agenda import Agenda
from tests.behaviour.line_desk import card_of, has, shown
from tests.behaviour.session_room import (
    choose,
    crowd,
    draft,
    enter,
    host,
    ids_of,
    opened,
    options_of,
    posted,
    posts,
    press,
    publish,
    room,
    said,
    submit,
    until,
)
from tests.world import World, texts_of


async def panel_of(world: World, card: Any, who: str = "hana") -> Any:
    return card_of(await press(world, who, card, "sessions:host"))


async def test_a_timer_is_gentle_starts_with_each_turn_and_outlives_a_restart(
    world: World,
) -> None:
    card = await opened(world, "hana", "june", "sol")
    for who in ("june", "sol"):
        await press(world, who, card, "sessions:raise")
    panel = await panel_of(world, card)
    panel = card_of(await choose(world, "hana", panel, "sessions:timer", "turn-3"))
    assert "Timer:" not in texts_of(panel)  # nobody speaks yet
    panel = card_of(await press(world, "hana", panel, "sessions:start"))
    panel = card_of(await press(world, "hana", panel, "sessions:next"))
    ends = int(world.clock.now().timestamp()) + 180
    assert f"Timer: <t:{ends}:R>" in said(world)[0]
    await world.later(100)
    await press(world, "hana", panel, "sessions:next")  # the first timer says nothing any more
    await world.later(100)
    assert len(said(world)) == 1
    await world.restart()
    await world.later(100)
    assert "nobody is cut off" in said(world)[-1]
    assert f"Speaking now: <@{world.people['sol'].id}>" in said(world)[0]
    await world.later(400)
    assert len(said(world)) == 2
    panel = await panel_of(world, posts(world, room(world))[0])
    await choose(world, "hana", panel, "sessions:timer", "round-5")
    await press(world, "sol", card, "sessions:pass")  # a timer of the round goes on
    await world.later(301)
    assert "set for this round" in said(world)[-1]
    await choose(world, "hana", panel, "sessions:timer", "round-5")
    await choose(world, "hana", panel, "sessions:timer", "none")
    await world.later(400)
    assert len(said(world)) == 3
    june = await press(world, "june", card, "sessions:host")
    assert "for staff" in shown(june)


async def test_prompts_of_a_theme_and_own_words_are_shown_in_the_room_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await opened(world, "hana", "june")
    with monkeypatch.context() as patched:  # a language without themes has words of one's own
        patched.setattr("cogs.sessions.ui.panel._themes", lambda *_: [])
        bare = card_of(await press(world, "hana", await panel_of(world, card), "sessions:prompts"))
    assert has(bare, "sessions:own-words")
    assert not has(bare, "sessions:theme")
    panel = await panel_of(world, card)
    agenda = card_of(await press(world, "hana", panel, "sessions:prompts"))
    themes = world.bot.content.near("en").prompts.theme
    deep = {each.id for each in themes if each.intensity == "deep"}
    assert deep
    assert deep.isdisjoint(each.value for each in options_of(agenda))
    agenda = card_of(await choose(world, "hana", agenda, "sessions:theme", "boundaries"))
    assert "For you alone: Remind people" in texts_of(agenda)
    assert len(said(world)) == 1  # choosing shows nothing
    old = card_of(await press(world, "hana", await panel_of(world, card), "sessions:prompts"))
    again = card_of(await press(world, "hana", agenda, "sessions:piece"))
    assert "Tonight is about limits" in said(world)[1]
    assert "Remind people" not in said(world)[1]
    await press(world, "hana", old, "sessions:piece")  # a card from before shows nothing twice
    assert len(said(world)) == 2
    old = card_of(await press(world, "hana", await panel_of(world, card), "sessions:prompts"))
    other = card_of(await press(world, "hana", await panel_of(world, card), "sessions:prompts"))
    another = next(each.id for each in themes if each.id not in {*deep, "boundaries"})
    stale = card_of(await choose(world, "hana", other, "sessions:theme", another))
    again = card_of(await choose(world, "hana", old, "sessions:theme", "boundaries"))
    await press(world, "hana", stale, "sessions:piece")  # of a theme that is not chosen any more
    assert len(said(world)) == 2
    again = card_of(await press(world, "hana", again, "sessions:piece"))
    assert "Tonight is about limits" in said(world)[2]
    world.env.inject_error("PATCH", "/webhooks/*/messages/@original", status=404, code=10008)
    panel = await panel_of(world, card)
    turned = card_of(await press(world, "hana", panel, "sessions:prompts"))
    assert "Tonight is about limits" not in texts_of(turned)  # the deleted card came back as new
    assert "Prompts for the room" in texts_of(turned)
    await world.restart()
    for _ in range(6):
        again = card_of(await press(world, "hana", again, "sessions:piece"))
    assert "Everything of this theme was shown" in texts_of(again)
    assert not has(again, "sessions:piece")
    assert "four words or fewer" in said(world)[-1]
    form = await press(world, "hana", again, "sessions:own-words")
    back = await submit(world, "hana", form, words="@everyone **what** helps?")
    assert "Prompts for the room" in texts_of(back)
    assert "helps" in said(world)[-1]
    form = await press(world, "hana", again, "sessions:own-words")
    sent = await world.people["hana"].submit_modal(form, {"words": "I want to kill myself"})
    assert "Not for me" in shown(sent)  # help comes to whoever wrote it
    await _own_words_after_the_end(world, card, again)


async def _own_words_after_the_end(world: World, card: Any, agenda: Any) -> None:
    late = [await panel_of(world, card) for _ in range(2)]
    form = await press(world, "hana", agenda, "sessions:own-words")
    await press(world, "hana", late[0], "sessions:close")
    assert "has ended" in shown(await press(world, "hana", late[1], "sessions:prompts"))
    before, words = len(said(world)), "I want to kill myself. What helps?"
    sent = shown(await world.people["hana"].submit_modal(form, {"words": words}))
    for each in ("has ended", "What helps?", "Not for me"):  # the words come back, and so does help
        assert each in sent
    assert len(said(world)) == before


async def test_a_check_how_people_are_is_told_by_fives_and_tied_to_nobody(world: World) -> None:
    card = await opened(world, "hana", "june", "sol")
    many, agenda, guild = await crowd(world, 5), world.bot.feature(Agenda), GuildId(world.guild.id)
    panel = await panel_of(world, card)
    for _ in range(2):  # pressed twice, asked once
        asked = await press(world, "hana", panel, "sessions:check")
    assert "three minutes" in shown(asked)
    question = posts(world, room(world))[-1]
    assert len(said(world)) == 2
    for each in many[:3]:
        assert await agenda.ease(1, guild, each, 1, 0) == "thanks"
    june, sol = world.people["june"], world.people["sol"]
    assert "tied to nobody" in shown(await june.click(question, custom_id=_ease(question, 0)))
    assert "already counted" in shown(await june.click(question, custom_id=_ease(question, 2)))
    await press(world, "sol", card, "sessions:leave")
    assert "people in the room" in shown(await sol.click(question, custom_id=_ease(question, 2)))
    await world.later(181)
    assert "Fewer than 5" in said(world)[-1]
    await enter(world, "sol")
    assert "is over" in shown(await sol.click(question, custom_id=_ease(question, 0)))
    await press(world, "hana", panel, "sessions:check")
    question = posts(world, room(world))[-1]
    await june.click(question, custom_id=_ease(question, 1))
    for each in many:
        await agenda.ease(1, guild, each, 2, 0)
    await world.restart()
    await world.later(181)
    told = said(world)[-1]
    assert "At ease / So-so: 6" in told
    assert ": 5" not in told  # five and one would tell of the one
    assert ": 1" not in told


async def test_a_co_host_can_do_all_that_the_host_can(world: World) -> None:
    host(world, "otis")
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:second", world.users["otis"]))
    await publish(world, card)
    await until(world, -1)
    await enter(world, "otis")
    (card,) = posts(world, room(world))
    panel = await panel_of(world, card, "otis")
    for address, words in (
        ("sessions:start", "Next turn"),
        ("sessions:next", "Nobody is speaking"),
        ("sessions:check", "three minutes"),
        ("sessions:prompts", "Prompts for the room"),
    ):
        done = await press(world, "otis", panel, address)
        assert words in shown(done)
        panel = await panel_of(world, card, "otis")
    assert "Timer:" in shown(await choose(world, "otis", panel, "sessions:timer", "round-5"))
    await press(world, "otis", panel, "sessions:close")
    assert "come to its end" in texts_of(posted(world))


def _ease(message: Any, feeling: int) -> str:
    return next(each for each in ids_of(message) if each.split("~")[0].endswith(f":{feeling}"))
