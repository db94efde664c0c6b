"""Shares without a name, who feels the same, pauses, and letters between staff and authors."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "share",
        sa.Column("id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=True),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("root", sa.BigInteger(), nullable=True),
        sa.Column("edits", sa.BigInteger(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("wish", sa.String(length=10), nullable=False),
        sa.Column("veiled", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("alias", sa.LargeBinary(), nullable=True),
        sa.Column("thread_key", sa.LargeBinary(), nullable=True),
        sa.Column("speakers", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("level", sa.String(length=12), nullable=True),
        sa.Column("trouble", sa.String(length=12), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=True),
        sa.Column("due", sa.DateTime(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    op.create_index("ix_share_tag", "share", ["tag"], unique=False)
    op.create_index("ix_share_root", "share", ["root"], unique=False)
    op.create_index("ix_share_stage", "share", ["stage"], unique=False)
    op.create_table(
        "share_me_too",
        sa.Column("share_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag_mark", sa.LargeBinary(length=16), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("share_id", "tag_mark", name=op.f("pk_share_me_too")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_pause",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tag", sa.LargeBinary(length=16), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "tag", name=op.f("pk_share_pause")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_letter",
        sa.Column("id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("share_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("from_staff", sa.Boolean(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("place_in_turn", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_letter")),
    )
    op.create_index("ix_share_letter_share_id", "share_letter", ["share_id"], unique=False)


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
