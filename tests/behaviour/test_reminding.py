"""A moderator reminds somebody of a guideline, privately; they can answer, or speak to another."""

from datetime import timedelta
from typing import Any

import discord
import pytest
from sqlalchemy import func, select

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.without import Without
from bot.storage.database import StorageDown
from cogs.guidelines.letter_rows import LetterRow
from cogs.guidelines.letters import Letters, NoSuchLetter
from cogs.guidelines.service import Charter
from tests.behaviour.test_whom import lose_the_key
from tests.traces import find_traces
from tests.world import World, button, texts_of

MENU = "Guideline reminder"


def shown(result: Any) -> Any:
    return ([*result.followups] or [result.response])[-1].message


def everything(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(each.message) for each in pieces if each)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    result = await world.people[who].click(message, custom_id=button(message, address))
    return result if result.modal is not None else shown(result)


async def remind(world: World, line: str = "I liked your post.", who: str = "mara") -> Any:
    """June writes something, and a moderator reminds her of a guideline."""
    return shown(await written(world, line, who))


async def written(world: World, line: str = "I liked your post.", who: str = "mara") -> Any:
    """The same; answers all that the moderator is shown."""
    said = await world.people["june"].send(world.rooms["lounge"], "you should leave him")
    card = shown(await world.people[who].context_menu(world.rooms["lounge"], MENU, said))
    rule = str(next(e for e in world.bot.feature(Charter).shipped if "advise" in e.title).number)
    custom_id = button(card, "remind:which")
    form = await world.people[who].select(card, custom_id=custom_id, values=[rule])
    return await world.people[who].submit_modal(form, {"words": line})


async def note(world: World) -> Any:
    """The note as it waits at `/home`."""
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    cards = [home.response.message, *(each.message for each in home.followups)]
    return next(card for card in cards if "wrote you a short note" in texts_of(card))


def staff_posts(world: World) -> list[discord.Message]:
    return [m for m in world.rooms["staff"].history() if m.author == world.bot.user]


async def test_it_waits_at_home_in_neutral_words_and_opens_with_the_line(world: World) -> None:
    before = len(world.rooms["lounge"].history())
    sent = texts_of(await remind(world))
    assert "at their next /home" in sent
    assert len(world.rooms["lounge"].history()) == before + 1  # what june wrote, and nothing more
    card = await note(world)
    assert "advise" not in texts_of(card)
    await world.restart()
    opened = await press(world, "june", card, "remind:read")
    assert "I liked your post." in texts_of(opened)
    assert "Ask before you advise" in texts_of(opened)
    assert "not a warning" in texts_of(opened)


async def test_to_somebody_who_allowed_it_the_note_goes_as_a_direct_message(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, direct_messages=True)
    assert "at their next /home" in texts_of(await remind(world))
    await world.bot.people.wish(guild, june, staff_contact=True)
    assert "direct messages" in texts_of(await remind(world))
    letter = world.users["june"].dm_channel.last_message
    assert "wrote you a short note" in texts_of(letter)
    opened = await world.users["june"].click(letter, custom_id=button(letter, "remind:read"))
    assert "I liked your post." in texts_of(shown(opened))


async def test_the_answer_reaches_staff_behind_a_press_and_is_for_nobody_else(
    world: World,
) -> None:
    await remind(world)
    opened = await press(world, "june", await note(world), "remind:read")
    form = await press(world, "june", opened, "remind:answer")
    done = await world.people["june"].submit_modal(form, {"words": "I am sorry @everyone ||x||"})
    assert "Staff have your answer" in texts_of(done.response.message)
    (post,) = staff_posts(world)
    assert "sorry" not in texts_of(post)
    assert f"<@{world.people['mara'].id}>" in texts_of(post)
    read = await press(world, "theo", post, "remind:said")
    assert "I am sorry" in texts_of(read)
    assert "@everyone" not in texts_of(read)
    refused = await press(world, "sol", post, "remind:said")
    assert "do not have that role" in texts_of(refused)
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.feature(Without).choose(guild, june, UserId(world.people["theo"].id))
    refused = await press(world, "theo", post, "remind:said")  # whom she does not want on it
    assert "I am sorry" not in texts_of(refused)
    assert "I am sorry" in texts_of(await press(world, "mara", post, "remind:said"))
    lose_the_key(world, choices=1)  # nobody can say any more from whom it is to be kept
    assert "I am sorry" not in texts_of(await press(world, "mara", post, "remind:said"))


async def test_a_stranger_opens_nobodys_note(world: World) -> None:
    await remind(world)
    letters = world.bot.feature(Letters)
    with pytest.raises(NoSuchLetter):
        await letters.mine(1, UserId(world.people["sol"].id))
    with pytest.raises(NoSuchLetter):
        await letters.answered(GuildId(4), 1, UserId(world.people["mara"].id))


