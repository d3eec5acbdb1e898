"""Supplementary files and media."""
