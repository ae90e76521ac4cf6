"""Procedures written in Word as first drafts of processes."""
