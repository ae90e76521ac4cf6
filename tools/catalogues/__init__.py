"""The catalogues of translations: what the code says against what the ``.po`` files translate.

- ``python -m tools.catalogues check``: say what is missing, superfluous or wrong
- ``python -m tools.catalogues compile``: write svcflow.mo of every language, and words.pot
- ``python -m tools.catalogues missing [AREA]``: print the entries to paste into a .po file
"""
