"""The columns of steps, of what can go wrong in them and of how good they have to be."""

# ruff: noqa: E501 -- one column a line reads like the table it is

from __future__ import annotations

from svcflow.i18n import Message, msg
from svcflow.interchange.sheets.column import Column, Kind, Sheet
from svcflow.model.vocabulary import Automation, Join, Kano, Servqual, StepKind, Tier, Value

__all__ = ["EXCEPTIONS", "REMINDERS", "STANDARDS", "STEPS", "STEP_RECORDS"]


def _c(path: str, kind: Kind, title: Message, note: Message, *also: str) -> Column:
    return Column(tuple(path.split(".")), kind, title, note, also)


STEPS = Sheet(
    ("steps",),
    msg("Steps"),
    (
        _c("id", Kind.ID, msg("Step id"), msg("One word by which other rows refer to the step; may be left out."), "id", "标识", "步骤标识"),
        _c("name", Kind.TEXT, msg("Step"), msg("What is done, as an action; of a decision, its question."), "步骤名称", "步骤", "步骤内容", "工作步骤", "流程步骤", "作业步骤", "环节", "工作环节", "活动", "活动名称", "任务", "节点", "流程节点", "工作内容", "作业内容", "作业项目", "工作项目", "工作程序", "工序", "服务环节", "事项", "名称", "process step", "step name", "activity", "activity name", "task", "task name", "action", "what", "name"),
        Column(("kind",), Kind.CHOICE, msg("Kind"), msg("task, decision, parallel, inclusive, wait, call or end; left out: a task."), ("类型", "步骤类型", "節點類型", "类别", "type"), StepKind),
        _c("role", Kind.ROLES, msg("Role"), msg("Who is responsible; several where any of them may act."), "岗位", "责任岗位", "执行岗位", "责任人", "责任部门", "执行人", "负责人", "职务", "经办人", "经办岗位", "承办人", "承办单位", "责任单位", "主责岗位", "角色", "操作人", "操作者", "人员", "部门", "科室", "who", "by whom", "performed by", "responsible", "owner", "performer", "actor", "assignee", "department"),
        _c("next", Kind.BRANCHES, msg("Next"), msg("Where it goes on, one way a line: condition → step (share). Left out: the next row."), "下一步", "下一步骤", "后续步骤", "流向", "转向", "去向", "后续", "next step", "next steps", "goes to", "go to", "successor"),
        _c("instructions", Kind.TEXTS, msg("Instructions"), msg("How it is done, one action a line."), "操作要点", "操作说明", "操作步骤", "作业指导", "具体做法", "工作要求", "工作说明", "作业说明", "作业要领", "作业方法", "操作方法", "操作规范", "服务规范", "工作标准", "要点", "注意事项", "要求", "操作说明及要求", "how", "method", "task description", "details", "procedure", "work instruction"),
        _c("inputs", Kind.IDS, msg("Inputs"), msg("Documents and data needed."), "输入", "输入资料", "所需资料", "所需材料", "申请材料", "提交材料", "input", "documents needed"),
        _c("outputs", Kind.IDS, msg("Outputs"), msg("Documents and data made or changed."), "输出", "输出资料", "产出", "结果", "输出结果", "成果", "output", "result", "deliverable"),
        _c("tools", Kind.IDS, msg("Tools"), msg("Systems and equipment used."), "工具", "系统", "使用系统", "工具系统", "tool", "system", "systems"),
        _c("sla.completion", Kind.TIME, msg("Time limit"), msg("Time from the moment the step can start to the moment it is done, such as 15m, 2h, 1bd."), "时限", "时效", "时间标准", "服务时限", "办理时间", "完成时限", "办理时限", "处理时限", "标准时间", "标准工时", "规定时间", "所需时间", "时间要求", "时间", "完成时间", "sla", "time", "time standard", "target time", "deadline", "completion time", "within"),
        _c("sla.response", Kind.TIME, msg("Taken up within"), msg("Time from the moment the step can start to the moment somebody takes it up."), "响应时间", "响应时限", "回应时间", "response", "response time"),
        _c("sla.calendar", Kind.ID, msg("Calendar"), msg("The calendar in whose hours the times run.")),
        _c("sla.escalate.to", Kind.ROLE, msg("Escalates to"), msg("Who is called when the time is not kept."), "升级对象", "升级至", "escalation"),
        _c("sla.escalate.after", Kind.TIME, msg("Escalates after"), msg("Time from the moment the step can start to the escalation; left out: when the time limit has run out."), "升级时限"),
        _c("work", Kind.WORK, msg("Hands-on time"), msg("Work itself: 6m, 4m..15m, or shortest / likely / longest: 4m / 6m / 15m."), "作业时间", "工时", "用时", "时长", "耗时", "实际工时", "effort", "duration", "work", "cycle time"),
        _c("touchpoint.channel", Kind.ID, msg("Channel"), msg("By which channel the customer is met."), "渠道", "服务渠道", "管道"),
        _c("touchpoint.customer", Kind.TEXT, msg("Customer action"), msg("What the customer does, in their own view."), "客户行为", "顾客行为", "客户动作", "customer actions"),
        _c("touchpoint.evidence", Kind.TEXTS, msg("Physical evidence"), msg("What the customer sees or keeps, one a line."), "有形展示", "实体证据", "evidence"),
        _c("touchpoint.moment_of_truth", Kind.YES, msg("Moment of truth"), msg("Whether the customer decides here whether the service is good."), "关键时刻", "mot"),
        _c("touchpoint.emotion", Kind.WHOLE, msg("Emotion"), msg("From -3 (furious) to 3 (delighted)."), "情绪"),
        _c("description", Kind.TEXT, msg("Description"), msg("What a reader should know besides the name."), "说明", "备注", "描述", "notes", "remarks", "comment", "comments"),
        _c("phase", Kind.TEXT, msg("Phase"), msg("The phase of the customer's journey that begins here."), "阶段", "流程阶段", "stage"),
        _c("accountable", Kind.ROLES, msg("Accountable"), msg("Who answers for the result, if not the owner."), "问责", "最终责任人", "审批人"),
        _c("consulted", Kind.ROLES, msg("Consulted"), msg("Who is asked."), "咨询", "被咨询", "协办", "配合部门"),
        _c("informed", Kind.ROLES, msg("Informed"), msg("Who is told of the result."), "知会", "告知", "抄送", "被告知"),
        _c("knowledge", Kind.TEXTS, msg("Knowledge"), msg("Articles, scripts and laws that help, one a line."), "知识", "话术", "参考资料", "reference"),
        _c("feedback.method", Kind.TEXT, msg("Feedback"), msg("How the customer's opinion is asked afterwards."), "反馈", "反馈方式"),
        _c("feedback.after", Kind.TIME, msg("Feedback after"), msg("How long after the step.")),
        _c("feedback.kpi", Kind.ID, msg("Feedback KPI"), msg("The KPI that it feeds.")),
        Column(("automation",), Kind.CHOICE, msg("Automation"), msg("Who does the work."), ("自动化程度",), Automation),
        Column(("value",), Kind.CHOICE, msg("Value"), msg("For whom the step creates value."), ("价值",), Value),
        Column(("tier",), Kind.CHOICE, msg("Tier"), msg("How far the standard binds the front line."), ("标准层级",), Tier),
        _c("discretion", Kind.TEXT, msg("Discretion"), msg("What the front line may decide alone."), "授权", "自主权限", "权限"),
        _c("options", Kind.TEXTS, msg("Options"), msg("What may be chosen from, one a line."), "可选方案"),
        _c("pain_points", Kind.TEXTS, msg("Pain points"), msg("What hurts here today, one a line."), "痛点", "问题", "存在问题"),
        Column(("join",), Kind.CHOICE, msg("Waits for"), msg("How several ways that lead here meet: all or any of them."), ("汇合",), Join),
        _c("process", Kind.ID, msg("Runs process"), msg("Of a call: the id of the process that is run."), "调用流程"),
        _c("for", Kind.TIME, msg("Waits"), msg("Of a wait: the time to pass."), "等待时间"),
        _c("until", Kind.EVENTS, msg("Waits until"), msg("Of a wait: the events, one a line: event → step (share)."), "等待事件"),
        _c("at_most", Kind.LIMIT, msg("Waits at most"), msg("Of a wait: time → step (share)."), "最长等待"),
        Column(("exceptions",), Kind.CASES, msg("Exceptions"), msg("What can go wrong."), ("异常", "异常处理", "异常情况", "例外处理", "例外情况", "exception", "exception handling"), read_only=True),
        Column(("quality",), Kind.STANDARDS, msg("Quality standards"), msg("What good looks like."), ("标准", "质量标准", "品质标准", "服务标准", "质量要求", "standard", "standards", "quality", "quality standard"), read_only=True),
        Column(("records",), Kind.RECORDS, msg("Records"), msg("What the step leaves."), ("表单", "表格", "记录", "记录表单", "使用表单", "相关表单", "输出表单", "表单记录", "相关记录", "form", "forms", "record"), read_only=True),
    ),
    also=("步骤", "流程步骤", "作业步骤", "procedure", "流程"),
)  # fmt: skip

