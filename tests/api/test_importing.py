"""Files of other programs as processes: what several of them share is one catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from svcflow import api, source

MODEL = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="{id}">
<startEvent id="s" name="It begins"/><task id="t" name="Ask">
<dataOutputAssociation id="o"><targetRef>d</targetRef></dataOutputAssociation></task><endEvent id="e" name="It ends"/>
<sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/>
<dataObjectReference id="d" name="{document}"/></process></definitions>"""


def test_what_several_files_share_is_in_one_catalogue(tmp_path: Path) -> None:
    for id, document in (("first", "Form"), ("second", "Form"), ("third", "Letter")):
        (tmp_path / f"{id}.bpmn").write_text(MODEL.format(id=id, document=document), "utf-8")
    found = api.import_files([tmp_path])
    files = {made.name: source.parse(made.data, made.name).data for made in found.files}
    assert sorted(files) == ["first.yaml", "imported-catalog.yaml", "second.yaml", "third.yaml"]
    assert files["imported-catalog.yaml"] == {
        "catalog": "imported",
        "artifacts": {"form": "Form", "letter": "Letter"},
    }


def test_a_missing_file_and_one_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(api.CannotDo, match=r"there is no .*nothing\.bpmn"):
        api.import_files([tmp_path / "nothing.bpmn"])
    (tmp_path / "x.odt").write_bytes(b"PK")
    with pytest.raises(api.CannotDo, match=r"x\.odt is of no format that can be imported") as caught:
        api.import_files([tmp_path / "x.odt"])
    assert str(caught.value.help).startswith("these can be imported: .bpmn, ")
