from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

KINDS = ["process", "catalog", "workspace"]


@pytest.mark.parametrize("kind", KINDS)
def test_one(run, kind):
    schema = json.loads(run("schema", kind).stdout)
    jsonschema_rs.meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_all_into_a_folder(run):
    for _again in range(2):
        result = run("schema", "-o", "schemas")
        assert (result.exit_code, result.stdout) == (
            0,
            "Written: schemas/process.schema.json, schemas/catalog.schema.json, schemas/workspace.schema.json\n",
        ), result.stderr
    assert sorted(path.name for path in Path("schemas").iterdir()) == sorted(
        f"{kind}.schema.json" for kind in KINDS
    )
    assert Path("schemas/process.schema.json").read_text("utf-8") == run("schema", "process").stdout


def test_one_into_a_folder(run):
    assert run("schema", "catalog", "-o", "schemas").exit_code == 0
    assert [path.name for path in Path("schemas").iterdir()] == ["catalog.schema.json"]


def test_which(run):
    result = run("schema")
    assert (result.exit_code, result.stderr) == (
        2,
        (
            "error: which schema: process, catalog or workspace?\n"
            "help: `svcflow schema process` prints one, `svcflow schema -o FOLDER` writes all of them\n"
        ),
    )


def test_unknown(run):
    result = run("schema", "proces")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no schema `proces`; did you mean `process`?\nhelp: there are: process, catalog, workspace\n",
    )


def test_the_schema_takes_what_init_makes(run):
    from svcflow import source

    run("init", ".", "--lang", "zh")
    for kind, file in zip(
        KINDS, ("processes/customer-request.yaml", "catalog.yaml", "svcflow.yaml"), strict=True
    ):
        schema = json.loads(run("schema", kind).stdout)
        jsonschema_rs.validate(schema, json.loads(json.dumps(source.read(Path(file)).data)))
