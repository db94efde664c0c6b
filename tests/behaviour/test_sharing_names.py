"""Names of members in a share are noticed, where the operator lets the bot know its members."""

from pathlib import Path

from tests.behaviour.share_desk import open_sharing, shown, write
from tests.world import open_world


async def test_names_and_nicknames_are_noticed_where_the_bot_may_know_them(tmp_path: Path) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        await open_sharing(world)
        world.guild.add_member(world.env.create_user("petronella9"), nick="Aunt Petra")
        await world.env.settle()
        said = shown(await write(world, words="it was about aunt petra and me"))
        assert "a name of somebody here" in said
        assert "a name" not in shown(await write(world, words="it was about us"))
