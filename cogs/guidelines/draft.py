"""`/setup guidelines`: one by one into a draft, then the difference, then published or not."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import GuildId
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.setup_menu import SetupMenu
from cogs.guidelines.choose import Choices
from cogs.guidelines.difference import difference_card, pages_of
from cogs.guidelines.domain import NUDGE, REMINDER, TEXT, TITLE, Rule, find, sum_of
from cogs.guidelines.paging import pieces, size
from cogs.guidelines.reading import selects
from cogs.guidelines.regular import Regular
from cogs.guidelines.service import Charter, NoSuchRule, NothingToPublish

SMALL, MATERIAL = 0, 1
# A guideline of the community's own is of use wherever people share and answer.
OWN_CONTEXTS = ("sharing", "replying")
WHOLE = 3600  # characters of one guideline on one card; the rest is for its small print
LONGEST = {"title": TITLE, "reminder": REMINDER, "text": TEXT, "nudge": NUDGE}


class Unfit(Refusal):
    """A field is longer than it may be."""

    key = "refusal.longer-than-its-field"


class NothingWritten(Refusal):
    """A field holds no word."""

    key = "refusal.empty-guideline"


class Look(Pick, address="charter:look", label="charter.look", ids=1):
    """One guideline of the draft; the id is which select it was chosen from."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        rule = drafted(interaction, guild, int(values[0]))
        await turn(interaction, rule_card(voice_of(interaction), rule))


class More(Route, address="charter:part", label="charter.more-difference", ids=2):
    """The next part of a long one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        rule = drafted(interaction, guild, self.ids[0])
        await turn(interaction, rule_card(voice_of(interaction), rule, self.ids[1]))


class Change(Route, address="charter:change", label="charter.change", ids=1):
    """Opens the fields of one guideline."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        rule = drafted(interaction, guild, self.ids[0])
        await RuleForm(rule.number).open(
            interaction, {each: getattr(rule, each) for each in LONGEST}
        )


class Add(Route, address="charter:add", label="charter.add"):
    """Opens empty fields for one more."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await RuleForm(0).open(interaction)


class RuleForm(Form, address="charter:words", title="charter.form-title", ids=1):
    """The words of one guideline; number 0 is a new one."""

    fields = (
        Field("title", "charter.field-title", TITLE),
        Field("reminder", "charter.field-reminder", REMINDER, hint="charter.hint-reminder"),
        Field("text", "charter.field-text", TEXT, tall=True),
        Field("nudge", "charter.field-nudge", NUDGE, tall=True, hint="charter.hint-nudge"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        written = {each: words.get(each, "").strip() for each in LONGEST}
        if not all(written.values()):
            raise NothingWritten
        if any(len(written[each]) > longest for each, longest in LONGEST.items()):
            raise Unfit
        await thinking(interaction)
        charter = house_of(interaction).feature(Charter)
        if self.ids[0]:
            rule = drafted(interaction, guild, self.ids[0]).model_copy(update=written)
        else:
            rule = Rule(id=_own_id(charter, guild), contexts=OWN_CONTEXTS, **written)
        await charter.write(guild, rule)
        await turn(interaction, rule_card(voice_of(interaction), rule))


class LeaveOut(Route, address="charter:out", label="charter.leave-out", ids=1):
    """Takes one out of the draft."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await house_of(interaction).feature(Charter).leave_out(guild, self.ids[0])
        await turn(interaction, draft_card(interaction, guild))


class Restore(Route, address="charter:restore", label="charter.restore"):
    """The draft becomes what ships with Hearth; nothing is published by it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await house_of(interaction).feature(Charter).restore(guild)
        await turn(interaction, draft_card(interaction, guild))


class Discard(Route, address="charter:discard", label="charter.discard"):
    """Throws the draft away."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await house_of(interaction).feature(Charter).discard(guild)
        await turn(interaction, draft_card(interaction, guild))


