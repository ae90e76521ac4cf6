from __future__ import annotations

import pytest

from svcflow import api


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
