from __future__ import annotations

from pathlib import Path


def text(process: Path) -> str:
    return process.read_text("utf-8")


def test_sign(run, process):
    words = ("approve", str(process), "--as", "approved", "--role", "front-office-manager", "--by", "Ann Lee")
    before = text(process)
    shown = run(*words, "--on", "2026-11-22", "--diff")
    assert shown.exit_code == 0
    assert "+  - as: approved\n" in shown.stdout
    assert text(process) == before
    done = run(*words, "--on", "2026-11-22")
    assert (done.exit_code, done.stdout) == (0, f"Signed as approved: {process}\n")
    assert "by: Ann Lee\n" in text(process)
    assert "on: 2026-11-22\n" in text(process)


def test_a_wrong_day(run, process):
    result = run("approve", str(process), "--as", "approved", "--by", "Ann", "--on", "22.11.2026")
    assert result.exit_code == 2
    assert "`22.11.2026` is no day" in result.stderr
    assert "write year-month-day" in result.stderr


def test_a_name_is_needed(run, process):
    before = text(process)
    result = run("approve", str(process), "--as", "approved", "--by", " ")
    assert (result.exit_code, result.stderr) == (
        2,
        'error: the name of who signs is empty\nhelp: write it as `--by "Ann Lee"`\n',
    )
    assert text(process) == before


def test_analyze_and_status(run, process):
    done = run("analyze", str(process), "--only", "handoffs")
    assert done.exit_code == 0
    assert "Handoff matrix" in done.stdout
    wrong = run("analyze", str(process), "--only", "handoff")
    assert wrong.exit_code == 2
    assert "there is no analysis `handoff`; did you mean `handoffs`?" in wrong.stderr
    stands = run("status", str(process.parent))
    assert stands.exit_code == 0
    assert "unknown-target" in stands.stdout
