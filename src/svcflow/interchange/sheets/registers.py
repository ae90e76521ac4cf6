"""The sheets of registers: handoffs, risks, KPIs, records and what else a process keeps in lists."""

# ruff: noqa: E501 -- one column a line reads like the table it is

from __future__ import annotations

from svcflow.i18n import Message, msg
from svcflow.interchange.sheets.column import Column, Kind, Sheet
from svcflow.model.vocabulary import ChangeKind, ImprovementState, Kano, Level, RiskResponse, Signature

__all__ = ["REGISTERS"]


def _c(path: str, kind: Kind, title: Message, note: Message, *also: str) -> Column:
    return Column(tuple(path.split(".")), kind, title, note, also)


HANDOFFS = Sheet(
    ("handoffs",),
    msg("Handoffs"),
    (
        _c("from", Kind.STEP, msg("From step"), msg("The step that hands over."), "移交步骤", "交出步骤", "从", "from"),
        _c("to", Kind.STEP, msg("To step"), msg("The step that takes over."), "接收步骤", "接收", "到", "to"),
        _c("passes", Kind.IDS, msg("Passes"), msg("What is passed."), "交接内容", "交接物", "移交内容"),
        _c("via", Kind.ID, msg("Via"), msg("By which tool or channel."), "交接方式", "途径"),
        _c("within", Kind.TIME, msg("Within"), msg("The time in which the other side has it in hand."), "交接时限", "时限"),
        _c("accepted_when", Kind.TEXT, msg("Accepted when"), msg("What shows that the other side has accepted."), "接收标准", "验收标准", "确认方式"),
    ),
    also=("交接", "交接约定", "交接協議"),
)  # fmt: skip

RISKS = Sheet(
    ("risks",),
    msg("Risks"),
    (
        _c("id", Kind.ID, msg("Risk id"), msg("Such as R1; may be left out."), "风险编号", "编号", "id", "no"),
        _c("step", Kind.STEPS, msg("Steps concerned"), msg("The steps in which it may happen."), "步骤", "涉及步骤", "环节", "step"),
        _c("what", Kind.TEXT, msg("Risk"), msg("What may happen."), "风险", "风险描述", "風險", "風險描述", "what"),
        _c("likelihood", Kind.WHOLE, msg("Likelihood"), msg("Without a control, from 1 (rare) to 5 (almost certain)."), "可能性", "发生概率"),
        _c("impact", Kind.WHOLE, msg("Impact"), msg("Without a control, from 1 (slight) to 5 (disastrous)."), "影响程度", "影響程度", "影响"),
        Column(("response",), Kind.CHOICE, msg("Response"), msg("What is done about it."), ("应对策略", "应对"), RiskResponse),
        _c("control", Kind.CONTROLS, msg("Control"), msg("What keeps it down, one a line: control → step."), "控制措施", "应对措施", "controls"),
        _c("owner", Kind.ROLE, msg("Owner"), msg("The role that watches it."), "负责人", "责任人", "負責人"),
        _c("indicator", Kind.TEXT, msg("Indicator"), msg("The sign by which it shows early."), "预警指标", "預警指標"),
        _c("residual.likelihood", Kind.WHOLE, msg("Likelihood left"), msg("With the control in place."), "剩余可能性"),
        _c("residual.impact", Kind.WHOLE, msg("Impact left"), msg("With the control in place."), "剩余影响"),
    ),
    also=("风险登记册", "風險登錄表", "风险"),
)  # fmt: skip

KPIS = Sheet(
    ("kpis",),
    msg("KPIs"),
    (
        _c("id", Kind.ID, msg("KPI id"), msg("One word by which others refer to it."), "id", "指标编号"),
        _c("name", Kind.TEXT, msg("KPI"), msg("Its name."), "指标", "指标名称", "指標", "name"),
        _c("formula", Kind.TEXT, msg("Formula"), msg("How it is computed."), "计算公式", "計算公式", "公式"),
        _c("unit", Kind.TEXT, msg("Unit"), msg("Such as % or min."), "单位", "單位"),
        _c("source", Kind.TEXT, msg("Source"), msg("Where the figures come from."), "来源", "数据来源", "來源"),
        _c("every", Kind.PLAIN, msg("Every"), msg("How often, such as monthly."), "周期", "统计周期", "頻率"),
        _c("target", Kind.PLAIN, msg("Target"), msg("What it has to reach, such as >= 90%."), "目标值", "目标", "目標值"),
        _c("alarm", Kind.PLAIN, msg("Alarm"), msg("The value at which somebody has to act."), "预警值", "警戒值"),
        _c("benchmark", Kind.TEXT, msg("Benchmark"), msg("What others reach."), "标杆", "标杆值"),
    ),
    also=("关键绩效指标", "关键绩效指標", "指标", "kpi"),
)  # fmt: skip

