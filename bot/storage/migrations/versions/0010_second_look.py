"""Who settled what a second look is asked for, so that it goes to somebody else."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_file", sa.Column("barred", sa.LargeBinary(), nullable=True))
    op.add_column("reporter", sa.Column("settled_by", sa.LargeBinary(), nullable=True))
    op.add_column("reporter", sa.Column("kept_from", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
