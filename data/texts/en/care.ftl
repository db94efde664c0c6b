# /care: what helps staff to look after a room.
care-command = Looking after the rooms of this community
