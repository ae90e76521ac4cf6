"""What the findings about documents and data say, where they point, and what they leave alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from svcflow.analyzers.context import ProcessContext
from svcflow.analyzers.registry import find_rules
from svcflow.analyzers.rule import Problem, ProcessRule
from svcflow.finding import Place
from svcflow.i18n import translator
from svcflow.lint import choose, lint_workspace
from svcflow.load import Shared, open_workspace
from svcflow.model import Process
from svcflow.model.catalog import Catalog


def found(
    rule: str, *steps: dict[str, Any], catalog: dict[str, Any] | None = None, **more: Any
) -> list[Problem]:
    named = [{"name": step["id"], **step} for step in steps]
    process = Process.model_validate({"process": "p", "name": "P", "steps": named, **more})
    shared = Shared()
    shared.add(Catalog.model_validate({"catalog": "c", **(catalog or {})}), "catalog.yaml")
    (chosen,) = find_rules(rule)
    made = chosen()
    assert isinstance(made, ProcessRule)
    return list(made.check(ProcessContext(process, shared)))


def only(rule: str, *steps: dict[str, Any], **more: Any) -> Problem:
    (problem,) = found(rule, *steps, **more)
    return problem


class TestInputNeverProduced:
    def test_what_is_made_later_is_shown(self) -> None:
        problem = only(
            "input-never-produced",
            {"id": "open", "outputs": "file"},
            {"id": "sign", "inputs": ["file", "contract"]},
            {"id": "write", "inputs": "file", "outputs": "contract"},
        )
        assert problem.route == ("steps", 1, "inputs", 1)
        assert str(problem.message).startswith("‘sign’ needs `contract`, which is made only afterwards")
        ((where, said),) = problem.related
        assert (where, str(said)) == (("steps", 2, "outputs", 0), "this step makes it")

    def test_what_the_step_itself_makes_is_not_there_before(self) -> None:
        problem = only("input-never-produced", {"id": "a"}, {"id": "b", "inputs": "x", "outputs": "x"})
        assert str(problem.message) == "‘b’ needs `x`, which only the step itself makes"

    def test_one_cause_is_told_once(self) -> None:
        problem = only(
            "input-never-produced", {"id": "a"}, {"id": "b", "inputs": "x"}, {"id": "c", "inputs": ["x", "x"]}
        )
        assert problem.route == ("steps", 1, "inputs", 0)

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("zh-Hans", "“查勘”需要 `照片`，但没有人产生它"),
            ("zh-Hant", "「查勘」需要 `照片`，卻沒有人產生它"),
        ],
    )
    def test_in_chinese(self, language: str, said: str) -> None:
        problem = only("input-never-produced", {"id": "受理"}, {"id": "查勘", "inputs": "照片"})
        assert problem.message.render(translator(language)) == said

    def test_what_a_misspelt_id_means_is_told_by_its_own_rule(self) -> None:
        steps = ({"id": "a", "outputs": "ticket"}, {"id": "b", "inputs": "tickte"})
        catalog = {"artifacts": {"ticket": "Ticket"}}
        assert found("input-never-produced", *steps, catalog=catalog) == []
        assert "did you mean `ticket`" in str(only("unknown-artifact", *steps, catalog=catalog).message)

    def test_nothing_is_said_where_a_way_leads_nowhere(self) -> None:
        steps = ({"id": "a", "next": "nowhere"}, {"id": "b", "inputs": "x"})
        assert found("input-never-produced", *steps) == []

    def test_a_call_that_says_what_it_brings_back_hides_nothing(self) -> None:
        call = {"id": "call", "kind": "call", "process": "q"}
        reader = {"id": "read", "inputs": ["x", "y"]}
        assert found("input-never-produced", call, reader) == []
        assert only("input-never-produced", {**call, "outputs": "x"}, reader).route == (
            "steps",
            1,
            "inputs",
            1,
        )


class TestInputNotAlwaysProduced:
    def test_an_exception_leaves_before_the_work_is_done(self) -> None:
        problem = only(
            "input-not-always-produced",
            {"id": "draw", "outputs": "sample", "exceptions": {"when": "No vein is found", "goto": "label"}},
            {"id": "label", "inputs": "sample"},
        )
        assert str(problem.message) == "`sample` is not there on every run; it is missing on: draw → label"
        assert problem.related[0][0] == ("steps", 0, "outputs", 0)

    def test_the_first_round_of_a_loop_has_not_what_the_last_one_makes(self) -> None:
        problem = only(
            "input-not-always-produced",
            {"id": "draft", "inputs": "comments", "outputs": "plan"},
            {
                "id": "review",
                "inputs": "plan",
                "outputs": "comments",
                "next": [{"when": "No", "to": "draft"}, "end"],
            },
        )
        assert problem.route == ("steps", 0, "inputs", 0)

    def test_a_choice_that_always_makes_it(self) -> None:
        assert not found(
            "input-not-always-produced",
            {"id": "how", "kind": "decision", "next": [{"when": "A", "to": "a"}, {"otherwise": "b"}]},
            {"id": "a", "outputs": "x", "next": "read"},
            {"id": "b", "outputs": "x"},
            {"id": "read", "inputs": "x"},
        )


class TestOverwrittenUnread:
    def test_each_branch_counts(self) -> None:
        first = {"id": "first", "outputs": "note", "next": [{"when": "A", "to": "a"}, {"otherwise": "b"}]}
        again = {"id": "a", "outputs": "note", "next": "read"}
        read = {"id": "read", "inputs": "note"}
        problem = only("overwritten-unread", first, again, {"id": "b", "outputs": "note"}, read)
        assert problem.route == ("steps", 0, "outputs", 0)
        assert problem.related[0][0] == ("steps", 1, "outputs", 0)
        assert found("overwritten-unread", first, again, {"id": "b"}, read) == []

    def test_what_is_kept_is_no_waste(self) -> None:
        steps = (
            {"id": "a", "outputs": "note"},
            {"id": "b", "outputs": "note"},
            {"id": "c", "inputs": "note"},
        )
        assert found("overwritten-unread", *steps)
        assert found("overwritten-unread", *steps, records=[{"what": "note", "kept_for": "1 year"}]) == []

    def test_a_step_that_does_its_own_work_again_is_no_second_one(self) -> None:
        loop = {"id": "a", "outputs": "note", "next": [{"when": "Again", "to": "a"}, {"otherwise": "end"}]}
        assert found("overwritten-unread", loop, {"id": "b", "outputs": "note"}) == []


def test_the_first_step_brings_what_it_needs_also_for_handoffs() -> None:
    process = Process.model_validate(
        {
            "process": "p",
            "name": "P",
            "steps": [{"id": "a", "name": "A", "inputs": ["x", "y"], "outputs": "y"}],
        }
    )
    assert ProcessContext(process, Shared()).data.possible["a"] == {"x"}


CATALOG = "catalog: c\nartifacts:\n  slip:{comment}\n    name: Slip\n    kind: form\n    number: F-1\n"


def lint_catalog(folder: Path, comment: str) -> list[Place]:
    (folder / "svcflow.yaml").write_text("language: en\n", "utf-8")
    (folder / "c.yaml").write_text(CATALOG.format(comment=comment), "utf-8")
    workspace = open_workspace(folder)
    selection = choose(workspace.settings.lint, select=("form-without-owner",))
    return [finding.place for finding in lint_workspace(workspace, [], selection).findings]


def test_findings_in_catalogues_have_their_place_and_can_be_silenced(tmp_path: Path) -> None:
    (place,) = lint_catalog(tmp_path, "")
    assert Path(place.path).name == "c.yaml"
    assert place.span is not None
    assert (place.span.line, place.span.column) == (4, 11)
    assert lint_catalog(tmp_path, "  # svcflow: ignore[form-without-owner] old form") == []
