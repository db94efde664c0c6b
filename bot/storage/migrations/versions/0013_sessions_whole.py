"""A host's panel in full, cover, proposals, what is brought to supervision."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default="0")


def upgrade() -> None:
    op.add_column("session_meeting", sa.Column("theme", sa.String(length=60), nullable=True))
    op.add_column("session_meeting", _count("prompted"))
    op.add_column("session_meeting", sa.Column("turn_minutes", sa.Integer(), nullable=True))
    op.add_column("session_meeting", _count("timer"))
    op.add_column("session_meeting", sa.Column("timer_ends", sa.DateTime(), nullable=True))
    op.add_column("session_meeting", _count("comfort_check"))
    op.add_column("session_meeting", sa.Column("comfort_ends", sa.DateTime(), nullable=True))
    op.add_column("session_meeting", sa.Column("comfort", sa.LargeBinary(), nullable=True))
    looked = sa.Column("looked_back", sa.Boolean(), nullable=False, server_default="0")
    op.add_column("session_meeting", looked)
    op.add_column("session_seat", _count("eased"))

    op.create_table(
        "session_line",
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
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["session_meeting.id"],
            name=op.f("fk_session_line_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_line")),
    )
    op.create_index(op.f("ix_session_line_tag"), "session_line", ["tag"], unique=False)
    op.create_table(
        "session_cover",
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
        sa.Column("tag", sa.LargeBinary(length=16), nullable=True),
        sa.Column("person", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_session_cover_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_cover")),
        sa.UniqueConstraint("session_id", "day", name=op.f("uq_session_cover_session_id_day")),
    )
    op.create_index(op.f("ix_session_cover_tag"), "session_cover", ["tag"], unique=False)
    op.create_table(
        "session_proposal",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_proposal")),
    )
    for column in ("guild_id", "tag"):
        name = op.f(f"ix_session_proposal_{column}")
        op.create_index(name, "session_proposal", [column], unique=False)
    op.create_table(
        "session_matter",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("meeting", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("brought_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_matter")),
    )
    for column in ("guild_id", "tag"):
        name = op.f(f"ix_session_matter_{column}")
        op.create_index(name, "session_matter", [column], unique=False)


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
