"""Spreadsheets: processes as tables, for people who never open YAML.

`template` tells which sheets and columns there are; `fill` brings a process into them, `read` brings it back, and makes
what it can of tables that people made themselves.
"""
