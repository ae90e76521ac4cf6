"""What the README says is so."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from svcflow.api import lint
from svcflow.lint import choose
from svcflow.load import open_workspace

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_every_command_runs(tmp_path: Path) -> None:
    commands = [
        line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")
    ]
    assert len(commands) >= 9
    for command in commands:
        words = shlex.split(command, comments=True)
        assert words[0] == "svcflow"
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    for name in ("request.svg", "request.png", "request.html", "request.md", "schemas/process.schema.json"):
        assert (tmp_path / name).stat().st_size > 1000, name


def test_the_first_process_gives_the_finding_that_is_shown(tmp_path: Path) -> None:
    (tmp_path / "lost-key.yaml").write_text(blocks("yaml")[0], "utf-8")
    shown = re.search(r"```\n(error\[.*?)\n```", README)
    assert shown
    findings = lint([tmp_path / "lost-key.yaml"]).findings
    assert [f"{f.severity}[{f.code} {f.rule}]: {f.message}" for f in findings] == [shown[1]]


def test_the_workspace_file_is_valid(tmp_path: Path) -> None:
    text = next(block for block in blocks("yaml") if "per_file" in block)
    (tmp_path / "svcflow.yaml").write_text(text, "utf-8")
    workspace = open_workspace(tmp_path)
    assert choose(workspace.settings.lint).rules


def test_the_python_example_runs() -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "BENCHMARKS.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
