"""The list of references: each work's type, parts and identifiers."""
