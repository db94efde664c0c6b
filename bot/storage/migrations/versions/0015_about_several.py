"""A report about staff may be about several of them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_file", sa.Column("others", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
