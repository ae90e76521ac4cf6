from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from svcflow.interchange.result import Imported
from svcflow.interchange.sheets.file import read
from svcflow.interchange.sheets.grid import Unreadable
from svcflow.interchange.sheets.read import read_grids
from svcflow.interchange.writer import to_yaml
from tests.support.tables import grid, workbook

HOSPITAL: tuple[list[Any], ...] = (
    ["XX医院门诊退费流程作业指导书"],
    ["编号：MZ-018", "", "版本号", "1.2.0", "", "生效日期", "2026年3月1日"],
    [],
    ["序号", "工作步骤", "责任 岗位", "操作要点", "所需材料", "时限（分钟）", "下一步", "备注", "打印份数"],
    [1.0, "受理退费申请", "收费窗口/导诊", "1、核对身份证\n2、核对发票", "身份证、发票", 5, "", "", 1],
    [2.0, "是否已执行？", "医技科室", "", "", 10.0, "是→5；否→3", "", ""],
    [3, "开具退费证明", "", "", "", "当天", "4", "", ""],
    [4, "办理退费", "收费员", "原路退回", "退费证明", 5, "结束", "注意双人复核", 2],
    ["", "", "", "当日日结", ""],
    [None] * 8,
    ["序号", "工作步骤", "责任 岗位", "操作要点", "所需材料", "时限（分钟）", "下一步", "备注", "打印份数"],
    [5, "解释并告知投诉途径", "导诊", "", "", 5, "若患者不接受，转投诉处理", "", ""],
)
CSV = (
    "步驟,負責人,時限,下一步\n受理申請,櫃檯,10分鐘,\n審核文件,承辦人,３個工作日內,核准→核發；否則→退件\n"
    "核發,承辦人,,結束\n退件,櫃檯,,結束\n"
)
ENGLISH = (
    "Step\tWho\tTime\tNext\nCheck passport\tReceptionist\twithin 5 min\t\nRoom ready?\tReceptionist\t\tYes: 3; No: 4\n"
    "Hand over the key\tReceptionist\t2\tend\nOffer a drink\tBar / Receptionist\t\tgo to Hand over the key\n"
)


def shown(name: str, data: bytes) -> str:
    """What a file gives: YAML of each process, and what is told about it."""
    foreign = read({name: data})[name]
    parts = [f"# {one.name}\n{to_yaml(one.data)}" for one in foreign.imported]
    told = [f"{problem.loss}: {problem.message}" for problem in foreign.all_problems]
    return "\n".join([*parts, *told])


def test_the_table_of_a_hospital(snapshot: SnapshotAssertion) -> None:
    assert shown("门诊退费.xlsx", workbook(HOSPITAL, merged=["A1:H1", "C6:C7"])) == snapshot


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "big5"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_of_any_program(encoding: str, sign: str, snapshot: SnapshotAssertion) -> None:
    text = CSV.replace(",", sign)
    assert shown("申請.csv", text.encode(encoding)) == snapshot(name="csv")


def test_gbk() -> None:
    text = "步骤,岗位,时限\n受理申请,前台,10分钟\n审核资料,经办人,3个工作日\n"
    assert "name: 受理申请" in shown("a.csv", text.encode("gbk"))


def test_an_english_table(snapshot: SnapshotAssertion) -> None:
    assert shown("arrival.tsv", ENGLISH.encode()) == snapshot


def test_each_sheet_of_steps_is_a_process() -> None:
    rows = (["Step", "Role"], ["Ask", "Agent"])
    one, two = read_grids([grid(*rows, name="Loan"), grid(*rows, name="Card")], "bank")
    assert (one.name, one.data["name"], two.name) == ("bank-loan.yaml", "Loan", "bank-card.yaml")


def told(one: Imported) -> list[str]:
    return [f"{problem.loss}: {problem.message}" for problem in one.problems]


