from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from svcflow.exporters.compiled import CompiledTemplates


def _said(folder: Path, compiled: CompiledTemplates) -> str:
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled, autoescape=True)
    return environment.get_template("a.jinja").render(who="<you>")


def test_a_template_is_compiled_once_and_again_when_it_was_edited(tmp_path: Path) -> None:
    compiled = CompiledTemplates()
    (tmp_path / "a.jinja").write_text("Hello {{ who }}", "utf-8")
    assert _said(tmp_path, compiled) == _said(tmp_path, compiled) == "Hello &lt;you&gt;"
    assert len(compiled._known) == 1
    (tmp_path / "a.jinja").write_text("Dear {{ who }}", "utf-8")
    assert _said(tmp_path, compiled) == "Dear &lt;you&gt;"


def test_templates_of_the_same_name_in_different_folders_are_different(tmp_path: Path) -> None:
    compiled = CompiledTemplates()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.jinja").write_text(f"{name} {{{{ who }}}}", "utf-8")
    assert [_said(tmp_path / name, compiled)[:3] for name in ("one", "two")] == ["one", "two"]
