"""Rules of the group COLLAB."""