OBJECTIVES = Sheet(
    ("objectives",),
    msg("Objectives"),
    (
        _c("kpi", Kind.ID, msg("KPI"), msg("The KPI that shows it."), "指标"),
        _c("target", Kind.PLAIN, msg("Target"), msg("What it shall reach."), "目标值"),
        _c("baseline", Kind.TEXT, msg("Baseline"), msg("Where it stands today."), "基线", "现状值"),
        _c("by", Kind.DAY, msg("Due"), msg("The day by which it shall be reached."), "完成日期"),
    ),
    also=("目标",),
)

NEEDS = Sheet(
    ("needs",),
    msg("Needs"),
    (
        _c("what", Kind.TEXT, msg("Need"), msg("What customers want, in their words."), "需求", "客户需求"),
        _c("segment", Kind.IDS, msg("Customer segments"), msg("Who says so."), "客户群体"),
        Column(("kano",), Kind.CHOICE, msg("KANO"), msg("What meeting it does to satisfaction."), (), Kano),
        _c("source", Kind.TEXT, msg("Source"), msg("How it is known."), "来源"),
        _c("met_by", Kind.STEPS, msg("Met by"), msg("The steps that meet it."), "满足步骤"),
    ),
    also=("客户需求", "顧客需求"),
)

TRAINING = Sheet(
    ("training",),
    msg("Training"),
    (
        _c("who", Kind.ROLES, msg("Who learns"), msg("The roles that learn."), "培训对象", "岗位", "who"),
        _c("topic", Kind.TEXT, msg("Topic"), msg("What they learn."), "培训内容", "主题", "課程"),
        _c("method", Kind.TEXT, msg("Method"), msg("How."), "培训方式", "方法"),
        _c("hours", Kind.NUMBER, msg("Hours"), msg("How many hours."), "学时", "時數"),
        _c(
            "assessment",
            Kind.TEXT,
            msg("Assessment"),
            msg("How it is seen that they have learnt it."),
            "考核方式",
            "考核",
        ),
        _c("every", Kind.PLAIN, msg("Every"), msg("How often it is repeated."), "周期"),
    ),
    also=("培训", "培训计划", "培訓"),
)

INSPECTION = Sheet(
    ("inspection",),
    msg("Inspection"),
    (
        _c("what", Kind.TEXT, msg("What is inspected"), msg("What is inspected."), "检查项目", "检查内容"),
        _c("method", Kind.TEXT, msg("Method"), msg("How."), "方法", "检查方法"),
        _c("sample", Kind.TEXT, msg("Sample"), msg("How many, chosen how."), "抽样"),
        _c("every", Kind.PLAIN, msg("Every"), msg("How often."), "周期", "频次"),
        _c("by", Kind.ROLE, msg("Inspected by"), msg("The role that inspects."), "检查人", "责任人"),
        _c("evidence", Kind.TEXT, msg("Evidence"), msg("The record that shows it was done."), "证据", "记录"),
    ),
    also=("检查", "检验", "質量檢查"),
)

RECORDS = Sheet(
    ("records",),
    msg("Records"),
    (
        _c("what", Kind.TEXT, msg("Record"), msg("What is recorded."), "记录", "记录名称", "紀錄"),
        _c("form", Kind.LABEL, msg("Form"), msg("The number of the form."), "表单编号", "表单"),
        _c("kept_for", Kind.PLAIN, msg("Kept for"), msg("How long, such as 5 years."), "保存期限", "保存期"),
        _c("where", Kind.TEXT, msg("Where"), msg("Where it is kept."), "保存地点", "存放位置"),
    ),
    also=("记录", "紀錄"),
)