class Back(Route, address="charter:draft", label="charter.back"):
    """Back to the beginning."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await turn(interaction, draft_card(interaction, guild))


class Difference(Route, address="charter:difference", label="charter.difference", ids=1):
    """What would change, a page at a time; only from here it is published."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, voice = require(interaction, Right.ADMINISTER), voice_of(interaction)
        charter = house_of(interaction).feature(Charter)
        said = pages_of(voice, charter.unpublished(guild))
        if not said:
            raise NothingToPublish
        number, seen = min(self.ids[0], len(said) - 1), sum_of(charter.draft(guild))
        ways: list[Control] = [Back.button(voice)]
        if number + 1 < len(said):
            more = voice("charter.more-difference")
            ways.append(Difference.button(voice, number + 1, label=more))
        else:
            ways.append(Publish.button(voice, seen, SMALL, label=voice("charter.publish-small")))
            ways.append(Publish.button(voice, seen, MATERIAL))
        await turn(interaction, difference_card(voice, said, number, tuple(ways)))


class Publish(Route, address="charter:publish", label="charter.publish-material", ids=2):
    """The draft that was shown holds from now on; the second id: whether all are asked again."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, voice = require(interaction, Right.ADMINISTER), voice_of(interaction)
        await thinking(interaction)
        seen, weight = self.ids
        charter = house_of(interaction).feature(Charter)
        now = await charter.publish(guild, seen, material=weight == MATERIAL)
        key = "charter.published-material" if weight == MATERIAL else "charter.published-small"
        title = voice("charter.published-title", version=now.version)
        await turn(interaction, Card(title, (voice(key),), tone=Tone.STAFF))


def drafted(interaction: discord.Interaction[Any], guild: GuildId, number: int) -> Rule:
    """One guideline of the draft.

    Raises:
        NoSuchRule: it is not there any more.
    """
    found = find(house_of(interaction).feature(Charter).draft(guild), number)
    if found is None:
        raise NoSuchRule
    return found


def draft_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """What holds, what is being written, and every way to change it."""
    voice, charter = voice_of(interaction), house_of(interaction).feature(Charter)
    chosen, draft = charter.chosen(guild), charter.draft(guild)
    waiting = len(charter.unpublished(guild))
    body = (
        voice("charter.now", version=chosen.version, count=len(charter.rules(guild))),
        voice("charter.waiting", count=waiting) if waiting else voice("charter.nothing-waiting"),
    )
    rows: list[tuple[Control, ...]] = []
    for block, (label, options) in enumerate(selects(voice, Look.label_key, draft)):
        rows.append((Look.words(voice, options, block, label=label),))
    if waiting:
        rows.append((Difference.button(voice, 0), Discard.button(voice)))
    rows.append((Add.button(voice), Restore.button(voice)))
    rows.append((Choices.button(voice), Regular.button(voice)))
    small = voice("charter.small")
    return Card(voice("charter.title"), body, tuple(rows), tone=Tone.STAFF, small=small)


def rule_card(voice: Voice, rule: Rule, part: int = 0) -> Card:
    """One guideline of the draft, with everything that can be done with it."""
    also = (
        voice("charter.shows-reminder", words=plain(rule.reminder)),
        voice("charter.shows-nudge", words=plain(rule.nudge)),
    )
    title = plain(rule.title)
    parts = pieces(rule.text, WHOLE - sum(map(size, (title, *also))))
    part = min(part, len(parts) - 1)
    row: list[Control] = [
        Change.button(voice, rule.number),
        LeaveOut.button(voice, rule.number),
        Back.button(voice),
    ]
    if len(parts) > 1:
        row.insert(0, More.button(voice, rule.number, (part + 1) % len(parts)))
    body, small = (parts[part], *also), voice("charter.in-the-draft")
    return Card(title, body, (tuple(row),), tone=Tone.STAFF, small=small)


def add_command(bot: SupportBot) -> None:
    """Put it on the admins' menu."""

    @bot.feature(SetupMenu).command(name="guidelines", description="charter.command")
    async def guidelines(interaction: discord.Interaction[Any]) -> None:
        """The draft, and what is decided about it."""
        guild = require(interaction, Right.ADMINISTER)
        await answer(interaction, draft_card(interaction, guild))


def _own_id(charter: Charter, guild: GuildId) -> str:
    """A name for one more: none that stands, stood before, or ships."""
    taken = {each.id for each in (*charter.draft(guild), *charter.rules(guild))}
    number = 1
    while f"own-{charter.chosen(guild).version}-{number}" in taken:
        number += 1
    return f"own-{charter.chosen(guild).version}-{number}"


ROUTES = (Look, More, Change, Add, LeaveOut, Restore, Discard, Back, Difference, Publish)
FORMS = (RuleForm,)
