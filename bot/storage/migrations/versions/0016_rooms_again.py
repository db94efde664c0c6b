"""How often the card of a session's room was put up: again where it was deleted by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "session_meeting",
        sa.Column("cards", sa.Integer(), server_default="0", nullable=False),
    )


def downgrade() -> None:
    raise RuntimeError("Going back is done by restoring a backup.")
