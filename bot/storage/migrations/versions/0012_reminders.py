"""Reminders of check-ins that people set for themselves, and how long each kept check-in stays."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "checkin_reminder",
        sa.Column("id", ROW_ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.LargeBinary(), nullable=False),
        sa.Column("planned_to", sa.DateTime(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("set_on", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkin_reminder")),
        sa.UniqueConstraint("guild_id", "tag", name=op.f("uq_checkin_reminder_guild_id_tag")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_checkin_reminder_next_at", "checkin_reminder", ["next_at"])
    op.add_column("checkin_entry", sa.Column("ends_at", sa.DateTime(), nullable=True))
    # As everything was kept until now: 90 days.
    op.execute(
        "UPDATE checkin_entry SET ends_at = "
        "strftime('%Y-%m-%d %H:%M:%S.000000', made_at, '+90 days')"
    )


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
