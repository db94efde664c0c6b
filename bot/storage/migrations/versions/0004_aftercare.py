"""Who rests after a hard case, and whom a human may look in on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rota_rest",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_rota_rest")),
    )
    op.add_column("case_file", sa.Column("look_in", sa.String(length=8), nullable=True))


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
