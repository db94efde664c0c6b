"""What members meet: arriving, help, and their own settings."""

from tests.gallery.visit import Visit
from tests.world import button

IMMINENT = "i want to kill myself tonight"
HIGH = "i keep cutting myself and i cannot stop"
AT_HOME = "my husband is hitting me right now"
OVERDOSE = "i took all my pills"
WISH = "i want to die"
PANIC = "i am having a panic attack and can't breathe"


async def welcome(visit: Visit) -> None:
    (panel, *_) = [each for each in visit.posts("welcome") if _has(each, "home:about")]
    await visit.walk_post("june", panel, 30)
    for post in visit.posts("welcome"):
        if _has(post, "guidelines:join"):
            await visit.walk_post("robin", post, 90, most=6)
    for command in ("home", "guidelines", "about"):
        await visit.walk_command("robin", command, 40)
        await visit.walk_command("noor", command, 15)


async def help_now(visit: Visit) -> None:
    said = {"june": IMMINENT, "sol": HIGH, "noor": PANIC, "kim": OVERDOSE, "hana": WISH}
    for who, words in said.items():
        await visit.who(who).send(visit.room("lounge"), words)
        line = visit.posts("lounge")[-1]
        await visit.press("robin", line, "more:open")
        await visit.walk_post(who, line, 90, most=9)
    await visit.walk_command("june", "helpnow", 30)
    for name in ("a", "b", "c", "d", "e"):
        visit.world.people[name] = visit.world.guild.add_member(visit.world.env.create_user(name))
        await visit.who(name).send(visit.room("lounge"), IMMINENT)
    await visit.walk_post("a", visit.posts("lounge")[-1], 10)
    await visit.world.users["robin"].send_dm(IMMINENT)
    await visit.world.users["robin"].send_dm("hello")
    await visit.later(hours=7)
    await visit.walk_command("june", "home", 10)


async def help_gently(visit: Visit) -> None:
    said = (
        ("june", AT_HOME),
        ("sol", "i was raped last night"),
        ("noor", "i am 13 and my dad hits me"),
        ("kim", "i want to throw up everything i eat, i have not eaten for days"),
        ("robin", "my friend wants to kill herself tonight and i do not know what to do"),
    )
    for who, words in said:
        before = len(visit.posts("lounge"))
        await visit.who(who).send(visit.room("lounge"), words)
        for line in visit.posts("lounge")[before:]:
            await visit.walk_post(who, line, 50, most=4)
    talk = await visit.who("sol").send(visit.room("lounge"), "I cannot do this any more")
    for target in (visit.who("sol"), talk):
        form = await visit.menu("june", "worry.menu", target)
        await visit.sends("june", form, words="She writes as if she said goodbye.")
    form = await visit.menu("june", "worry.menu", visit.who("theo"))
    await visit.sends("june", form, words="")
    await visit.menu("june", "worry.menu", visit.who("kim"))


async def me(visit: Visit) -> None:
    await visit.walk_command("june", "me", 150, most=5)
    await visit.press("june", visit.card(await visit.slash("june", "me")), "me:away")
    await visit.walk_command("noor", "home", 10)
    kept = visit.card(await visit.slash("kim", "me"))
    form = await visit.press("kim", kept, "mine:see")
    see = visit.card(form)
    asked = visit.card(await visit.press("kim", see, "mine:erase"))
    form = await visit.press("kim", asked, "mine:word")
    await visit.sends("kim", form, word="something else")
    form = await visit.press("kim", asked, "mine:word")
    word = "erase"
    done = visit.card(await visit.sends("kim", form, word=word))
    await visit.walk_post("kim", done, 5)
    await visit.walk_command("ada", "setup privacy", 20, room="staff")


def _has(message: object, address: str) -> bool:
    try:
        return bool(button(message, address))
    except AssertionError:
        return False
