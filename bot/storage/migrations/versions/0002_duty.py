"""Who is on duty; who waits since when, who was called, who went along."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rota_away",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_rota_away")),
    )
    op.create_table(
        "rota_shift",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person", sa.LargeBinary(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rota_shift")),
    )
    with op.batch_alter_table("rota_shift", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rota_shift_guild_id"), ["guild_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rota_shift_tag"), ["tag"], unique=False)

    # Plain additions: a table made anew drops the old one, and every step of a case with it.
    long_ago = sa.text("'1970-01-01 00:00:00'")
    waiting = sa.Column("waiting_since", sa.DateTime(), nullable=False, server_default=long_ago)
    op.add_column("case_file", waiting)
    called = sa.Column("called", sa.Integer(), nullable=False, server_default="1")
    op.add_column("case_file", called)
    op.add_column("case_file", sa.Column("company", sa.LargeBinary(), nullable=True))
    # A case of before has called all moderators, and waits since it opened.
    op.execute("UPDATE case_file SET waiting_since = opened_at")

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_guild_id"))
        batch_op.create_index("ix_outbox_kind", ["guild_id", "kind", "due"], unique=False)


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
