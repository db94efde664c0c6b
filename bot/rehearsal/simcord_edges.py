"""Every touch of SimCord that goes past its documented surface, each with its reason."""

from datetime import datetime

import simcord


def set_date(env: simcord.Env, moment: datetime) -> None:
    """Move the simulated Discord to `moment`; only before `env.start()`, and only forward.

    Why: SimCord always begins on 2026-01-01, and `env.advance_time` needs a running bot.
    """
    ahead = (moment - env.now()).total_seconds()
    if ahead > 0:
        env.backend.clock.advance(ahead)


def name_the_bot(env: simcord.Env, name: str) -> None:
    """Give the bot's account its name, before the community is made.

    Why: the account is called "TestBot", and its role takes the name when the guild is made.
    """
    env.backend.edit_bot_profile(name)


def say_before_start(
    env: simcord.Env, channel: simcord.ChannelHandle, author: simcord.MemberActor, text: str
) -> None:
    """Leave a message that the bot will not be woken by.

    Why: `MemberActor.send` waits for a running bot, and these words were said before it came.
    """
    env.backend.create_message(channel.id, author.id, text)
