"""The rules, one in each file, in a package for each group; a new file is found and needs no other line."""