TERMS = Sheet(
    ("terms",),
    msg("Terms"),
    (
        _c("term", Kind.LABEL, msg("Term"), msg("A word that a reader may not know."), "术语", "名词", "術語"),
        _c("means", Kind.TEXT, msg("Meaning"), msg("What it means."), "定义", "解释", "定義", "definition"),
        _c("avoid", Kind.TEXTS, msg("Instead of"), msg("Other words for the same that should not be used, one a line."), "不用"),
    ),
    key="term",
    also=("术语", "术语与定义", "definitions"),
)  # fmt: skip

PROBLEMS = Sheet(
    ("problems",),
    msg("Problems"),
    (
        _c("what", Kind.TEXT, msg("Problem"), msg("What happened."), "问题", "問題"),
        _c("class", Kind.LABEL, msg("Class"), msg("The class of problems it belongs to."), "类别"),
        Column(("severity",), Kind.CHOICE, msg("Severity"), msg("How severe it is."), ("严重程度",), Level),
        _c("cause", Kind.TEXT, msg("Cause"), msg("Its root cause."), "原因", "根本原因"),
        _c("action", Kind.TEXT, msg("Action"), msg("What was done about the case at hand."), "处理", "纠正措施"),
        _c("prevention", Kind.TEXT, msg("Prevention"), msg("What was changed so that it does not come back."), "预防措施"),
        _c("knowledge", Kind.TEXTS, msg("Lesson kept in"), msg("Where the lesson is kept, one a line.")),
    ),
    also=("问题",),
)  # fmt: skip

IMPROVEMENTS = Sheet(
    ("improvements",),
    msg("Improvements"),
    (
        _c("what", Kind.TEXT, msg("Improvement"), msg("What shall change."), "改进事项", "改进措施"),
        _c("why", Kind.TEXT, msg("Why"), msg("What it is good for."), "理由"),
        _c("step", Kind.STEPS, msg("Steps concerned"), msg("The steps it changes."), "步骤"),
        _c("owner", Kind.ROLE, msg("Owner"), msg("The role that sees to it."), "负责人"),
        Column(("state",), Kind.CHOICE, msg("State"), msg("Where it stands."), ("状态",), ImprovementState),
    ),
    also=("改进", "改善"),
)

ROLLOUT = Sheet(
    ("rollout",),
    msg("Rollout"),
    (
        _c("audience", Kind.TEXT, msg("Audience"), msg("Who is told."), "对象"),
        _c("channel", Kind.TEXT, msg("Channel"), msg("By which way."), "方式", "how"),
        _c("on", Kind.DAY, msg("On"), msg("The day."), "日期"),
    ),
    also=("宣贯",),
)

REVISIONS = Sheet(
    ("revisions",),
    msg("Revisions"),
    (
        _c("version", Kind.PLAIN, msg("Version"), msg("The version it made."), "版本", "版本号"),
        _c("date", Kind.DAY, msg("Date"), msg("The day of the revision."), "日期", "修订日期"),
        _c("by", Kind.LABEL, msg("By whom"), msg("Who made it."), "修订人"),
        Column(("change",), Kind.CHOICE, msg("Change"), msg("How far it goes."), ("修订类型",), ChangeKind),
        _c("what", Kind.TEXT, msg("What changed"), msg("What changed, in a sentence."), "修订内容"),
    ),
    also=("修订记录", "修訂紀錄"),
)

APPROVALS = Sheet(
    ("approvals",),
    msg("Approvals"),
    (
        Column(("as",), Kind.CHOICE, msg("As"), msg("What it certifies: prepared, reviewed or approved."), ("签署",), Signature),
        _c("role", Kind.ROLE, msg("Role"), msg("The role in which it was given."), "岗位", "职务"),
        _c("by", Kind.LABEL, msg("By whom"), msg("Who gave it."), "姓名"),
        _c("on", Kind.DAY, msg("On"), msg("The day on which it was given."), "日期"),
        _c("digest", Kind.LABEL, msg("Digest"), msg("The fingerprint of what was approved, written by svcflow.")),
    ),
    also=("审批", "审批记录"),
)  # fmt: skip

REGISTERS = (
    HANDOFFS, RISKS, KPIS, OBJECTIVES, NEEDS, TRAINING, INSPECTION, RECORDS, TERMS, PROBLEMS, IMPROVEMENTS, ROLLOUT,
    REVISIONS, APPROVALS,
)  # fmt: skip
"""The sheets of registers, in their order."""