EXCEPTIONS = Sheet(
    ("steps", "exceptions"),
    msg("Exceptions"),
    (
        _c("step", Kind.STEP, msg("Step"), msg("The step in which it happens."), "步骤", "环节", "step id"),
        _c("when", Kind.TEXT, msg("What goes wrong"), msg("What goes wrong."), "异常", "异常情况", "例外", "例外情况", "exception", "when"),
        _c("do", Kind.TEXT, msg("What is done"), msg("What is done then."), "处理", "处理方法", "处理措施", "措施", "action"),
        _c("escalate", Kind.ROLE, msg("Calls"), msg("The role that is called."), "升级", "升级对象", "escalate to"),
        _c("goto", Kind.STEP, msg("Goes on at"), msg("The step at which the process goes on instead."), "转至", "跳转"),
        _c("after", Kind.TIME, msg("After"), msg("It happens when this time has passed in the step."), "超过"),
        _c("share", Kind.SHARE, msg("Share"), msg("The part of the cases in which it happens."), "占比", "比例"),
    ),
    inside=True,
    also=("异常处理", "例外处理", "异常"),
)  # fmt: skip

STANDARDS = Sheet(
    ("steps", "quality"),
    msg("Quality standards"),
    (
        _c("step", Kind.STEP, msg("Step"), msg("The step that it is about."), "步骤", "环节", "step id"),
        _c("standard", Kind.TEXT, msg("Quality standard"), msg("What good looks like, so that anybody can tell whether it is met."), "标准", "质量标准", "服务标准", "品质标准", "standard"),
        _c("measure.kpi", Kind.ID, msg("KPI"), msg("The KPI that measures it."), "指标", "衡量指标", "measure"),
        _c("measure.target", Kind.PLAIN, msg("Target"), msg("What it has to reach, such as >= 98%."), "目标值", "目标"),
        Column(("servqual",), Kind.CHOICE, msg("SERVQUAL"), msg("The dimension of service quality."), ("维度",), Servqual),
        Column(("kano",), Kind.CHOICE, msg("KANO"), msg("What meeting it does to satisfaction."), (), Kano),
    ),
    inside=True,
    also=("质量标准", "服务标准", "品质标准", "standards"),
)  # fmt: skip

