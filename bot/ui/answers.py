"""Answering a press or a command: privately, in time, and whatever was answered before."""

from typing import Any

import discord

from bot.ui.cards import Card, files_of, layout


async def answer(interaction: discord.Interaction[Any], card: Card) -> None:
    """Show a card to the person who pressed, and to nobody else.

    In a direct message there is nobody else, and Discord treats it the same.
    """
    if interaction.response.is_done():
        await interaction.followup.send(view=layout(card), files=files_of(card), ephemeral=True)
    else:
        files = files_of(card)
        await interaction.response.send_message(view=layout(card), files=files, ephemeral=True)


async def turn(interaction: discord.Interaction[Any], card: Card) -> None:
    """Turn the private card on which a button was pressed into another one.

    Where the press was not on a private card of the bot's, the card is shown as a new one.
    """
    message = interaction.message
    private = message is not None and message.flags.ephemeral
    direct = message is not None and interaction.guild_id is None
    if interaction.response.is_done():
        if not (private or direct):
            await answer(interaction, card)
            return
        try:
            await interaction.edit_original_response(view=layout(card), **_pictures(card, message))
        except discord.NotFound:  # the card was deleted meanwhile: it is shown as a new one
            await answer(interaction, card)
    elif private or direct:
        await interaction.response.edit_message(view=layout(card), **_pictures(card, message))
    else:
        await answer(interaction, card)


def _pictures(card: Card, message: discord.Message | None) -> dict[str, Any]:
    """The pictures of the card in the place of those that stood there."""
    files = files_of(card)
    stood = message is not None and message.attachments
    return {"attachments": files} if files or stood else {}


async def thinking(interaction: discord.Interaction[Any]) -> None:
    """Acknowledge now, answer later: Discord waits three seconds and no longer."""
    if interaction.response.is_done():
        return
    message = interaction.message
    if interaction.type is discord.InteractionType.component and (
        message is not None and (message.flags.ephemeral or interaction.guild_id is None)
    ):
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def turning(interaction: discord.Interaction[Any]) -> None:
    """The same for a form that was opened on a private card, where that card will be turned.

    Without it every form sent would leave one more card below the one before.
    """
    message, done = interaction.message, interaction.response.is_done()
    form = interaction.type is discord.InteractionType.modal_submit
    if form and not done and message is not None and message.flags.ephemeral:
        await interaction.response.defer()
    else:
        await thinking(interaction)
