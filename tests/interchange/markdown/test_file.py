from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from svcflow.interchange.markdown.file import read
from svcflow.interchange.writer import to_yaml
from svcflow.model import Process

ENGLISH = """# Hotel check-in

## 1. Purpose
Every guest is in their room within ten minutes.

## 2. Scope
- Guests with a reservation
- Groups up to ten

## 3. Roles
- Receptionist: greets and checks in
- Room attendant

## 4. Procedure

<!-- 1. not a step -->
1. **Receptionist** checks the [passport](x.md) (within 5 min).
   - compare photo and face
   - [ ] copy the number
2. Receptionist: is a room ready?
   - if yes, go to step 4
   - otherwise go to step 3
3. Room attendant cleans the room (25 min)
4. Duty manager: hands over the key

```
1. in a fence
```
"""
SIMPLIFIED = """# 门诊退费流程

## 一、目的
规范门诊退费

## 二、岗位
- 前台
- 收费员

## 三、步骤
1、前台核对证件（5 分钟内）
2、收费员办理退费（10分钟）
   （1）原路退回
   （2）打印凭证
3、**科主任** 审批（1个工作日）
"""
TRADITIONAL = """# 櫃檯收件

| 步驟 | 職務 | 時限 | 下一步 |
|------|:----:|-----:|--------|
| 受理申請 | 櫃檯 | 10分鐘 | |
| 是否齊備？ | 承辦人 | 隨時 | 是→核發；否→受理申請 |
| 核發 | 承辦人 | | 結束 |
"""
STEPS = "步骤1：受理\n步骤2：审核（1天）\n"


COUNTER = """---
title: Account opening at the counter
tags: counter
---
**Document no.:** RB-017
Department: Retail banking

This text tells how staff open
an account.

Procedure
=========

### 4.1 Reception
At the counter, not by telephone.
1. Teller greets the customer
2. Teller checks the ID (2 min)

### 4.2 Approval
1. **Branch manager**: approves the file (10 min)
2. Teller: hands over the card

Records
-------
1. Application form

| Role | Responsibility |
|---|---|
| Teller | Receives the customer |
"""
HEADINGS = """# 报销流程

**步骤一：提交申请**

员工填写报销单，
并上传发票。

- 发票须合规

### 第二步 部门审批

1. 经理审批
2. 退回时说明原因
"""


@pytest.mark.parametrize(
    "text",
    [ENGLISH, SIMPLIFIED, TRADITIONAL, STEPS, COUNTER, HEADINGS],
    ids=["en", "zh-Hans", "zh-Hant", "steps", "counter", "headings"],
)
def test_procedures(text: str, snapshot: SnapshotAssertion) -> None:
    foreign = read({"a/procedure.md": text.encode()})["a/procedure.md"]
    (one,) = foreign.imported
    Process.model_validate(one.data)
    told = [f"{problem.loss} {problem.span.line}: {problem.message}" for problem in foreign.all_problems]
    assert "\n".join([to_yaml(one.data), *told]) == snapshot


def test_places_are_lines() -> None:
    (one,) = read({"x.md": ENGLISH.encode()})["x.md"].imported
    assert one.places["steps", 0].line == 17
    assert one.places["steps", 3, "role"].line == 24


def test_a_long_text_with_many_parts_that_have_no_place() -> None:
    parts = "".join(f"## Part {number}\n\nSome words.\n\n" for number in range(100))
    foreign = read({"x.md": f"# Long\n\n{parts}## Procedure\n\n1. Ask\n2. Pay\n".encode()})["x.md"]
    (one,) = foreign.imported
    assert [step["name"] for step in one.data["steps"]] == ["Ask", "Pay"]
    assert [problem.span.line for problem in foreign.all_problems] == [5 + 4 * n for n in range(100)]


def test_flowcharts_in_fences() -> None:
    text = "# Two\n```mermaid\ngraph LR\na[Ask]-->b[Pay]\n```\n```mermaid\ngraph LR\nc[Close]\n```\n"
    one, two = read({"x.md": text.encode()})["x.md"].imported
    assert ([step["name"] for step in one.data["steps"]], two.name) == (["Ask", "Pay"], "x-2.yaml")
    assert one.places["steps", 0].line == 4


@pytest.mark.parametrize("text", ["", "# Hello\n\ntext only\n", "- a\n- b\n", "```\n1. a\n2. b\n```\n"])
def test_without_a_procedure(text: str) -> None:
    foreign = read({"x.md": text.encode()})["x.md"]
    assert foreign.imported == ()
    assert str(foreign.problems[0].message) == (
        "there is no procedure: no numbered list, no table of steps and no Mermaid flowchart"
    )
    assert "`1. **Receptionist** checks the passport (within 5 min)`" in str(foreign.problems[0].help)


@given(st.text(alphabet="1234.)、 -*#|:（）\n`>ab步骤前台分钟内", max_size=150))
def test_any_text_is_a_process_or_told(text: str) -> None:
    foreign = read({"x.md": text.encode()})["x.md"]
    assert foreign.imported or foreign.problems
    for one in foreign.imported:
        Process.model_validate(one.data)
