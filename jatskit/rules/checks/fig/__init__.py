"""Figures and their files."""
