"""Cases that somebody holds when they step back or are erased, and those about themselves."""

from bot.app import SupportBot
from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from bot.services.courier import Parcel
from bot.services.heartbeat import Heartbeat
from bot.services.parting import Part
from bot.services.without import Without
from bot.storage.cases import Case
from bot.storage.outbox import Order
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import House, public_voice
from cogs.crisis.calls import staff_room
from cogs.crisis.staff import redraw, somebody_goes, take_back

ERASED = "cases:erased"


def draw_erased(house: House) -> Drawer:
    """Who tells staff that a case went with its person's wish, without a word about whom."""

    async def draw(parcel: Parcel) -> Post:
        voice = public_voice(house, parcel.guild)
        body = (voice("cases.erased"), voice("cases.erased-mend"))
        card = Card(voice("cases.erased-title"), body, tone=Tone.STAFF)
        return Post(staff_room(house, parcel.guild), card)

    return draw


class Holding:
    """Cases of staff and of members, as they end for one person."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    async def held(self, guild: GuildId, user: UserId) -> list[Case]:
        """Live cases that somebody has, as staff."""
        live = await self._bot.feature(CaseDesk).live(guild, user)
        return [case for case in live if case.owner == user]

    async def count_held(self, guild: GuildId, user: UserId) -> int:
        """How many."""
        return len(await self.held(guild, user))

    async def hand_back(self, guild: GuildId, user: UserId) -> None:
        """They wait for somebody else, who is called at once."""
        held = await self.held(guild, user)
        for case in held:
            await redraw(self._bot, await self._bot.cases.hand_back(guild, case.id, user))
        if held:
            await self._bot.feature(Heartbeat).beat()

    async def own(self, guild: GuildId, user: UserId) -> list[Case]:
        """Live cases about somebody of which nobody else told staff."""
        return await self._bot.feature(CaseDesk).of_their_own(guild, user)

    async def count_own(self, guild: GuildId, user: UserId) -> int:
        """How many."""
        return len(await self.own(guild, user))

    async def take_down(self, guild: GuildId, user: UserId) -> None:
        """Their cards and calls leave the staff channel; the rows go with everything else."""
        own = await self.own(guild, user)
        for case in own:
            await somebody_goes(self._bot, case)
            await take_back(self._bot, case)
        # It may be somebody else who holds the telephone: staff learn that there was a case, but
        # of one that is kept from some of them the channel says nothing, now as before.
        open_to_all, now = [case for case in own if not case.hidden], self._bot.clock.now()
        await self._bot.outbox.put(
            [Order(f"{ERASED}:{guild}:{each.id}", ERASED, guild, now, {}) for each in open_to_all]
        )

    async def forget(self, guild: GuildId, user: UserId) -> None:
        """What memory holds of somebody, and nothing has to hold any more."""
        self._bot.feature(Without).forget(guild, user)

    async def nothing(self, _guild: GuildId, _user: UserId) -> int:
        """What is only in memory is nothing that somebody has to decide about."""
        return 0


def name_parts(bot: SupportBot) -> None:
    """Name them to the house."""
    holding, partings = Holding(bot), bot.reach.partings
    partings.add(
        Part("cases.parting-held", holding.count_held, holding.hand_back, holding.hand_back)
    )
    partings.add(Part("cases.parting-own", holding.count_own, holding.take_down))
    partings.add(Part("", holding.nothing, holding.forget))
