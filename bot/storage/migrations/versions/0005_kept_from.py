"""Cases that some of the staff must not know of, whom members chose, and who serves."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_file", sa.Column("hidden", sa.LargeBinary(), nullable=True))
    op.create_table(
        "unwanted_staff",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("staff", sa.LargeBinary(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_unwanted_staff")),
    )
    op.create_table(
        "known_staff",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_known_staff")),
    )


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
