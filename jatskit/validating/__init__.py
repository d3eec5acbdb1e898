"""Validate files and folders: which files, by which settings, in several processes, and what is not told again."""