TAIWAN = (
    ["門診作業標準書"],
    ["編製：王小明", "", "版次：1.2"],
    ["步驟", "負責人", "作業說明", "標準時間(分)", "使用表單", "備註"],
    ["一、看診前"],
    ["1.報到", "櫃檯", "核對健保卡", "3", "掛號單", ""],
    ["二、看診"],
    ["2.看診", "醫師", "問診", "10", "病歷、處方箋", "急診免"],
    ["3.批價", "批價人員", "收費", "5", "收據", ""],
)


def test_headings_that_say_more_than_their_column(snapshot: SnapshotAssertion) -> None:
    (one,) = read_grids([grid(*TAIWAN, name="工作表1")], "門診")
    assert "\n".join([to_yaml(one.data), *told(one)]) == snapshot


def test_a_number_and_a_text_under_headings_that_say_something_else() -> None:
    table = grid(["Step", "What happens", "Who"], ["1", "Ask", "Agent"], ["2", "Pay", "Agent"])
    (one,) = read_grids([table], "x")
    assert [step["name"] for step in one.data["steps"]] == ["Ask", "Pay"]
    assert told(one) == ["foreign-changed: B1: the column ‘What happens’ was taken for ‘Step’"]


def test_a_numbered_table_without_a_known_heading() -> None:
    table = grid(
        ["Nr", "Vorgang", "Stelle"], ["1", "Antrag prüfen", "Amt"], ["2", "Bescheid erlassen", "Amt"]
    )
    (one,) = read_grids([table], "x")
    assert [step["name"] for step in one.data["steps"]] == ["Antrag prüfen", "Bescheid erlassen"]
    assert told(one) == [
        "foreign-lost: C1: the column ‘Stelle’ is not known; what it holds was left out",
        "foreign-changed: B1: the column ‘Vorgang’ was taken for ‘Step’",
    ]


RACI = (
    ["Activity", "Nurse", "Doctor", "Unit"],
    ["Triage", "R", "a", "R&D"],
    ["Examine", "C, I", "A/R", ""],
)


def test_a_matrix_of_who_does_what() -> None:
    (one,) = read_grids([grid(*RACI)], "x")
    triage, examine = one.data["steps"]
    assert (triage["role"], triage["accountable"]) == ("nurse", "doctor")
    assert (examine["role"], examine["consulted"], examine["informed"]) == ("doctor", "nurse", "nurse")
    assert one.data["roles"] == {"nurse": "Nurse", "doctor": "Doctor"}


def test_a_matrix_beside_its_steps() -> None:
    steps = grid(["Step", "Time limit"], ["Triage", "5m"], ["Examine", "10m"], name="Steps")
    matrix = grid(*RACI, ["Operate", "R", "I"], name="RACI")
    (one,) = read_grids([steps, matrix], "x")
    assert [(step["sla"], step["role"]) for step in one.data["steps"]] == [("5m", "nurse"), ("10m", "doctor")]
    assert "foreign-broken: RACI!A4: there is no step ‘Operate’" in told(one)


def test_a_step_is_meant_with_its_number_and_who_does_it() -> None:
    steps = grid(["No.", "Step", "Role"], ["1", "Ask", "Agent"], ["2", "Pay", "Guest"], name="Steps")
    handoffs = grid(
        ["From step", "To step", "Passes"], ["1 Ask (Agent)", "2. Pay（Guest）", "bill"], name="Handoffs"
    )
    (one,) = read_grids([steps, handoffs], "x")
    assert [(it["from"], it["to"]) for it in one.data["handoffs"]] == [("ask", "pay")]


def test_records_that_name_no_step_are_those_of_the_process() -> None:
    steps = grid(["Step", "Role"], ["Ask", "Agent"], name="Steps")
    records = grid(["Record", "Form", "Kept for"], ["Request", "F-1", "5 years"], name="What is kept")
    (one,) = read_grids([steps, records], "x")
    assert one.data["records"] == [{"what": "Request", "form": "F-1", "kept_for": "5 years"}]
    assert told(one) == []


