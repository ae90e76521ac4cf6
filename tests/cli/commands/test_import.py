"""``svcflow import`` and ``svcflow lint`` on BPMN files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from typer.testing import Result

from svcflow.interchange.bpmn.names import BPMN

Run = Callable[..., Result]

SHOP = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="{BPMN}">
  <collaboration id="c">
    <participant id="p1" name="Shop" processRef="shop"/>
    <participant id="p2" name="Customer"/>
    <messageFlow id="m" name="Order" sourceRef="p2" targetRef="take"/>
  </collaboration>
  <process id="shop">
    <laneSet id="l">
      <lane id="l1" name="Clerk"><flowNodeRef>take</flowNodeRef></lane>
      <lane id="l2" name="Stock"><flowNodeRef>pack</flowNodeRef><flowNodeRef>gone</flowNodeRef></lane>
    </laneSet>
    <startEvent id="s" name="Order came"/>
    <userTask id="take" name="Take the order"><documentation>Ask for the address.</documentation></userTask>
    <task id="pack" name="Pack the goods"/>
    <task id="gone" name="Look for the goods"/>
    <endEvent id="e" name="Sent"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="take"/>
    <sequenceFlow id="f2" sourceRef="take" targetRef="pack"/>
    <sequenceFlow id="f3" sourceRef="pack" targetRef="e"/>
    <sequenceFlow id="f4" sourceRef="gone" targetRef="nowhere"/>
  </process>
</definitions>
"""


@pytest.fixture
def shop(folder: Path) -> Path:
    (folder / "shop.bpmn").write_text(SHOP, "utf-8")
    return Path("shop.bpmn")


def test_import_writes_yaml_and_tells_what_is_broken(
    run: Run, shop: Path, snapshot: SnapshotAssertion
) -> None:
    result = run("import", shop, "-o", "out")
    assert result.exit_code == 0
    assert result.stdout == "Written: out/shop.yaml\n"
    assert Path("out/shop.yaml").read_text("utf-8") == snapshot
    assert result.stderr == snapshot
    assert run("lint", "out", "--profile", "starter").exit_code in {0, 1}


def test_import_in_chinese(run: Run, shop: Path, snapshot: SnapshotAssertion) -> None:
    assert run("import", shop, "-o", "hans", "--lang", "zh-Hans").stderr == snapshot
    assert run("import", shop, "-o", "hant", "--lang", "zh-Hant").stderr == snapshot


def test_import_never_writes_over_a_file(run: Run, shop: Path) -> None:
    Path("shop.yaml").write_text("process: mine\n", "utf-8")
    result = run("import", shop)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "shop.yaml exists, and svcflow did not write it" in result.stderr
    assert Path("shop.yaml").read_text("utf-8") == "process: mine\n"
    assert run("import", shop, "--force").exit_code == 0
    assert Path("shop.yaml").read_text("utf-8").startswith("process: shop\n")


def test_import_to_the_standard_output(run: Run, shop: Path) -> None:
    assert run("import", shop, "-o", "-").stdout.startswith("process: shop\nname: Shop\n")


def test_import_of_a_folder(run: Run, folder: Path) -> None:
    (folder / "models" / "deep").mkdir(parents=True)
    (folder / "models" / "a.bpmn").write_text(SHOP, "utf-8")
    (folder / "models" / "deep" / "B.BPMN").write_text(SHOP.replace('"shop"', '"store"'), "utf-8")
    assert run("import", "models", "-o", "out").exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["shop.yaml", "store.yaml"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.bpmn", "<definitions", "the file breaks off"),
        ("x.bpmn", "<!DOCTYPE x><x/>", "the file has a DOCTYPE"),
        ("x.bpmn", "process: x", "the file is no XML"),
        ("x.txt", "", "x.txt is of no format that can be imported"),
    ],
)
def test_nothing_that_could_be_imported(
    run: Run, folder: Path, name: str, content: str, message: str
) -> None:
    (folder / name).write_text(content, "utf-8")
    result = run("import", name)
    assert result.exit_code == 2
    assert message in result.stderr
    assert list(folder.iterdir()) == [folder / name]


def test_no_such_file_and_an_empty_folder(run: Run, folder: Path) -> None:
    assert "there is no gone.bpmn" in run("import", "gone.bpmn").stderr
    assert "there is nothing to import in" in run("import", ".").stderr


def test_a_file_called_xml_counts_when_it_is_named(run: Run, folder: Path) -> None:
    (folder / "models").mkdir()
    (folder / "models" / "shop.xml").write_text(SHOP, "utf-8")
    assert "there is nothing to import in models" in run("import", "models").stderr
    assert run("import", "models/shop.xml", "-o", "out").exit_code == 0
    assert (folder / "out" / "shop.yaml").exists()
    assert "models/shop.xml:16:" in run("lint", "models/shop.xml", "--format", "concise").stdout


def test_lint_of_a_bpmn_file(run: Run, shop: Path, snapshot: SnapshotAssertion) -> None:
    result = run("lint", shop)
    assert result.stdout == snapshot
    assert run("lint", ".").stdout == result.stdout


@pytest.mark.parametrize("format", ["concise", "json", "sarif", "github", "gitlab", "junit"])
def test_all_reporters_place_findings_at_the_element(run: Run, shop: Path, format: str) -> None:
    text = run("lint", shop, "--format", format, "--profile", "starter").stdout
    assert "shop.bpmn" in text
    assert "16" in text  # the line of the task that no flow leads to


def test_a_comment_switches_a_rule_off(run: Run, shop: Path) -> None:
    before = run("lint", shop, "--format", "concise").stdout
    assert "F201" in before
    task = '    <task id="gone"'
    text = SHOP.replace(task, f"    <!-- svcflow: ignore[unreachable-step] drawn for later -->\n{task}")
    Path("shop.bpmn").write_text(text, "utf-8")
    after = run("lint", shop, "--format", "concise").stdout
    assert "F201" not in after
    assert "S301" not in after


def test_a_workspace_says_which_bpmn_files_count_and_how_strictly(run: Run, shop: Path) -> None:
    Path("svcflow.yaml").write_text("processes: ['**/*.bpmn']\nlint: {profile: standard}\n", "utf-8")
    assert "T101" in run("lint", "--format", "concise").stdout
    Path("svcflow.yaml").write_text("processes: [processes/]\nlint: {profile: standard}\n", "utf-8")
    assert "there is nothing to lint here" in run("lint").stderr
    assert "T101" in run("lint", ".", "--format", "concise").stdout


def test_processes_in_other_files_are_known(run: Run, folder: Path) -> None:
    calls = SHOP.replace(
        '<task id="pack" name="Pack the goods"/>', '<callActivity id="pack" calledElement="packing"/>'
    )
    (folder / "shop.bpmn").write_text(calls, "utf-8")
    alone = run("lint", "shop.bpmn", "--format", "concise").stdout
    assert "F104" in alone
    packing = SHOP.replace('"shop"', '"packing"').replace('name="Shop"', 'name="Packing"')
    (folder / "z-packing.bpmn").write_text(packing, "utf-8")
    assert "F104" not in run("lint", ".", "--format", "concise").stdout


def test_repairs_leave_bpmn_alone(run: Run, shop: Path) -> None:
    run("lint", shop, "--fix", "--profile", "audit")
    assert shop.read_text("utf-8") == SHOP
