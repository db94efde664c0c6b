"""Private answers speak the language of whoever asked; what everybody sees, the community's."""

import re
from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.reach import Notice, Reach
from bot.ui.house import voice_to_sender
from cogs.crisis.staff import COMING
from tests.behaviour.speaking import speaks
from tests.world import WORDS, World, button, texts_of

TOLD = "i want to end it tonight"
NOBODY_READS = {each: WORDS.texts.say("more.dm-nobody", each) for each in ("en", "de")}
SOMEBODY_COMES = {each: WORDS.texts.say("cases.coming-title", each) for each in ("en", "de")}
ENGLISH_LINE, GERMAN_LINE = "There is more here", "Hier ist noch etwas"


@pytest.fixture
def in_german(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """June's Discord is German, Sol's is Austrian as far as Discord knows it: German too."""
    speaks(monkeypatch, {world.people["june"].id: "de", world.people["sol"].id: "de-AT"})
    return world


async def test_a_private_card_is_german_while_the_line_in_the_channel_is_not(
    in_german: World,
) -> None:
    world, june, mara = in_german, in_german.people["june"], in_german.people["mara"]
    lounge = world.rooms["lounge"]
    await june.send(lounge, TOLD)
    line = lounge.last_message
    assert ENGLISH_LINE in texts_of(line)
    card = (await june.click(line, custom_id=button(line, "more:open"))).response.message
    assert "Wenn jetzt Gefahr ist: **999**" in texts_of(card)
    numbers = (await june.slash(lounge, "helpnow")).response.message
    assert "man muss nicht suizidal sein, um anzurufen" in texts_of(numbers)
    assert "Für den Notruf per Text" in texts_of(numbers)
    offered = (await june.click(card, custom_id=button(card, "more:ground"))).response.message
    assert "5-4-3-2-1 mit deinen Sinnen" in texts_of(offered)
    steps = await june.click(offered, custom_id=button(offered, "more:step"))
    assert "Spür vier Dinge" in texts_of(steps.response.message)
    taken = world.rooms["staff"].last_message
    staff = (await mara.click(taken, custom_id=button(taken, "cases:go"))).response.message
    assert "Thank you" in texts_of(staff)


async def test_about_says_in_german_who_has_not_checked_the_words(in_german: World) -> None:
    lounge = in_german.rooms["lounge"]
    for name in ("june", "sol"):
        about = await in_german.people[name].slash(lounge, "about")
        assert "noch keine Fachperson geprüft" in texts_of(about.response.message)
    english = texts_of((await in_german.people["mara"].slash(lounge, "about")).response.message)
    assert "open source" in english
    assert "\n\n\n" not in english


async def test_an_admin_chooses_the_language_of_the_community_by_its_own_name(
    in_german: World,
) -> None:
    world, ada, lounge = in_german, in_german.people["ada"], in_german.rooms["lounge"]
    wizard = (await ada.slash(world.rooms["staff"], "setup wizard")).response.message
    pressed = button(wizard, "setup:step").rpartition(":")[0]
    fourth = (await ada.click(wizard, custom_id=button(wizard, "setup:step"))).response.message
    while "4 of 5" not in texts_of(fourth):
        ways = [each for each in _ids(fourth) if each.startswith(pressed)]
        fourth = (await ada.click(fourth, custom_id=ways[-1])).response.message
    assert "'Deutsch'" in str(fourth.components[0].to_dict())
    assert "'English'" in str(fourth.components[0].to_dict())
    after = await ada.select(fourth, ["de"], custom_id=button(fourth, "setup:language"))
    assert "Language of the cards for everybody: Deutsch" in texts_of(after.response.message)
    chosen = world.bot.settings.of(GuildId(world.guild.id), CommunitySettings)
    assert chosen.locale == "de"
    await world.people["mara"].send(lounge, TOLD)
    line = lounge.last_message
    assert GERMAN_LINE in texts_of(line)
    card = await world.people["mara"].click(line, custom_id=button(line, "more:open"))
    assert "Only you can see this card" in texts_of(card.response.message)
    read = await world.people["mara"].slash(lounge, "guidelines")
    assert "Was hier gesagt wird, bleibt hier" in texts_of(read.response.message)


async def test_what_is_sent_unasked_speaks_the_chosen_language_else_the_communitys(
    in_german: World,
) -> None:
    world, june, guild = in_german, in_german.users["june"], GuildId(in_german.guild.id)
    reach, numbers = world.bot.feature(Reach), world.bot.notices.numbers
    await world.bot.people.wish(guild, UserId(june.id), direct_messages=True)

    async def sent(case: int) -> str:
        await june.send_dm("hello")
        answer = texts_of(june.dm_channel.last_message)
        await reach.tell(Notice(guild, UserId(june.id), COMING, {"case": case}), numbers)
        await world.bot.beat()
        await world.env.settle()
        return f"{answer}\n{texts_of(june.dm_channel.last_message)}"

    # June's Discord is German, but a message does not say so, and it is not kept.
    first = await sent(1)
    assert NOBODY_READS["en"] in first
    assert SOMEBODY_COMES["en"] in first
    await world.bot.settings.change(guild, CommunitySettings, locale="de")
    second = await sent(2)
    assert NOBODY_READS["de"] in second
    assert SOMEBODY_COMES["de"] in second
    # Where this bot's communities speak two languages, neither is guessed.
    somebody, other = UserId(5), GuildId(6)
    assert voice_to_sender(world.bot, somebody, (guild,)).locale == "de"
    assert voice_to_sender(world.bot, somebody, (guild, other)).locale == "en"
    await world.bot.people.wish(guild, UserId(june.id), locale="en")
    third = await sent(3)
    assert NOBODY_READS["en"] in third
    assert SOMEBODY_COMES["en"] in third
    # A press in a direct message names no community either: what was chosen wins there too.
    letter = next(m for m in june.dm_channel.history() if "helpnow:open" in str(m.components))
    shown = await june.click(letter, custom_id=button(letter, "helpnow:open"))
    assert WORDS.texts.say("helpnow.title", "en") in texts_of(shown.followups[0].message)


def _ids(message: Any) -> list[str]:
    return re.findall(r"'custom_id': '([^']*)'", str([c.to_dict() for c in message.components]))
