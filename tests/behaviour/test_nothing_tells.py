"""What others can read tells nobody what it is about: every category, every post, every address.

Read are the requests themselves: what stands in a channel, what a phone shows of it (a message's
`content`), titles of cards and forms, and every `custom_id`, private ones included.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.safety.screen import screen
from bot.safety.signal import Category, Level
from cogs.crisis.domain import CrisisSettings
from tests.sick import read_only
from tests.world import WORDS, World, button, texts_of

TELLING = re.compile(
    r"suicid|crisis|cris[ei]s|self.?harm|harm|hurt|abus|overdos|helpline|hotline|danger|violen|rape"
    r"|sexual|eating|anorex|bulimi|panic|dissoc|child|kill|\bdie|death|cut(ting)?\b|emergency|\b999\b"
    r"|imminent|third.party"
)
WAYS_ON = (
    *("more:human", "more:ask", "more:back", "more:ways", "more:back", "more:ground"),
    *("more:step", "more:back", "more:no", "more:hush:7"),
)
STAFF = ("cases:look", "cases:more", "cases:go")


def examples() -> dict[tuple[Category, Level], str]:
    """A sentence of the lexicon for every category and level that it has."""
    found: dict[tuple[Category, Level], str] = {}
    for pack in WORDS.lexicon.packs:
        for entry in (*pack.rules, *pack.together):
            for text in entry.matches[:1]:
                signal = screen(text, WORDS.lexicon)
                if signal is not None:
                    found.setdefault((signal.category, signal.level), text)
    return found


def telling(text: str) -> list[str]:
    return TELLING.findall(text.casefold())


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a request."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from walk(each)


class Sent:
    """What the bot has sent since a moment."""

    def __init__(self, world: World) -> None:
        rooms = {str(room.id): name for name, room in world.rooms.items()}
        self.posts = defaultdict[str, list[dict[str, Any]]](list)
        self.all: list[dict[str, Any]] = []
        for request in world.env.http_requests:
            body = request.json if isinstance(request.json, dict) else {}
            self.all += walk(body)
            place = re.fullmatch(r"/channels/(\d+)/messages", request.path)
            if place and request.method == "POST":
                self.posts[rooms.get(place[1], "elsewhere")].append(body)

    def addresses(self) -> set[str]:
        """Feature and verb of every `custom_id`; what follows is a number or sealed."""
        ids = [str(node["custom_id"]) for node in self.all if "custom_id" in node]
        for custom_id in ids:
            assert re.fullmatch(r"[a-z]+:[a-z]+(:\d+)*(:[\w-]{67})?(~[0-9a-f]{24})?", custom_id)
        return {":".join(custom_id.split(":")[:2]).partition("~")[0] for custom_id in ids}

    def titles(self) -> set[str]:
        """Titles of cards (the first text of each, marked as a heading) and of forms."""
        texts = [str(node.get("content") or "") for node in self.all]
        headings = {text.splitlines()[0] for text in texts if text.startswith("### ")}
        return headings | {str(node["title"]) for node in self.all if node.get("title")}


def words_in(body: dict[str, Any]) -> list[str]:
    """Every text and label of a post, in order."""
    keys = ("content", "label", "placeholder", "description", "title")
    return [str(node[key]) for node in walk(body) for key in keys if node.get(key)]


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


async def speak(world: World, number: int, text: str) -> Any:
    """Somebody new says it in a room of its own; answers them, and the line for them."""
    room = world.guild.create_text_channel(f"room-{number}")
    world.rooms[f"room-{number}"] = room
    name = f"one{number}"
    world.people[name] = world.guild.add_member(world.env.create_user(name))
    await world.people[name].send(room, text)
    return name, room.last_message


async def open_card(world: World, name: str, line: Any) -> Any:
    card = (await press(world, name, line, "more:open")).response
    if "safe to read" in texts_of(card.message):
        await press(world, name, card.message, "more:safe")
    return card


async def every_act_of_staff(world: World) -> None:
    history = world.rooms["staff"].history()
    asked = next(post for post in history if "would like to talk" in texts_of(post))
    for address in STAFF:
        await press(world, "theo", asked, address)


@pytest.fixture(scope="module")
def said() -> dict[tuple[Category, Level], str]:
    return examples()


def test_every_category_of_the_lexicon_is_looked_at(said: dict[Any, str]) -> None:
    assert {category for category, _ in said} == set(Category)
    assert {level for _, level in said} == set(Level) - {Level.NONE}


async def test_nothing_that_others_see_tells_what_it_is_about(
    world: World, said: dict[Any, str]
) -> None:
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(
        guild, CrisisSettings, alert_at_concern=True, alert_at_third_party=True
    )
    world.env.http_requests.clear()
    lines: dict[Any, Any] = {}
    for number, concern in enumerate(sorted(said)):
        name, line = await speak(world, number, said[concern])
        lines[concern] = line
        gravest = max((level for c, level in said if c == concern[0]), key=lambda each: each.rank)
        if concern[1] is gravest:
            who, card = name, await open_card(world, name, line)
    await world.bot.people.wish(guild, UserId(world.people[who].id), direct_messages=True)
    await world.later(70)  # so that the next case is told by itself again
    for address in WAYS_ON:
        await press(world, who, card.message, address)
    await every_act_of_staff(world)
    await world.later(200)  # the card for many, and the wider circles
    file = world.config.database_file
    assert file is not None
    async with read_only(world.bot.database, file):
        await speak(world, 99, said[Category.SUICIDE, Level.IMMINENT])
    sent = Sent(world)

    assert len(lines) == len(said)
    public = [post for name in sent.posts if name.startswith("room-") for post in sent.posts[name]]
    assert len({tuple(words_in(post)) for post in public}) == 1  # whatever it is about
    everywhere = [post for posts in sent.posts.values() for post in posts]
    assert len(sent.posts["staff"]) > 8
    assert sent.posts["elsewhere"]  # direct messages
    assert not [post["content"] for post in everywhere if post.get("content")]
    for name, posts in sent.posts.items():
        if name != "staff":
            assert not [text for post in posts for text in words_in(post) if telling(text)], name
    assert not {title for title in sent.titles() if telling(title)}
    assert len(sent.titles()) > 15
    assert not {address for address in sent.addresses() if telling(address)}
    assert {"more:open", "more:ask", "cases:go", "cases:over"} <= sent.addresses()
    sealed = [str(node["custom_id"]) for node in walk(public) if "custom_id" in node]
    assert len(sealed) == len(said) + 1
    assert len({len(each) for each in sealed}) == 1
