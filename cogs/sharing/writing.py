"""Writing: the form, the private preview, and the press that sends it on its way.

What was typed is kept as a sealed draft before anything else is said, so the preview works after a
restart; where it cannot be kept, it is given back word for word.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import discord

from bot.errors import HearthError
from bot.services.guideline_lines import GuidelineLines
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card
from bot.ui.explain import explain
from bot.ui.forms import Choice, Field, Form
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.sharing.called import Called
from cogs.sharing.cards import Audience, Rows, posted_card, preview_card, public_card, shown_picture
from cogs.sharing.domain import (
    DELAYS,
    MAX_LENGTH,
    MAX_NOTE,
    SMALL_AUDIENCE,
    SharingSettings,
    Wish,
    harmless,
)
from cogs.sharing.identifying import identifying
from cogs.sharing.keeping import Keeping
from cogs.sharing.leaving import Discard, Unlink, Withdraw, author_of
from cogs.sharing.names import Names
from cogs.sharing.pictures import Pictures
from cogs.sharing.sealing import Author, Typed
from cogs.sharing.service import Sharing
from cogs.sharing.store import Share

LONGEST = 4000  # Discord's own: what is too long to post is not too long to be kept
ON_A_CARD = 3800
WORDS = Field("words", "sharing.form-words", LONGEST, tall=True, hint="sharing.form-hint")
NOTE = Field("note", "sharing.form-note", MAX_NOTE, required=False, hint="sharing.form-note-hint")
WISH = Choice(
    "wish",
    "sharing.form-wish",
    tuple((each.value, f"sharing.wish-{each.value}") for each in Wish),
)
STAFF = Choice(
    "staff", "sharing.form-staff", (("no", "sharing.staff-no"), ("yes", "sharing.staff-yes"))
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else can be done with a draft, in rows below its own buttons; another file's."""

    rows: Callable[[Voice, Share], Awaitable[Rows]]