def test_titles_within_a_table_are_phases_and_the_last_is_told() -> None:
    rows = (
        ["No.", "Step", "Role"],
        ["Before"],
        ["1", "Ask", "Agent"],
        ["2", "Pay", "Agent"],
        ["Note: see above"],
    )
    (one,) = read_grids([grid(*rows)], "x")
    assert [step.get("phase") for step in one.data["steps"]] == ["Before", None]
    assert told(one) == ["foreign-lost: A5: ‘Note: see above’ was left out"]


def test_a_sheet_called_process_may_hold_the_steps() -> None:
    rows = (
        ["客户投诉"],
        ["编制：张三"],
        ["序号", "工作内容", "责任岗位", "下一步"],
        ["1", "接收", "专员", "2/3"],
        ["2", "甲", "专员"],
        ["3", "乙", "专员"],
    )
    (one,) = read_grids([grid(*rows, name="流程")], "x")
    assert one.data["name"] == "客户投诉"
    assert one.data["steps"][0]["next"] == ["甲", "乙"]
    assert told(one) == ["foreign-lost: 流程!A2: ‘编制：张三’ was left out"]


@pytest.mark.parametrize("name", ["Sheet1", "RACI", "S", "步驟"])
def test_a_name_of_a_sheet_that_says_nothing_names_no_process(name: str) -> None:
    (one,) = read_grids([grid(["Step", "Role"], ["Ask", "Agent"], name=name)], "check-in")
    assert one.data["name"] == "check-in"


def test_places_in_csv_are_those_of_the_text() -> None:
    text = 'Step,Role,Time limit\n"Ask\nfor it",Agent,5m\nPay,Agent,soon\n'
    (problem,) = read({"x.csv": text.encode()})["x.csv"].all_problems
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (4, 11, 15)


def test_what_is_no_table_is_told() -> None:
    table = grid(["Step", "Role"], ["Ask", "Agent"])
    (one,) = read_grids([table, grid(["some", "notes"], name="Notes")], "x")
    assert [str(problem.message) for problem in one.problems] == [
        "the sheet ‘Notes’ is no table of the template and was left out"
    ]


@pytest.mark.parametrize("rows", [[], [["a", "b"], ["1", "2"]], [["Step"], ["Ask"]]])
def test_without_a_table_of_steps(rows: list[list[str]]) -> None:
    with pytest.raises(Unreadable) as caught:
        read_grids([grid(*rows)], "x")
    assert str(caught.value.message).startswith("there is no table of steps")
    assert str(caught.value.help) == "`svcflow init --xlsx FILE` writes a template to fill in"


CELLS = [
    ("Time limit", "soon", "C2: ‘soon’ is no length of time; write 15m, 2h or 3bd"),
    ("Time limit", "5", "C2: ‘5’ has no unit; write 15m, 2h or 3bd"),
    ("Kind", "magic", "C2: ‘magic’ is none of the words for this column"),
    ("Moment of truth", "maybe", "C2: ‘maybe’ is neither yes nor no"),
    ("Emotion", "1.5", "C2: ‘1.5’ is no whole number"),
    ("Next", "x → nowhere", "C2: ‘x → nowhere’ leads to no step"),
    ("Inputs", "###", "C2: ‘###’ cannot be an id"),
    ("Role", "!!!", "C2: ‘!!!’ cannot be a role"),
    ("Waits at most", "later → 1", "C2: ‘later’ is no length of time; write 15m, 2h or 3bd"),
]


@pytest.mark.parametrize(("heading", "text", "message"), CELLS)
def test_a_cell_that_cannot_be_read_is_told_and_the_rest_is_there(
    heading: str, text: str, message: str
) -> None:
    role = "Consulted" if heading == "Role" else "Role"
    (one,) = read_grids([grid(["Step", role, heading], ["Ask", "Agent", text])], "x")
    assert [str(problem.message) for problem in one.problems] == [message]
    assert one.data["steps"][0]["name"] == "Ask"


def test_places_are_cells() -> None:
    (one,) = read_grids([grid(["Step", "Role"], ["Ask", "Agent"])], "x")
    span = one.places["steps", 0, "role"]
    assert (span.line, span.column) == (2, 2)
