"""Who rests after a hard case, whom a human may look in on, hours taken for somebody else."""

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
    op.create_table(
        "rota_gone",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_rota_gone")),
    )
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "rota_swap",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("shift_id", number, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["shift_id"], ["rota_shift.id"], name=op.f("fk_rota_swap_shift_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rota_swap")),
        sqlite_autoincrement=True,
    )
    for column in ("guild_id", "shift_id", "tag"):
        op.create_index(op.f(f"ix_rota_swap_{column}"), "rota_swap", [column], unique=False)


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
