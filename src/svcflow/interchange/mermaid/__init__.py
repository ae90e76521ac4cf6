"""Mermaid flowcharts as processes: what they show, and nothing of how they look."""
