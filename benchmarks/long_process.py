"""Write a process of many steps, to be drawn: tasks, choices, parallel parts and ways back, block after block."""

from __future__ import annotations

from string import Template

__all__ = ["long_process"]

_HEAD = """\
process: long
name: A long process
owner: lead
roles:
  clerk: {name: Clerk, department: Front office, line: frontstage}
  officer: {name: 审查人员, department: Examination, line: backstage}
  lead: {name: Lead, department: Management, line: backstage}
steps:
"""
_BLOCK = Template("""\
  - {id: take-$n, name: Take case $n up, role: clerk, sla: 15m}
  - {id: kind-$n, name: 属于第 $n 类吗？, kind: decision, role: clerk,
     next: [{when: 是, to: near-$n, share: 60%}, {otherwise: far-$n, share: 40%}]}
  - {id: near-$n, name: Answer question $n at once, role: clerk, sla: 30m, next: split-$n}
  - {id: far-$n, name: 转交审查科处理第 $n 项, role: officer, sla: 2h}
  - {id: split-$n, name: Work on both sides, kind: parallel, next: [left-$n, right-$n]}
  - {id: left-$n, name: Examine the papers of case $n, role: officer, sla: 1h, next: join-$n}
  - {id: right-$n, name: 核对登记信息, role: clerk, sla: 1h}
  - {id: join-$n, name: Bring both together, role: officer, join: all, sla: 30m}
  - {id: draft-$n, name: 拟定第 $n 份意见, role: officer, sla: 1h}
  - {id: sign-$n, name: Is it in order?, kind: decision, role: lead,
     next: [{when: Yes, to: $next, share: 90%}, {otherwise: draft-$n, share: 10%, limit: 2}]}
""")
_BLOCK_STEPS = 10


def long_process(steps: int) -> str:
    """Return the text of a process of so many steps, rounded to whole blocks of ten."""
    blocks = max(1, round(steps / _BLOCK_STEPS))
    parts = [
        _BLOCK.substitute(n=number, next=f"take-{number + 1}" if number < blocks else "end")
        for number in range(1, blocks + 1)
    ]
    return _HEAD + "".join(parts)
