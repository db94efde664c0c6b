"""Sessions, their meetings, and who comes."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "session",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("host_tag", sa.LargeBinary(length=16), nullable=True),
        sa.Column("people", sa.LargeBinary(), nullable=True),
        sa.Column("edits", sa.BigInteger(), nullable=True),
        sa.Column("edits_version", sa.Integer(), nullable=True),
        sa.Column("next_look", sa.DateTime(), nullable=True),
        sa.Column("stale", sa.Integer(), nullable=False),
        sa.Column("cards", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index("ix_session_guild_id_state", ["guild_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_host_tag"), ["host_tag"], unique=False)
        batch_op.create_index("ix_session_next_look", ["next_look"], unique=False)
        batch_op.create_index("ix_session_stale", ["stale"], unique=False)

    op.create_table(
        "session_meeting",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "session_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("kept_until", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("room", sa.LargeBinary(), nullable=True),
        sa.Column("host_seen", sa.Boolean(), nullable=False),
        sa.Column("started", sa.Boolean(), nullable=False),
        sa.Column("cover_tag", sa.LargeBinary(length=16), nullable=True),
        sa.Column("cover", sa.LargeBinary(), nullable=True),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.Column("tally", sa.LargeBinary(), nullable=True),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("missed_at", sa.DateTime(), nullable=True),
        sa.Column("stale", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_session_meeting_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_meeting")),
        sa.UniqueConstraint("session_id", "day", name=op.f("uq_session_meeting_session_id_day")),
    )
    with op.batch_alter_table("session_meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_meeting_cover_tag"), ["cover_tag"], unique=False
        )
        batch_op.create_index("ix_session_meeting_due", ["due"], unique=False)
        batch_op.create_index(
            "ix_session_meeting_guild_id_ends_at", ["guild_id", "ends_at"], unique=False
        )
        batch_op.create_index("ix_session_meeting_stale", ["stale"], unique=False)

    op.create_table(
        "session_seat",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "meeting_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("standing", sa.String(length=10), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("remind", sa.Boolean(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("offered_until", sa.DateTime(), nullable=True),
        sa.Column("inside", sa.Boolean(), nullable=False),
        sa.Column("hand", sa.Integer(), nullable=True),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("said", sa.Boolean(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["session_meeting.id"],
            name=op.f("fk_session_seat_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_seat")),
        sa.UniqueConstraint("meeting_id", "tag", name=op.f("uq_session_seat_meeting_id_tag")),
    )
    with op.batch_alter_table("session_seat", schema=None) as batch_op:
        batch_op.create_index("ix_session_seat_offered_until", ["offered_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_seat_tag"), ["tag"], unique=False)


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
