"""How pictures look, on their own and in documents."""

from __future__ import annotations

from pathlib import Path

from svcflow import api

PROCESS = "process: p\nname: P\nsteps: [{id: a, name: A, role: r}]\nroles: {r: R}\n"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'


def _workspace(folder: Path, render: str, logo: str = "") -> Path:
    (folder / "svcflow.yaml").write_text(f"language: en\nrender: {render}\n", "utf-8")
    (folder / "logo.svg").write_text(LOGO.format(inside=logo), "utf-8")
    (folder / "p.yaml").write_text(PROCESS, "utf-8")
    return folder / "p.yaml"


def test_pictures_in_documents_have_the_colour_of_the_house(tmp_path: Path) -> None:
    blue = next(iter(api.sop(_workspace(tmp_path, "{}")))).data
    plum = next(iter(api.sop(_workspace(tmp_path, '{color: "#7a1f5c"}')))).data
    assert b"#34587f" in blue
    assert b"#34587f" not in plum[plum.index(b"<svg") : plum.rindex(b"</svg>")]


def test_documents_stay_light_but_mono_stays_mono(tmp_path: Path) -> None:
    light, dark, mono = (
        next(iter(api.sop(_workspace(tmp_path, f"{{theme: {theme}}}")))).data
        for theme in ("light", "dark", "mono")
    )
    assert light == dark
    assert light != mono


def test_a_logo_with_texts_is_told_of_where_they_are_left_out(tmp_path: Path) -> None:
    process = _workspace(tmp_path, "{logo: logo.svg}", "<text>Aurora</text>")
    (png,) = api.render(process, "flowchart", "png")
    (svg,) = api.render(process, "flowchart", "svg")
    assert svg.warnings == ()
    assert "the logo has texts" in str(png.warnings)
    process = _workspace(tmp_path, "{logo: logo.svg}", '<path d="M0 0h9v9z"/>')
    (png,) = api.render(process, "flowchart", "png")
    assert png.warnings == ()
