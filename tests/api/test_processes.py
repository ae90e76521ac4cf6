from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api
from svcflow.finding import CannotDo


def test_a_process_with_its_catalogue(tmp_path):
    (tmp_path / "catalog.yaml").write_text("catalog: c\nroles: {agent: {name: 客服}}\n", "utf-8")
    file = tmp_path / "p.yaml"
    file.write_text("process: p\nname: P\nsteps: [{id: a, name: b, role: agent}]\n", "utf-8")
    context = api.load_process(file)
    assert context.process.process == "p"
    assert context.role_name("agent") == "客服"


def test_errors_carry_their_findings(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text("process: p\nnane: P\nsteps: [{id: a, name: b}]\n", "utf-8")
    with pytest.raises(api.CannotDo, match="cannot be used as it is") as caught:
        api.load_process(file)
    assert [finding.rule for finding in caught.value.findings] == ["unknown-key"]


def test_a_folder(tmp_path):
    with pytest.raises(api.CannotDo, match="is a folder, not a process"):
        api.load_process(tmp_path)


MODELS = Path(__file__).parents[1] / "data/miwg"


def test_a_bpmn_file_is_drawn_as_it_is():
    made = list(api.render(MODELS / "A.4.1.bpmn", "swimlane"))
    assert [one.name for one in made] == [
        "pool-1-swimlane.svg",
        "pool-2-swimlane.svg",
        "pool-2.expanded-sub-process-1-swimlane.svg",
        "pool-2.expanded-sub-process-2-swimlane.svg",
    ]


def test_a_bpmn_file_without_a_process_tells_what_is_wrong(tmp_path):
    file = tmp_path / "x.bpmn"
    file.write_text("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process", "utf-8")
    with pytest.raises(CannotDo, match=r"x\.bpmn cannot be used as it is") as caught:
        list(api.render(file))
    assert caught.value.findings
