"""Who is called to a case, when the next are, and what staff can do with it."""

from datetime import timedelta

import pytest

from bot.ids import GuildId
from bot.sections import CaseSettings
from bot.services.calls import ALONE_A_MINUTE
from tests.behaviour.duty_desk import on_duty, posts, press
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


async def danger(world: World, who: str = "june", text: str = PLAIN) -> None:
    await world.people[who].send(world.rooms["lounge"], text)


async def test_nobody_goes_so_the_next_are_called_each_once_and_over_a_restart(
    world: World,
) -> None:
    await on_duty(world, "mara")
    await danger(world)
    (card,) = posts(world)
    assert f"<@{world.people['mara'].id}>" in texts_of(card)
    assert f"<@&{world.roles['moderator'].id}>" not in texts_of(card)
    await world.later(179)
    assert len(posts(world)) == 1
    await world.later(2)
    assert len(posts(world)) == 2
    assert f"<@&{world.roles['moderator'].id}>" in texts_of(posts(world)[1])
    await world.restart()
    await world.later(180)
    assert len(posts(world)) == 3
    assert f"<@{world.bot.get_guild(world.guild.id).owner_id}>" in texts_of(posts(world)[2])
    await world.restart()
    await world.later(24 * 3600)
    assert len(posts(world)) == 3


async def test_without_hours_all_moderators_are_asked_at_once_and_then_the_admins(
    world: World,
) -> None:
    await danger(world)
    (card,) = posts(world)
    assert f"<@&{world.roles['moderator'].id}>" in texts_of(card)
    await world.later(181)
    assert len(posts(world)) == 2
    assert "No moderator has gone" in texts_of(posts(world)[1])
    await world.later(24 * 3600)
    assert len(posts(world)) == 2


async def test_whoever_goes_ends_the_calls_and_takes_back_those_that_stand(world: World) -> None:
    await danger(world)
    await world.later(181)
    card, call = posts(world)
    await press(world, "mara", call, "cases:go")
    assert [m.id for m in posts(world)] == [card.id]
    assert "is going" in texts_of(posts(world)[0])
    await world.later(24 * 3600)
    assert len(posts(world)) == 1


async def test_a_case_that_is_handed_back_waits_and_calls_again(world: World) -> None:
    await danger(world)
    taken = await press(world, "mara", posts(world)[0], "cases:go")
    await world.later(3600)
    assert len(posts(world)) == 1
    back = await press(world, "mara", taken.response.message, "cases:back")
    assert "No reason is needed" in texts_of(back.response.message)
    assert "nobody is going yet" in texts_of(posts(world)[1])
    await world.later(181)
    assert len(posts(world)) == 3


async def test_somebody_who_cannot_is_thanked_and_the_case_stays_open(world: World) -> None:
    await danger(world)
    result = await press(world, "theo", posts(world)[0], "cases:back")
    assert "without a reason" in texts_of(result.response.message)
    assert "Nobody is going yet" in texts_of(posts(world)[0])


async def test_a_second_one_comes_along_and_is_named(world: World) -> None:
    await danger(world)
    (card,) = posts(world)
    await press(world, "mara", card, "cases:go")
    for _ in range(2):
        await press(world, "theo", posts(world)[0], "cases:join")
    shown = texts_of(posts(world)[0])
    assert shown.count(f"<@{world.people['theo'].id}>") == 1
    assert f"<@{world.people['mara'].id}> is going, with" in shown


async def test_more_people_are_called_at_once_by_a_press_and_not_again_by_the_clock(
    world: World,
) -> None:
    await on_duty(world, "mara")
    await danger(world)
    await press(world, "mara", posts(world)[0], "cases:more")
    assert f"<@&{world.roles['moderator'].id}>" in texts_of(posts(world)[1])
    await world.later(181)
    assert len(posts(world)) == 2
    await world.later(180)
    assert len(posts(world)) == 3  # the admins, by the clock