REMINDERS = Sheet(
    ("steps", "remind"),
    msg("Reminders"),
    (
        _c("step", Kind.STEP, msg("Step"), msg("The wait during which it is done."), "步骤", "step id"),
        _c(
            "after",
            Kind.TIME,
            msg("After"),
            msg("Time from the beginning of the wait to the reminder."),
            "时间",
        ),
        _c("do", Kind.TEXT, msg("What is done"), msg("What is done."), "内容", "提醒内容"),
        _c("role", Kind.ROLE, msg("Role"), msg("Who does it."), "岗位", "责任人"),
    ),
    inside=True,
    also=("催办", "提醒"),
)

STEP_RECORDS = Sheet(
    ("steps", "records"),
    msg("Records of steps"),
    (
        _c("step", Kind.STEP, msg("Step"), msg("The step that leaves the record."), "步骤", "step id"),
        _c("what", Kind.TEXT, msg("Record"), msg("What is recorded."), "记录", "记录名称"),
        _c("form", Kind.LABEL, msg("Form"), msg("The number of the form."), "表单编号", "表单"),
        _c("kept_for", Kind.PLAIN, msg("Kept for"), msg("How long, such as 5 years."), "保存期限"),
        _c("where", Kind.TEXT, msg("Where"), msg("Where it is kept."), "保存地点"),
    ),
    inside=True,
)
