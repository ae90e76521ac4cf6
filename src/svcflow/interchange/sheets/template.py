"""The documented template: its sheets and their columns.

What it has no column for goes to the sheet `MORE`, as a path and a value, so that nothing of a process is lost.
"""

# ruff: noqa: E501 -- one column a line reads like the table it is

from __future__ import annotations

from svcflow.i18n import Message, msg
from svcflow.interchange.sheets.column import Column, Kind, Sheet
from svcflow.interchange.sheets.registers import REGISTERS
from svcflow.interchange.sheets.step_columns import EXCEPTIONS, REMINDERS, STANDARDS, STEP_RECORDS, STEPS
from svcflow.model.vocabulary import Line, RoleKind, State, Status

__all__ = ["MORE", "PROCESS", "ROLES", "SHEETS", "STEPS"]


def _c(path: str, kind: Kind, title: Message, note: Message, *also: str) -> Column:
    return Column(tuple(path.split(".")), kind, title, note, also)


PROCESS = Sheet(
    (),
    msg("Process"),
    (
        _c("process", Kind.ID, msg("Process id"), msg("One word by which other files refer to the process."), "流程标识", "流程编码"),
        _c("name", Kind.TEXT, msg("Name of the process"), msg("The name that people use."), "流程名称", "流程名", "标题", "title", "process name"),
        _c("number", Kind.LABEL, msg("Document number"), msg("The number of the document."), "编号", "文件编号", "編號", "document no"),
        _c("version", Kind.PLAIN, msg("Version"), msg("major.minor.patch, such as 2.1.0."), "版本号", "版次"),
        Column(("status",), Kind.CHOICE, msg("Status"), msg("Where the process is in its life."), ("状态",), Status),
        _c("effective", Kind.DAY, msg("In force from"), msg("The day from which it is in force."), "生效日期", "实施日期", "effective date"),
        _c("language", Kind.PLAIN, msg("Language"), msg("en, zh-Hans or zh-Hant."), "语言"),
        _c("owner", Kind.ROLE, msg("Owner"), msg("The one role answerable from end to end."), "流程负责人", "流程所有者", "流程主责", "责任人", "负责部门", "责任部门", "归口部门", "归口管理部门", "主责部门", "部门", "department", "process owner"),
        _c("category.function", Kind.LABEL, msg("Function"), msg("What it is for, such as complaint."), "类别", "流程类别", "category"),
        Column(("category", "line"), Kind.CHOICE, msg("Line"), msg("On which side of the customer most of it happens."), (), Line),
        _c("category.stage", Kind.LABEL, msg("Stage"), msg("The stage of the customer's journey."), "阶段"),
        Column(("state",), Kind.CHOICE, msg("As it is or to be"), msg("As it is done today, or as it shall be."), (), State),
        _c("baseline", Kind.ID, msg("Improves on"), msg("The id of the process that this one improves on.")),
        _c("classification", Kind.LABEL, msg("Classification"), msg("Who may read it."), "密级"),
        _c("distribution", Kind.TEXTS, msg("Distribution"), msg("Who gets it, one a line."), "发放范围", "分发范围"),
        _c("purpose", Kind.TEXT, msg("Purpose"), msg("What it is for, in a sentence."), "流程目的", "目标"),
        _c("scope.covers", Kind.TEXTS, msg("Covers"), msg("What it covers, one a line."), "范围", "适用范围", "適用範圍", "scope"),
        _c("scope.excludes", Kind.TEXTS, msg("Does not cover"), msg("What it does not cover, one a line."), "不适用", "out of scope"),
        _c("trigger", Kind.TEXT, msg("Trigger"), msg("What starts it."), "触发条件", "启动条件", "流程起点", "start"),
        _c("inputs", Kind.IDS, msg("Inputs of the process"), msg("What is there when it starts."), "流程输入"),
        _c("outputs", Kind.IDS, msg("Outputs of the process"), msg("What it leaves."), "流程输出"),
        _c("segments", Kind.IDS, msg("Customer segments"), msg("Whom it serves."), "客户群体", "服务对象"),
        _c("references", Kind.TEXTS, msg("References"), msg("Laws, standards and documents it follows, one a line."), "引用文件", "依据", "参考文件"),
        _c("sla.response", Kind.TIME, msg("First answer within"), msg("Time from the trigger to the first answer, such as 30m."), "响应时间", "响应时限", "回應時間"),
        _c("sla.resolution", Kind.TIME, msg("Resolved within"), msg("Time from the trigger to the end, such as 3bd."), "解决时间", "办结时限", "总时限", "承诺时限", "解決時間", "sla"),
        _c("sla.calendar", Kind.ID, msg("Calendar of the process"), msg("The calendar in whose hours the times run."), "服务时间"),
        _c("sla.escalate.to", Kind.ROLE, msg("Escalates to"), msg("Who is called when the time is not kept.")),
        _c("sla.escalate.after", Kind.TIME, msg("Escalates after"), msg("Time from the trigger to the escalation.")),
        _c("review.every", Kind.PLAIN, msg("Reviewed every"), msg("How often it is looked at again, such as yearly."), "评审周期"),
        _c("review.last", Kind.DAY, msg("Last review"), msg("The day of the last review."), "上次评审"),
        _c("pilot.where", Kind.TEXT, msg("Pilot"), msg("Where it is tried before it goes into force."), "试点"),
        _c("pilot.from", Kind.DAY, msg("Pilot from"), msg("The first day of the trial.")),
        _c("pilot.to", Kind.DAY, msg("Pilot to"), msg("The last day of the trial.")),
        _c("pilot.success", Kind.TEXTS, msg("Pilot passed when"), msg("What has to be reached, one a line.")),
        _c("pilot.result", Kind.TEXT, msg("Pilot result"), msg("What came out.")),
    ),
    single=True,
    also=("流程信息", "基本信息", "流程", "概况", "封面", "overview", "info", "general"),
)  # fmt: skip

