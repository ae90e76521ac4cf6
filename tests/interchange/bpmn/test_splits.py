"""Inclusive and complex merges wait only where two flows can come to them."""

from __future__ import annotations

from itertools import product

import pytest

from svcflow import api
from svcflow.interchange.bpmn.names import BPMN

GATEWAYS = ("exclusive", "inclusive", "parallel", "complex")


def found(tmp_path, nodes: str, flows: str) -> list[str]:
    """Return the rules about the flow that a model breaks; a flow is written ``from-to``."""
    lines = "".join(
        f'<sequenceFlow id="f{n}" name="{n}" sourceRef="{a}" targetRef="{b}"/>'
        for n, (a, b) in enumerate(flow.split("-") for flow in flows.split())
    )
    path = tmp_path / "shop.bpmn"
    path.write_text(
        f'<definitions xmlns="{BPMN}"><process id="shop" name="Shop">{nodes}{lines}</process></definitions>'
    )
    wanted = {"deadlock", "runs-twice", "endless-loop"}
    return [finding.rule for finding in api.lint([path]).findings if finding.rule in wanted]


def task(*ids: str) -> str:
    return "".join(f'<task id="{id}" name="{id}"/>' for id in ids)


ENDS = '<startEvent id="s" name="Go"/><endEvent id="e" name="Done"/>'


@pytest.mark.parametrize(("split", "join"), list(product(GATEWAYS, GATEWAYS)))
def test_what_is_split_as_it_is_joined(tmp_path, split, join):
    nodes = f'{ENDS}{task("a", "b", "c", "d")}<{split}Gateway id="x" name="Which?"/><{join}Gateway id="y"/>'
    expected = {
        ("exclusive", "parallel"): ["deadlock"],
        ("inclusive", "exclusive"): ["runs-twice"],
        ("complex", "exclusive"): ["runs-twice"],
        ("parallel", "exclusive"): ["runs-twice"],
    }
    assert found(tmp_path, nodes, "s-a a-x x-b x-c b-y c-y y-d d-e") == expected.get((split, join), [])


def test_an_inclusive_merge_at_the_head_of_a_loop_waits_for_nothing(tmp_path):
    nodes = (
        f'{ENDS}{task("a", "b", "c")}<inclusiveGateway id="m"/><parallelGateway id="p"/><parallelGateway id="j"/>'
        '<exclusiveGateway id="x" name="Again?"/>'
    )
    assert found(tmp_path, nodes, "s-m m-a a-p p-b p-c b-j c-j j-x x-m x-e") == []


def test_an_inclusive_merge_of_choices_within_a_branch_waits_for_nothing(tmp_path):
    nodes = (
        f'{ENDS}{task("a", "b", "c", "d")}<parallelGateway id="p"/><parallelGateway id="j"/>'
        '<exclusiveGateway id="x" name="Which?"/><inclusiveGateway id="m"/>'
    )
    assert found(tmp_path, nodes, "s-p p-x x-a x-b a-m b-m m-c c-j p-d d-j j-e") == []
