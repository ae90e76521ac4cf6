"""XML from strangers: nothing in it is loaded, run or believed."""

from __future__ import annotations

import pytest

from svcflow.interchange.bpmn.file import MAX_BYTES, read
from svcflow.interchange.bpmn.names import BPMN
from svcflow.interchange.bpmn.xml import MAX_DEPTH, parse_xml
from svcflow.interchange.result import Foreign, Loss

HEAD = f'<definitions xmlns="{BPMN}">'
PROCESS = (
    '<process id="p"><startEvent id="s"/><task id="t" name="{}"/>'
    '<sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>'
)


def opened(content: str | bytes) -> Foreign:
    data = content.encode() if isinstance(content, str) else content
    return read({"a.bpmn": data})["a.bpmn"]


def refused(content: str | bytes) -> tuple[str, int, int]:
    """Return what is said of a file that gives no process, and where."""
    foreign = opened(content)
    assert foreign.imported == ()
    problem = next(problem for problem in foreign.problems if problem.loss is Loss.UNREADABLE)
    return str(problem.message), problem.span.line, problem.span.column


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "content",
    [
        f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><definitions>&l9;</definitions>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions>&e;</definitions>',
        '<!DOCTYPE x SYSTEM "http://example.com/x.dtd"><definitions/>',
        '<?xml version="1.0"?><!DOCTYPE definitions [<!ENTITY % p SYSTEM "http://example.com/p">%p;]><definitions/>',
    ],
)
def test_a_doctype_is_refused_before_anything_in_it_counts(content: str) -> None:
    message, line, _ = refused(content)
    assert (
        message == "the file has a DOCTYPE; it could define entities or load other files, so it is not read"
    )
    assert line == 1


@pytest.mark.parametrize(
    ("content", "message", "place"),
    [
        ("", "the file is empty", (1, 1)),
        ("   \n", "the file is empty", (2, 1)),
        ("process: x\n", "the file is no XML", (1, 1)),
        (f"{HEAD}\n <process>\n", "the file breaks off: ‹process› of line 2 is not closed", (3, 1)),
        (f"{HEAD}\n<process id='", "the file breaks off: ‹definitions› of line 1 is not closed", (2, 1)),
        (f"{HEAD}\n<process></definitions>", "‹process› of line 2 is not closed before this", (2, 12)),
        (f"{HEAD}&nbsp;</definitions>", "this is no well-formed XML: undefined entity", (1, len(HEAD) + 1)),
        (
            f"{HEAD}\x0b</definitions>",
            "this is no well-formed XML: not well-formed (invalid token)",
            (1, len(HEAD) + 1),
        ),
        (
            "<html><body/></html>",
            "this is no BPMN 2.0: it begins with ‹html›, not with ‹definitions›",
            (1, 1),
        ),
        (
            '<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"/>',
            "this is no BPMN 2.0: it begins with ‹w:definitions›, not with ‹definitions›",
            (1, 1),
        ),
        (f"{HEAD}</definitions>", "the file has no process with anything in it", (1, 1)),
        (f"{HEAD}<process id='p'/></definitions>", "the file has no process with anything in it", (1, 1)),
        (
            b'<?xml version="1.0" encoding="unicode_escape"?><definitions/>',
            "the file says that it is written in unicode_escape, which is not known here",
            (1, 1),
        ),
    ],
)
def test_what_cannot_be_read_says_why_and_where(
    content: str | bytes, message: str, place: tuple[int, int]
) -> None:
    assert refused(content) == (message, *place)


def test_ten_thousand_levels() -> None:
    deep = "<a>" * 10_000 + "</a>" * 10_000
    message, line, _ = refused(f"{HEAD}{deep}</definitions>")
    assert message == f"elements lie more than {MAX_DEPTH} levels deep in each other"
    assert line == 1


def test_sixty_megabytes() -> None:
    message, *_ = refused(b" " * 60_000_000)
    assert message == f"the file has 60.0 MB; more than {MAX_BYTES // 1_000_000} MB are not read"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb2312", "gb18030", "big5", "utf-32"],
)
def test_encodings(encoding: str) -> None:
    declared = encoding if encoding.startswith(("gb", "big")) else "UTF-16" if "16" in encoding else "UTF-8"
    name = "受理申請" if encoding == "big5" else "受理申请"
    text = f'<?xml version="1.0" encoding="{declared}"?>{HEAD}{PROCESS.format(name)}</definitions>'
    (one,) = opened(text.encode(encoding)).imported
    assert one.data["steps"][0]["name"] == name
    assert one.data["language"] == ("zh-Hant" if encoding == "big5" else "zh-Hans")


def test_bytes_that_are_not_in_the_encoding_are_told() -> None:
    text = f"{HEAD}\n{PROCESS.format('受理')}</definitions>"
    foreign = opened(text.encode("gbk"))
    assert len(foreign.imported) == 1
    (problem,) = [problem for problem in foreign.all_problems if "UTF-8" in str(problem.message)]
    assert str(problem.message) == "some bytes here are not UTF-8; what they stood for is lost"
    assert problem.span.line == 2


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (f'<bpmn:definitions xmlns:bpmn="{BPMN}">', "</bpmn:definitions>"),
        (f'<q:definitions xmlns:q="{BPMN}/">', "</q:definitions>"),
        ('<d:definitions xmlns:d="http://schema.omg.org/spec/BPMN/2.0">', "</d:definitions>"),
        ("<bpmn2:definitions>", "</bpmn2:definitions>"),
        ("<definitions>", "</definitions>"),
    ],
)
def test_any_prefix_and_lost_namespaces(head: str, tail: str) -> None:
    prefix = head[1:].rpartition("definitions")[0].partition("definitions")[0]
    body = PROCESS.format("Ask").replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
    foreign = opened(f"{head}{body}{tail}")
    (one,) = foreign.imported
    assert [step["name"] for step in one.data["steps"]] == ["Ask"]


def test_places_count_characters_and_lines_as_editors_do() -> None:
    xml = parse_xml("<a>\r\n客户😀<b/>\r<c\n x='1'/></a>")
    assert xml.root is not None
    assert [(child.name, child.span.line, child.span.column) for child in xml.root.children] == [
        ("b", 2, 4),
        ("c", 3, 1),
    ]
