"""Schedules, and check-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "recurring",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("late_minutes", sa.Integer(), nullable=False),
        sa.Column("choices", sa.LargeBinary(), nullable=False),
        sa.Column("planned_to", sa.DateTime(), nullable=False),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("next_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recurring")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recurring_next", "recurring", ["state", "next_at"])
    op.create_index("ix_recurring_kind", "recurring", ["guild_id", "kind"])
    op.create_table(
        "checkin",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("schedule_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("card", sa.String(length=60), nullable=False),
        sa.Column("channel", sa.LargeBinary(), nullable=True),
        sa.Column("closes_at", sa.DateTime(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin")),
        sa.UniqueConstraint(
            "guild_id", "schedule_id", "day", name=op.f("uq_checkin_guild_id_schedule_id_day")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_checkin_open", "checkin", ["is_open", "closes_at"])
    op.create_table(
        "checkin_answer",
        sa.Column("checkin_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("token", sa.LargeBinary(length=16), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("closes_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checkin_id"],
            ["checkin.id"],
            name=op.f("fk_checkin_answer_checkin_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("checkin_id", "token", name=op.f("pk_checkin_answer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "checkin_entry",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("checkin_id", sa.Integer(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_entry")),
        sa.UniqueConstraint("tag", "checkin_id", name=op.f("uq_checkin_entry_tag_checkin_id")),
    )
    op.create_index("ix_checkin_entry_guild_id", "checkin_entry", ["guild_id"])
    op.create_table(
        "checkin_share",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("checkin_id", sa.Integer(), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("channel", sa.LargeBinary(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("heard", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_share")),
        sa.UniqueConstraint("tag", "checkin_id", name=op.f("uq_checkin_share_tag_checkin_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_checkin_share_heard", "checkin_share", ["heard"])


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
