"""Whether somebody came into a session's room: whoever left early is asked how it was, too."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "session_seat",
        sa.Column("came", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.execute("UPDATE session_seat SET came = inside")


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
