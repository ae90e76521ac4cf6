"""The command line of the catalogues' tool."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.catalogues import __doc__ as usage
from tools.catalogues.check import problems, untranslated
from tools.catalogues.extract import extract
from tools.catalogues.po import LOCALES, CatalogueError, compiled, languages, merged, quoted
from tools.catalogues.words import TARGET, template

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 where something is wrong with the catalogues."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.catalogues",
        description=usage,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=["check", "compile", "missing"])
    parser.add_argument(
        "area", nargs="?", default="", help="missing: only texts of files whose path contains this"
    )
    options = parser.parse_args(arguments)
    try:
        if options.command == "check":
            return _check()
        if options.command == "compile":
            return _compile()
        return _missing(options.area)
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1


def _check() -> int:
    texts = extract()
    found = [problem for language in languages() for problem in problems(language, texts, merged(language))]
    stale = [language for language in languages() if _is_stale(language)]
    found += [f"{language}: svcflow.mo is not up to date: run the compile command" for language in stale]
    if not TARGET.exists() or TARGET.read_bytes() != template(texts):
        found.append("words.pot is not up to date: run the compile command")
    found = list(dict.fromkeys(found))
    print("\n".join(found) if found else f"{len(texts)} texts, complete in {', '.join(languages())}")
    return 1 if found else 0


def _is_stale(language: str) -> bool:
    target = _target(language)
    return not target.exists() or target.read_bytes() != compiled(language)


def _compile() -> int:
    for language in languages():
        if _is_stale(language):
            target = _target(language)
            unfinished = target.with_suffix(".tmp")
            unfinished.write_bytes(compiled(language))
            unfinished.replace(target)
    TARGET.write_bytes(template(extract()))
    return 0


def _missing(area: str) -> int:
    texts = [text for text in extract() if area in text.path]
    for language in languages():
        missing = untranslated(texts, merged(language))
        print(f"# {language}: {len(missing)} to translate\n")
        for (context, msgid), places in missing.items():
            print(f"#: {' '.join(dict.fromkeys(places))}")
            if context:
                print(f'msgctxt "{context}"')
            print(f'msgid {quoted(msgid)}\nmsgstr ""\n')
    return 0


def _target(language: str) -> Path:
    return LOCALES / language.replace("-", "_") / "svcflow.mo"


if __name__ == "__main__":
    sys.exit(main())
