"""The pages of the plan: all actions at once, one action, and a new one."""
