"""The chapters of the gallery: each a story in a community of its own."""

from dataclasses import dataclass

from tests.gallery import caring, meeting, members, setting_up
from tests.gallery.visit import Story


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page: its file, what it is called, what it shows, and its story."""

    name: str
    title: str
    about: str
    story: Story
    ready: bool = True


CHAPTERS = (
    Chapter(
        "welcome",
        "Arriving",
        "The Home panel, /home, /about, the welcome, the guidelines and the first choices.",
        members.welcome,
    ),
    Chapter(
        "help",
        "When somebody needs help",
        "What a member sees after a message that sounds like danger, and at /helpnow.",
        members.help_now,
    ),
    Chapter(
        "help-gently",
        "Help where it may not be safe to read",
        "Violence at home, sexual violence, a child in danger; worry about somebody else.",
        members.help_gently,
    ),
    Chapter(
        "cases",
        "Staff and cases",
        "What moderators see when somebody may need a human: cases, calls, duty, looking in.",
        caring.cases,
    ),
    Chapter(
        "staff-care",
        "Care for staff",
        "After a hard case, the rota, swaps, who may know, and the hello on the next day.",
        caring.aftercare,
    ),
    Chapter(
        "reports",
        "Reports and reminders",
        "Reports to staff, private reminders of a guideline, and a room that is slowed down.",
        caring.reports,
    ),
    Chapter(
        "checkins",
        "Check-ins",
        "The prompt, the private answer, what is kept, the diary, and how an admin plans them.",
        meeting.checkins,
    ),
    Chapter(
        "sharing",
        "Sharing without a name",
        "Writing, looking once more, replies, what staff can do, and what an author sees.",
        meeting.sharing,
    ),
    Chapter(
        "sessions",
        "Planning sessions",
        "A draft, the public card, who comes, changes, proposals and cover.",
        meeting.sessions,
    ),
    Chapter(
        "sessions-live",
        "While a session goes on",
        "Reminders, the room, turns, the host's panel, the goodbye and the day after.",
        meeting.live,
    ),
    Chapter(
        "me",
        "Me and my data",
        "/me: language, boundaries, stepping back, what is kept, a copy, erasing.",
        members.me,
    ),
    Chapter(
        "setup",
        "Setting up",
        "The wizard, the doctor, people, features, helplines and what is read.",
        setting_up.wizard,
        ready=False,
    ),
    Chapter(
        "setup-words",
        "Setting up guidelines and reminders",
        "The guidelines of a community, its rooms and regular reminders.",
        setting_up.charter,
    ),
)
