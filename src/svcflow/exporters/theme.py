"""How pictures look: colours, line widths and fonts, as one style sheet.

Text reaches a contrast of 4.5 : 1 on its ground and lines 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11), and no meaning hangs on
colour alone: shapes, dashes and signs carry it in a grey print too.
"""

from __future__ import annotations

__all__ = ["font_family", "style_sheet"]

_LATIN = ["Arial", "Helvetica Neue", "Liberation Sans"]
_SIMPLIFIED = ["Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC"]
_TRADITIONAL = ["Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Source Han Sans TC", "Noto Sans CJK TC"]

_STYLE = """
.svcflow .page{fill:#fff}
.svcflow text{fill:#1c2733;font-size:13px}
.svcflow .title{font-size:20px;font-weight:600}
.svcflow .subtitle{font-size:13px;fill:#47525f}
.svcflow .fact{font-size:11px;fill:#5a6572}
.svcflow .lane>rect{fill:#fff;stroke:#9aa7b5;stroke-width:1}
.svcflow .lane.odd>rect{fill:#f8fafc}
.svcflow .lane>rect.head{fill:#edf1f6}
.svcflow .lane.customer>rect.head{fill:#fdf0d8}
.svcflow .lane.frontstage>rect.head{fill:#dfecfa}
.svcflow .lane.support>rect.head{fill:#efe9f7}
.svcflow .lane text{font-weight:600}
.svcflow .group rect{fill:#3d5068;stroke:#fff;stroke-width:1.5}
.svcflow .group text{fill:#fff;font-size:12px}
.svcflow .group.small text{font-size:10.5px}
.svcflow .outline{fill:#fff;stroke:#34587f;stroke-width:1.4}
.svcflow .inner{fill:none;stroke:#34587f;stroke-width:1}
.svcflow .start .outline{fill:#e2f3e8;stroke:#1d7443;stroke-width:1.6}
.svcflow .end .outline{fill:#eceff3;stroke:#1c2733;stroke-width:2.6}
.svcflow .decision .outline{fill:#fff6dc;stroke:#96660a}
.svcflow .parallel .outline,.svcflow .inclusive .outline{fill:#eef2f7;stroke:#47525f}
.svcflow .wait .outline{fill:#f5f0fb;stroke:#67479b}
.svcflow .call .outline{fill:#eef4fc}
.svcflow .decision text,.svcflow .parallel text,.svcflow .inclusive text{font-size:12px}
.svcflow .sign{fill:none;stroke:#47525f;stroke-width:2.4}
.svcflow .clock{fill:none;stroke:#67479b;stroke-width:1.3;stroke-linecap:round}
.svcflow text.number,.svcflow text.caption{font-size:10px;fill:#55616e}
.svcflow text.number{font-weight:600}
.svcflow .sla rect{fill:#e3edf9;stroke:#34587f;stroke-width:.7}
.svcflow .sla .clock{stroke:#173f70}
.svcflow .badge text{font-size:10px;fill:#173f70}
.svcflow .moment-of-truth path{fill:#c2410c;stroke:none}
.svcflow .badge path.flash{fill:#fff;stroke:#6b4a2b;stroke-width:1.1;stroke-linejoin:round}
.svcflow .badge path.mark{fill:none;stroke:#6b4a2b;stroke-width:1.4;stroke-linecap:round}
.svcflow .document path{fill:#fff;stroke:#47525f;stroke-width:1.1;stroke-linejoin:round}
.svcflow .halo{fill:none;stroke:#fff;stroke-width:5}
.svcflow .edge .line{fill:none;stroke:#46535f;stroke-width:1.4}
.svcflow .edge .head{fill:#46535f}
.svcflow .edge.handoff .line{stroke:#1b4f9c;stroke-width:2.2}
.svcflow .edge.handoff .head{fill:#1b4f9c}
.svcflow .edge.back .line{stroke:#8a4b08}
.svcflow .edge.back .head{fill:#8a4b08}
.svcflow .edge.exception .line{stroke:#b42318;stroke-dasharray:6 4}
.svcflow .edge.exception .head{fill:#b42318}
.svcflow .label rect{fill:#fff}
.svcflow .label text{font-size:11px}
.svcflow .label .note{fill:#1b4f9c}
.svcflow .envelope path{fill:#fff;stroke:#1b4f9c;stroke-width:1.2;stroke-linejoin:round}
.svcflow .connector circle{fill:#fff;stroke:#1c2733;stroke-width:1.4}
.svcflow .connector.leaves circle{fill:#1c2733}
.svcflow .connector text{font-size:10px;font-weight:600}
.svcflow .connector.leaves text{fill:#fff}
.svcflow .legend text{font-size:11px;fill:#47525f}
.svcflow .legend .connector text{font-size:10px;fill:#1c2733}
.svcflow text.quiet{fill:#55616e}
.svcflow text.axis{fill:#47525f;font-weight:600}
.svcflow .header text{font-weight:600}
.svcflow .header text.quiet{font-weight:400}
.svcflow .header rect.head{fill:#edf1f6;stroke:#9aa7b5;stroke-width:1}
.svcflow .cell{fill:#fff;stroke:#9aa7b5;stroke-width:1}
.svcflow .cell.odd{fill:#f5f8fb}
.svcflow .cell.tone-off{fill:#e3e8ee}
.svcflow .cell.tone-low{fill:#e2f3e8}
.svcflow .cell.tone-medium{fill:#fff3cc}
.svcflow .cell.tone-high{fill:#fbd5a8}
.svcflow .cell.tone-extreme{fill:#f3b0a6}
.svcflow .chip rect{fill:#fff;stroke:#34587f;stroke-width:1.2}
.svcflow .chip text{font-weight:600}
.svcflow .chip.tone-strong rect{fill:#1b4f9c;stroke:#1b4f9c}
.svcflow .chip.tone-strong text{fill:#fff}
.svcflow .chip.tone-extreme rect{fill:#b42318;stroke:#b42318}
.svcflow .chip.tone-extreme text{fill:#fff}
.svcflow .chip.tone-high rect{fill:#fbd5a8;stroke:#96660a}
.svcflow .chip.tone-medium rect{fill:#fff3cc;stroke:#96660a}
.svcflow .chip.tone-low rect{fill:#e2f3e8;stroke:#1d7443}
.svcflow .chip.tone-soft rect{fill:#dfecfa}
.svcflow .chip.tone-faint rect{fill:#fff;stroke:#8793a0;stroke-dasharray:3 2}
.svcflow .chip.tone-faint text{fill:#55616e;font-weight:400}
.svcflow .chip.tone-good rect{fill:#e2f3e8;stroke:#1d7443;stroke-width:1.6}
.svcflow .chip.tone-open rect{fill:#fff;stroke:#b42318;stroke-width:1.6;stroke-dasharray:4 2}
.svcflow .chip.tone-open text{fill:#b42318}
.svcflow .edge.weight-2 .line{stroke-width:2.2}
.svcflow .edge.weight-3 .line{stroke-width:3.2}
/* journey */
.svcflow .journey-sheet{fill:#fff;stroke:#9aa7b5;stroke-width:1}
.svcflow .journey-head{fill:#edf1f6}
.svcflow .journey-moment{fill:#fff7ed}
.svcflow .journey-rule .line{fill:none;stroke:#d0d8e1;stroke-width:1}
.svcflow text.journey-name{font-weight:600;fill:#2b3947}
.svcflow .journey-phase .line{fill:#3d5068;stroke:none}
.svcflow text.journey-phase{fill:#fff;font-weight:600}
.svcflow .journey-card{fill:#fdf0d8;stroke:#96660a;stroke-width:1.2}
.svcflow .journey-card.aside{fill:#fff;stroke-dasharray:5 3}
.svcflow text.journey-action{font-weight:600}
.svcflow text.journey-number{font-weight:600;fill:#7a5207}
.svcflow text.journey-only{fill:#7a5207;font-style:italic}
.svcflow text.journey-wait{font-weight:600;fill:#54388a}
.svcflow .journey-good{fill:#edf7f1}
.svcflow .journey-bad{fill:#fbf1ef}
.svcflow .journey-level .line{fill:none;stroke:#dbe2ea;stroke-width:.8}
.svcflow .journey-neutral .line{fill:none;stroke:#6b7885;stroke-width:1.2;stroke-dasharray:6 4}
.svcflow .empty-sheet{fill:#fff6dc;stroke:#96660a;stroke-width:1.2}
.svcflow .mood .line{fill:none;stroke:#1b4f9c;stroke-width:2.6;stroke-linecap:round}
.svcflow .mood.aside .line{stroke:#5b6fa8;stroke-width:1.8;stroke-dasharray:5 4}
.svcflow .face{fill:#fff6dc;stroke:#1c2733;stroke-width:1.3}
.svcflow .face.good{fill:#bfe6cc}
.svcflow .face.bad{fill:#f6c4bb}
.svcflow .face.aside{stroke-dasharray:3 2}
.svcflow .eye,.svcflow .bullet{fill:#1c2733}
.svcflow .bullet{fill:#6b7885}
.svcflow .mouth .line{fill:none;stroke:#1c2733;stroke-width:1.3;stroke-linecap:round}
.svcflow text.mood-good{fill:#14603a;font-weight:600}
.svcflow text.mood-neutral{fill:#47525f;font-weight:600}
.svcflow text.mood-bad{fill:#9f1f15;font-weight:600}
/* end of journey */
/* timeline */
.svcflow .timeline-sheet{fill:#fff;stroke:#9aa7b5;stroke-width:1}
.svcflow .timeline-head{fill:#edf1f6}
.svcflow .timeline-rule .line{fill:none;stroke:#dbe2ea;stroke-width:1}
.svcflow .timeline-rule.group .line{stroke:#9aa7b5}
.svcflow text.timeline-role,.svcflow text.timeline-day,.svcflow text.timeline-critical{font-weight:600}
.svcflow text.timeline-number{font-weight:600;fill:#55616e}
.svcflow .closed{fill:#e3e7ec}
.svcflow .tick .line{fill:none;stroke:#e2e8ee;stroke-width:.8}
.svcflow .tick.major .line{stroke:#aab5c1;stroke-width:1}
.svcflow .span{fill:#cfe0f5;stroke:#34587f;stroke-width:1.1}
.svcflow .span.wait{fill:#ece4f8;stroke:#67479b}
.svcflow .span.critical{stroke:#10233d;stroke-width:2.4}
.svcflow .span.aside{stroke-dasharray:4 2.5}
.svcflow .work{fill:#1b4f9c;stroke:#fff;stroke-width:.8}
.svcflow .spread .line{fill:none;stroke:#10233d;stroke-width:1.2}
.svcflow .taken-up .line{fill:none;stroke:#10233d;stroke-width:1.6}
.svcflow .slack .line{fill:none;stroke:#76848f;stroke-width:8;stroke-dasharray:1.4 3.6}
.svcflow .untold .line{fill:#fff;stroke:#b42318;stroke-width:1.6}
.svcflow .critical-link .line{fill:none;stroke:#10233d;stroke-width:1.6}
.svcflow .critical-link .head{fill:#10233d}
.svcflow .run-end .line{fill:none;stroke:#10233d;stroke-width:1.4;stroke-dasharray:2 3}
.svcflow .promise .line{fill:none;stroke:#b42318;stroke-width:2.2}
.svcflow .break .line{fill:none;stroke:#6b7885;stroke-width:1}
.svcflow text.run-end-text{fill:#10233d;font-weight:600}
.svcflow text.promise-text{fill:#b42318;font-weight:600}
/* end of timeline */
/* blueprint */
.svcflow .border .line{fill:none;stroke:#1c2733;stroke-width:2}
.svcflow .border.visibility .line{stroke-width:2.6;stroke-dasharray:12 5}
.svcflow .border.internal .line{stroke-dasharray:3 4}
.svcflow .border rect{fill:#fff;stroke:#1c2733;stroke-width:.8}
.svcflow .border text{font-size:10px;font-weight:600}
.svcflow .phase path{fill:#3d5068;stroke:none}
.svcflow .phase text{fill:#fff;font-size:12px;font-weight:600}
.svcflow .phase.small text{font-size:10.5px}
.svcflow .customer-action .outline{fill:#fffaf0;stroke:#96660a}
.svcflow .evidence .outline{fill:#fff;stroke:#55616e;stroke-width:1.1}
.svcflow .system .outline{fill:#f1f3f6;stroke:#55616e;stroke-width:1.1}
.svcflow text.thing{font-size:11.5px}
.svcflow .rule{fill:none;stroke:#8290a0;stroke-width:1}
.svcflow .edge.contact .line{stroke:#96660a;stroke-width:1.6}
.svcflow .edge.contact .head{fill:#96660a}
.svcflow .edge.link .line{stroke:#6b7885;stroke-width:1.2;stroke-dasharray:2 3}
.svcflow .fail-point circle{fill:#fff;stroke:#b42318;stroke-width:1.4}
.svcflow .badge text.letter{font-weight:700}
.svcflow .fail-point text.letter{fill:#b42318}
.svcflow .wait-point rect{fill:#f5f0fb;stroke:#67479b;stroke-width:.7}
.svcflow .wait-point text{fill:#54388a}
.svcflow .work rect{fill:#eef2f7;stroke:#6b7885;stroke-width:.7}
.svcflow .work text{fill:#47525f;stroke:none}
.svcflow .badge path.glass{fill:none;stroke:#47525f;stroke-width:1.2;stroke-linejoin:round}
.svcflow .emotion circle{fill:#fff6dc;stroke:#1c2733;stroke-width:1.1}
.svcflow .emotion path.look{fill:none;stroke:#1c2733;stroke-width:1.3;stroke-linecap:round}
/* end of blueprint */
.svcflow .error circle{fill:#b42318}
.svcflow .error .letter{fill:#fff;font-weight:700}
.svcflow .warning circle{fill:#fff3cc;stroke:#96660a;stroke-width:1.4}
.svcflow .info circle{fill:#e3edf9;stroke:#34587f;stroke-width:1.2}
.svcflow .finding-error .outline{fill:#fdebe9;stroke:#b42318;stroke-width:2.4}
.svcflow .finding-warning .outline{stroke:#96660a;stroke-width:2.2;stroke-dasharray:7 3}
.svcflow .finding-info .outline{stroke-dasharray:2 3}
.svcflow .longest .outline{stroke:#1c2733;stroke-width:3}
.svcflow .risk-low .outline{fill:#e2f3e8}
.svcflow .risk-medium .outline{fill:#fff3cc}
.svcflow .risk-high .outline{fill:#fbd5a8}
.svcflow .risk-extreme .outline{fill:#f3b0a6}
.svcflow .new circle{fill:#1d7443}
.svcflow .gone circle{fill:#b42318}
.svcflow .changed circle{fill:#96660a}
.svcflow .moved circle{fill:#34587f}
.svcflow .new .letter,.svcflow .gone .letter{fill:#fff;font-weight:700}
.svcflow .changed .letter,.svcflow .moved .letter{fill:#fff;font-weight:700}
.svcflow .diff-new .outline{fill:#e2f3e8;stroke:#1d7443;stroke-width:2.4}
.svcflow .diff-gone .outline{fill:#fdebe9;stroke:#b42318;stroke-width:2;stroke-dasharray:6 3}
.svcflow .diff-changed .outline{fill:#fff6dc;stroke:#96660a;stroke-width:2}
.svcflow .diff-moved .outline{stroke-width:2.4}
.svcflow .edge.diff-edge .line{stroke-width:2.4}
.svcflow .tile{fill:#fff;stroke:#34587f;stroke-width:1.3}
.svcflow .tile.tone-good{fill:#e2f3e8;stroke:#1d7443;stroke-width:1.8}
.svcflow .tile.tone-low{fill:#eef7f0;stroke:#1d7443}
.svcflow .tile.tone-soft{fill:#e3edf9}
.svcflow .tile.tone-medium{fill:#fff3cc;stroke:#96660a}
.svcflow .tile.tone-high{fill:#fbd5a8;stroke:#96660a}
.svcflow .tile.tone-extreme{fill:#f9d6d0;stroke:#b42318;stroke-width:1.8}
.svcflow .tile.tone-faint{stroke:#6b7885;stroke-dasharray:5 3}
.svcflow .tile.tone-off{fill:#e3e8ee;stroke:#6b7885}
.svcflow text.tile-name{font-weight:600}
.svcflow .runs .line{fill:none;stroke:#46535f;stroke-width:1.5}
.svcflow .runs .head{fill:#46535f}
.svcflow a{text-decoration:none}
"""


def font_family(language: str) -> str:
    """Return the fonts to try: first those with the shapes that readers of the language expect."""
    tag = language.lower()
    traditional = "hant" in tag or tag.endswith(("-tw", "-hk", "-mo"))
    chinese = _TRADITIONAL + _SIMPLIFIED if traditional else _SIMPLIFIED + _TRADITIONAL
    names = [*chinese, *_LATIN] if tag.startswith("zh") else [*_LATIN, *chinese]
    return ",".join(f"'{name}'" for name in names) + ",sans-serif"


def style_sheet() -> str:
    """Return the style sheet of all pictures, a rule a line, each beginning with the class of the picture's root."""
    return "\n".join(line for line in _STYLE.splitlines() if line.startswith("."))