async def test_a_case_is_handed_to_staff_only(world: World) -> None:
    await danger(world)
    taken = (await press(world, "mara", posts(world)[0], "cases:go")).response.message
    over = button(taken, "cases:over")
    refused = await world.people["mara"].select(taken, custom_id=over, values=[world.users["sol"]])
    assert "only be given to somebody of the staff" in texts_of(refused.followups[0].message)
    done = await world.people["mara"].select(taken, custom_id=over, values=[world.users["theo"]])
    assert "handed over" in texts_of(done.response.message)
    assert f"<@{world.people['theo'].id}> is going" in texts_of(posts(world)[0])


async def test_hours_end_and_absence_counts(world: World) -> None:
    await on_duty(world, "mara")
    mara = world.people["mara"]
    listed = (await mara.slash(world.rooms["staff"], "cases list")).response.message
    mine = (await mara.click(listed, custom_id=button(listed, "rota:show"))).response.message
    assert "On duty now" in texts_of(mine)
    await mara.click(mine, custom_id=button(mine, "rota:away:7"))
    await danger(world)
    assert f"<@&{world.roles['moderator'].id}>" in texts_of(posts(world)[-1])
    await world.later(8 * 24 * 3600)
    await danger(world, "sol")
    assert any(f"<@{mara.id}>" in texts_of(m) for m in posts(world)[1:])


@pytest.mark.parametrize(
    ("start", "zone"), [("noon", "Europe/London"), ("18:00", "the moon"), ("18:99", "UTC")]
)
async def test_hours_that_cannot_be_read_are_refused_kindly(
    world: World, start: str, zone: str
) -> None:
    ada = world.people["ada"]
    card = (await ada.slash(world.rooms["staff"], "setup rota")).response.message
    chosen = await ada.select(
        card, custom_id=button(card, "rota:who"), values=[world.users["mara"]]
    )
    days = chosen.response.message
    form = await ada.select(days, custom_id=button(days, "rota:days"), values=["0"])
    result = await ada.submit_modal(form, {"start": start, "end": "20:00", "zone": zone})
    assert "could not read that time" in texts_of(result.response.message)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(None, "cannot promise"), ("now", "is on duty right now"), ("later", "do not wait for us")],
)
async def test_the_person_is_told_truly_whether_somebody_is_there(
    world: World, hours: str | None, words: str
) -> None:
    now = world.clock.now() + timedelta(hours=3 if hours == "later" else 0)
    if hours:
        start = f"{(now - timedelta(hours=2)).hour:02}:00"
        end = f"{(now + timedelta(hours=2)).hour:02}:00"
        if hours == "later":
            start = f"{(now + timedelta(hours=1)).hour:02}:00"
        await on_duty(world, "mara", start, end)
    await danger(world)
    june, line = world.people["june"], world.rooms["lounge"].last_message
    card = (await june.click(line, custom_id=button(line, "more:open"))).response
    asked = await june.click(card.message, custom_id=button(card.message, "more:human"))
    assert asked.acknowledged
    assert words in texts_of(card.message)


async def test_a_bad_night_is_told_in_one_card_and_everybody_gets_their_line(world: World) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(12)]
    for member in crowd:
        await member.send(lounge, PLAIN)
    alone = [m for m in posts(world) if "sounds like danger" in texts_of(m)]
    assert len(alone) == ALONE_A_MINUTE
    await world.later(70)
    gathered = [m for m in posts(world) if "Many people may need a human" in texts_of(m)]
    assert 1 <= len(gathered) <= 2
    assert "12 cases are waiting" in texts_of(gathered[-1])


async def test_the_wait_before_the_next_are_called_is_the_communitys_own(world: World) -> None:
    await world.bot.settings.change(GuildId(world.guild.id), CaseSettings, escalate_minutes=10)
    await danger(world)
    await world.later(9 * 60)
    assert len(posts(world)) == 1
    await world.later(61)
    assert len(posts(world)) == 2


async def test_what_has_ended_and_what_can_be_learned_of_it(world: World) -> None:
    mara, staff = world.people["mara"], world.rooms["staff"]
    await danger(world)
    await press(world, "mara", posts(world)[0], "cases:false")
    ended = texts_of((await mara.slash(staff, "cases history")).response.message)
    assert "Case 1" in ended
    assert str(world.people["june"].id) not in ended
    learned = texts_of((await mara.slash(staff, "cases stats")).response.message)
    assert "One case opened" in learned
    assert "False alarms among them: 1" in learned
    assert "Too few" in learned
