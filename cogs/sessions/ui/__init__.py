"""What people see and press: the plan, the public card, the room."""