class Write(Route, address="sharing:write", label="sharing.write"):
    """Opens the form."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await house_of(interaction).feature(Sharing).check(author_of(interaction))
        await ShareForm().open(interaction)


class ShareForm(Form, address="sharing:new", title="sharing.form-title"):
    """What somebody wants to share."""

    fields = (WORDS, NOTE, WISH, STAFF)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        async def keep(sharing: Sharing, author: Author, typed: Typed) -> int:
            return await sharing.begin(author, typed)

        await kept_and_shown(interaction, words, keep)


class ReplyForm(Form, address="sharing:answer", title="sharing.reply-title", ids=1):
    """A reply to a share."""

    fields = (WORDS, NOTE, STAFF)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        async def keep(sharing: Sharing, author: Author, typed: Typed) -> int:
            return await sharing.begin(author, typed, self.ids[0])

        await kept_and_shown(interaction, words, keep)


class EditForm(Form, address="sharing:edited", title="sharing.edit-title", ids=1):
    """Other words for a share that stands."""

    fields = (WORDS, NOTE)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        async def keep(sharing: Sharing, author: Author, typed: Typed) -> int:
            return await sharing.begin_edit(author, self.ids[0], typed)

        await kept_and_shown(interaction, words, keep)


class RewriteForm(Form, address="sharing:again", title="sharing.form-title", ids=1):
    """Other words for what is not posted yet."""

    fields = (WORDS, NOTE, WISH, STAFF)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        async def keep(sharing: Sharing, author: Author, typed: Typed) -> int:
            await sharing.rewrite(author, self.ids[0], typed)
            return self.ids[0]

        await kept_and_shown(interaction, words, keep)


class RewordForm(Form, address="sharing:reword", title="sharing.edit-title", ids=1):
    """Other words for a reply or a change that is not posted yet; its wishes stay."""

    fields = (WORDS, NOTE)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        async def keep(sharing: Sharing, author: Author, typed: Typed) -> int:
            was = await house_of(interaction).feature(Keeping).get(author, self.ids[0])
            may_write = was.address is not None
            asked = replace(typed, wish=was.wish, staff_may_write=may_write)
            await sharing.rewrite(author, self.ids[0], asked)
            return self.ids[0]

        await kept_and_shown(interaction, words, keep)


async def kept_and_shown(
    interaction: discord.Interaction[Any],
    words: Mapping[str, str],
    keep: Callable[[Sharing, Author, Typed], Awaitable[int]],
) -> None:
    """Keep what was typed and show it; what could not be kept is given back."""
    await thinking(interaction)
    wish = words.get("wish", "")
    typed = Typed(
        words.get("words", ""),
        words.get("note", ""),
        Wish(wish) if wish in set(Wish) else Wish.LISTEN,
        staff_may_write=words.get("staff") == "yes",
    )
    try:
        number = await keep(house_of(interaction).feature(Sharing), author_of(interaction), typed)
    except HearthError as problem:
        await explain(interaction, problem)
        await give_back(interaction, typed)
    else:
        await show_preview(interaction, number)


async def give_back(interaction: discord.Interaction[Any], typed: Typed) -> None:
    """Show somebody their own words again, whole."""
    voice, whole = voice_of(interaction), "\n\n".join(filter(None, (typed.note, typed.body)))
    for at in range(0, len(whole.strip()) and len(whole), ON_A_CARD):
        piece = harmless(whole[at : at + ON_A_CARD])
        await answer(interaction, Card(voice("sharing.yours-again"), words=piece))


async def show_preview(interaction: discord.Interaction[Any], number: int) -> None:
    """Help first where it sounds like danger; then how it will look; then what can be done."""
    house, voice = house_of(interaction), voice_of(interaction)
    sharing, author = house.feature(Sharing), author_of(interaction)
    share = await house.feature(Keeping).get(author, number)
    typed = sharing.typed(share)
    support = house.feature(Support)
    kept = await house.feature(Pictures).of(share)
    alt = "" if kept is None else kept.alt
    signal = support.read(author.guild, f"{typed.note}\n{typed.body}\n{alt}")
    if signal is not None:
        await answer(interaction, await support.card(interaction, signal))
    if len(typed.body) <= MAX_LENGTH:
        shown = public_card(voice, share, typed, picture=shown_picture(kept))
        await answer(interaction, shown)
    line = house.feature(GuidelineLines).line_beside(share.guild, "sharing", share.id)
    await answer(interaction, (await control_card(interaction, share, typed)).saying(line))


async def control_card(interaction: discord.Interaction[Any], share: Share, typed: Typed) -> Card:
    """The card with the buttons of a draft."""
    house, voice = house_of(interaction), voice_of(interaction)
    guild, place = interaction.guild, house.settings.of(share.guild, SharingSettings).channel
    called = house.feature(Called)
    names = set[str]() if guild is None else await called.names(guild, interaction.user)
    everyday = {word for pack in house.lexicon.packs for word in pack.common}
    known = await asyncio.to_thread(Names, names, everyday)
    found = identifying(f"{typed.note}\n{typed.body}", known)
    kinds = tuple(dict.fromkeys(each.kind for each in found))
    people = None if guild is None else guild.member_count
    small = people if people is not None and people < SMALL_AUDIENCE else None
    pictured = await house.feature(Pictures).has(share)
    audience = Audience(f"<#{place}>" if place else "—", small, kinds, pictured=pictured)
    too_long = len(typed.body) > MAX_LENGTH
    rows = draft_rows(voice, share, too_long=too_long)
    if share.edits is None and not too_long:
        rows = (*rows, *await house.feature(Beside).rows(voice, share))
    return preview_card(voice, share, audience, len(typed.body), rows)


def draft_rows(voice: Voice, share: Share, *, too_long: bool) -> Rows:
    """What can be done with a draft."""
    change, throw = Change.button(voice, share.id), Discard.button(voice, share.id)
    if too_long:
        return ((change, throw),)
    key = "sharing.unveil" if share.veiled else "sharing.veil"
    veil = Veil.button(voice, share.id, int(not share.veiled), label=voice(key))
    minutes = [(str(each), voice("sharing.within", minutes=each)) for each in DELAYS]
    wait = Wait.words(voice, minutes, share.id)
    return ((Post.button(voice, share.id), change, veil, throw), (wait,))


class Post(Route, address="sharing:post", label="sharing.post", ids=1):
    """Sends a draft on its way; nothing is posted without this press."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, voice, number = house_of(interaction), voice_of(interaction), self.ids[0]
        share = await house.feature(Sharing).post(author_of(interaction), number)
        rows: Rows = ((Unlink.button(voice, number), Withdraw.button(voice, number)),)
        if share.edits is not None:
            rows = ((Withdraw.button(voice, number),),)
        await turn(interaction, posted_card(voice, share, rows))


class Change(Route, address="sharing:change", label="sharing.change", ids=1):
    """Opens the form again, with what was written."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        house = house_of(interaction)
        share = await house.feature(Keeping).get(author_of(interaction), self.ids[0])
        typed = house.feature(Sharing).typed(share)
        written = {"words": typed.body, "note": typed.note, "wish": typed.wish.value}
        written["staff"] = "yes" if typed.staff_may_write else "no"
        is_share = share.root is None and share.edits is None
        form = RewriteForm if is_share else RewordForm
        await form(self.ids[0]).open(interaction, written)


class Veil(Route, address="sharing:veil", label="sharing.veil", ids=2):
    """Lets the words open at a press, or not."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await adjusted(interaction, self.ids[0], veiled=bool(self.ids[1]))


class Wait(Pick, address="sharing:wait", label="sharing.wait", ids=1):
    """How long it may wait before it is posted."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        minutes = int(values[0]) if values[0].isdecimal() else 0
        await adjusted(interaction, self.ids[0], minutes=minutes)


async def adjusted(interaction: discord.Interaction[Any], number: int, **how: bool | int) -> None:
    """Change a draft and show its card again."""
    sharing = house_of(interaction).feature(Sharing)
    share = await sharing.adjust(author_of(interaction), number, **how)
    await turn(interaction, await control_card(interaction, share, sharing.typed(share)))


ROUTES = (Write, Post, Change, Veil, Wait)
FORMS = (ShareForm, ReplyForm, EditForm, RewriteForm, RewordForm)
