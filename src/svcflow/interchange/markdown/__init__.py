"""Markdown procedures as first drafts of processes."""