async def test_another_moderator_is_asked_only_after_saying_what_staff_see(world: World) -> None:
    await remind(world)
    opened = await press(world, "june", await note(world), "remind:read")
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    place = world.bot.get_guild(guild)
    assert place is not None
    ruled_out, owner = world.bot.feature(Without), UserId(place.owner_id or 0)
    await ruled_out.choose(guild, june, owner)  # and theo has not pressed anything yet
    alone = await press(world, "june", opened, "remind:other")
    assert "not met anybody else" in texts_of(alone)
    assert "ops@example.org" in texts_of(alone)
    opened = await press(world, "june", alone, "remind:read")
    await ruled_out.take_back(guild, june, owner)
    first = await press(world, "june", opened, "remind:other")
    assert "Staff will see your name" in texts_of(first)
    assert "not met anybody else" not in texts_of(first)
    assert staff_posts(world) == []
    asked = await press(world, "june", first, "remind:ask")
    assert "Staff know now" in texts_of(asked)
    (case,) = staff_posts(world)
    assert "a guideline reminder that they got" in texts_of(case)
    for act in ("cases:go", "cases:false"):  # whoever wrote the note is not who she asked for
        assert "somebody other than you" in texts_of(await press(world, "mara", case, act))
    await press(world, "theo", case, "cases:go")
    await remind(world, who="theo")
    opened = await press(world, "june", await note(world), "remind:read")
    first = await press(world, "june", opened, "remind:other")
    await press(world, "june", first, "remind:ask")
    for post in staff_posts(world):  # no card says any more that theo goes
        assert f"<@{world.people['theo'].id}>" not in texts_of(post)
    home = await world.people["theo"].slash(world.rooms["lounge"], "home")
    told = "".join(texts_of(each.message) for each in (home.response, *home.followups))
    assert "case 1 is for somebody else" in told
    assert f"<@{world.people['june'].id}>" not in told
    case = max(staff_posts(world), key=lambda post: post.id)
    assert "nobody is going yet" in texts_of(case)
    for who in ("mara", "theo"):  # theo had it; now he wrote to her himself, and it waits again
        assert "somebody other than you" in texts_of(await press(world, who, case, "cases:go"))
    await press(world, "ada", case, "cases:go")
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    told = [home.response.message, *(each.message for each in home.followups)]
    assert any("Somebody is coming" in texts_of(card) for card in told)


async def test_help_comes_with_an_answer_that_sounds_like_danger(world: World) -> None:
    await remind(world)
    opened = await press(world, "june", await note(world), "remind:read")
    here = GuildId(world.guild.id)
    staff = world.bot.settings.of(here, CommunitySettings).staff_channel
    await world.bot.settings.change(here, CommunitySettings, staff_channel=None)
    first = await press(world, "june", opened, "remind:other")  # nobody reads, and that is said
    assert "cannot bring it to anybody" in texts_of(first)
    with pytest.raises(AssertionError, match="no remind:ask"):
        button(first, "remind:ask")
    opened = await press(world, "june", first, "remind:read")
    await world.bot.settings.change(here, CommunitySettings, staff_channel=staff)
    form = await press(world, "june", opened, "remind:answer")
    done = await world.people["june"].submit_modal(form, {"words": "i want to kill myself tonight"})
    pieces = [texts_of(each.message) for each in (done.response, *done.followups)]
    assert any("999" in piece for piece in pieces)


async def test_a_count_and_a_date_stay_and_three_a_day_are_enough(world: World) -> None:
    for _ in range(3):
        await remind(world)
    refused = everything(await written(world, "a line of my own"))
    assert "had three reminders" in refused
    assert "a line of my own" in refused
    said = await world.people["june"].send(world.rooms["lounge"], "hello")
    card = shown(await world.people["mara"].context_menu(world.rooms["lounge"], MENU, said))
    assert "reminded 3 times" in texts_of(card)
    await world.env.advance_time(timedelta(days=31).total_seconds())
    await world.bot.beat()
    async with world.bot.database.read() as tx:
        kept = (await tx.execute(select(func.count()).select_from(LetterRow))).scalar_one()
    assert kept == 0
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    past = await world.bot.feature(Letters).reminded(guild, june)
    assert past is not None
    assert past.count == 3


@pytest.mark.parametrize(
    ("author", "words"), [("mara", "is yours"), ("theo", "one colleague to another")]
)
async def test_staff_and_oneself_are_told_kindly(world: World, author: str, words: str) -> None:
    said = await world.people[author].send(world.rooms["lounge"], "hello")
    card = shown(await world.people["mara"].context_menu(world.rooms["lounge"], MENU, said))
    assert words in texts_of(card)


async def test_on_a_post_of_the_bot_nobody_is_reminded(world: World) -> None:
    panel = world.rooms["welcome"].last_message
    card = shown(await world.people["mara"].context_menu(world.rooms["welcome"], MENU, panel))
    assert "cannot bring them a reminder" in texts_of(card)


async def test_with_words_as_long_as_the_field_and_after_answering_too_often(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await remind(world, "*" * 500)
    opened = await press(world, "june", await note(world), "remind:read")
    assert len(texts_of(opened)) < 4000
    for _ in range(4):
        form = await press(world, "june", opened, "remind:answer")
        done = await world.people["june"].submit_modal(form, {"words": "*" * 1000})
    assert "longer than fits here" in everything(done)
    assert everything(done).count("*") == 1000  # what was not taken is not lost

    async def broken(*_: object) -> None:
        raise StorageDown("full")

    monkeypatch.setattr(world.bot.feature(Letters), "answer", broken)
    form = await press(world, "june", opened, "remind:answer")
    words = {"words": "i want to kill myself tonight"}
    done = everything(await world.people["june"].submit_modal(form, words))
    assert words["words"] in done
    assert "999" in done


async def test_a_stolen_file_names_nobody_and_holds_no_word(world: World) -> None:
    await remind(world, "marzipan elephants")
    opened = await press(world, "june", await note(world), "remind:read")
    form = await press(world, "june", opened, "remind:answer")
    await world.people["june"].submit_modal(form, {"words": "liquorice giraffes"})
    await world.bot.feature(Charter).agree(
        GuildId(world.guild.id), UserId(world.people["june"].id), 1
    )
    ids = [world.people[name].id for name in ("june", "mara")]
    assert find_traces(world.config.home, ids, ["marzipan", "giraffes"]) == []