ROLES = Sheet(
    ("roles",),
    msg("Roles"),
    (
        _c("id", Kind.ID, msg("Role id"), msg("One word by which the steps refer to the role.")),
        _c("name", Kind.TEXT, msg("Role"), msg("The name that people use."), "岗位", "岗位名称", "职务", "職務", "职务名称", "角色", "name", "名称"),
        _c("department", Kind.LABEL, msg("Department"), msg("The department it belongs to."), "所属部门", "部門", "单位"),
        Column(("line",), Kind.CHOICE, msg("Line"), msg("On which side of the customer it works."), (), Line),
        Column(("kind",), Kind.CHOICE, msg("Filled by"), msg("People, a system or a partner."), (), RoleKind),
        _c("headcount", Kind.WHOLE, msg("Headcount"), msg("How many people fill it."), "人数", "人數", "编制人数"),
        _c("calendar", Kind.ID, msg("Calendar"), msg("The calendar of the hours it works."), "工作时间", "班次"),
        _c("deputy", Kind.ROLES, msg("Deputy"), msg("Who stands in."), "代理人", "备岗", "AB岗"),
        _c("reports_to", Kind.ROLE, msg("Reports to"), msg("The role above it."), "上级", "汇报对象"),
        _c("skills", Kind.TEXTS, msg("Skills"), msg("What it has to know or hold, one a line."), "技能", "任职要求", "资质"),
    ),
    key="id",
    also=("岗位职责", "角色"),
)  # fmt: skip

MORE = Sheet(
    ("more",),
    msg("More"),
    (
        _c("path", Kind.LABEL, msg("Path"), msg("Where the value stands in the process, such as steps/verify/remind/0/after.")),
        _c("value", Kind.TEXT, msg("Content"), msg("The value, as YAML or JSON would have it.")),
    ),
)  # fmt: skip

SHEETS = (PROCESS, STEPS, ROLES, EXCEPTIONS, STANDARDS, REMINDERS, STEP_RECORDS, *REGISTERS, MORE)
"""All sheets, in their order."""
