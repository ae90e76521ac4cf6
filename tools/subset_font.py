"""Cut the fonts that svcflow ships out of Noto Sans CJK, and measure the table of Latin widths.

Pictures and documents must come out the same on a machine without any fonts, and Chinese must not turn into boxes. So
two small families go into the package: one with the characters of GB 2312 in their mainland shapes, one with the
characters of Big5 that are in use in their Taiwan shapes; both regular and bold, with Latin, punctuation and the
symbols that processes use.

    python -m tools.subset_font

needs fonttools and Debian's ``fonts-noto-cjk`` and ``fonts-liberation`` (widths of Arial), and writes
``src/svcflow/assets/fonts/*.otf`` and prints the widths for ``src/svcflow/text/widths.py``.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ARIAL = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
SOURCES = Path("/usr/share/fonts/opentype/noto")
WEIGHTS = ("Regular", "Bold")
TARGET = Path(__file__).parent.parent / "src" / "svcflow" / "assets" / "fonts"
FACES = {"SC": ("Noto Sans CJK SC", "Noto Sans SC"), "TC": ("Noto Sans CJK TC", "Noto Sans TC")}
COMMON = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x370, 0x3FF),  # Greek: units, statistics
    *range(0x2010, 0x2040),  # dashes, quotes, ellipsis, per mille
    *(0x20AC, 0x2103, 0x2109, 0x2116, 0x2122),
    *range(0x2150, 0x2180),  # fractions, Roman numerals
    *range(0x2190, 0x21A0),  # arrows
    *range(0x2200, 0x2270),  # mathematical signs
    *range(0x2460, 0x24B0),  # numbers in circles
    *range(0x25A0, 0x2610),  # shapes, stars
    *(0x2611, 0x2612, 0x260E, 0x2640, 0x2642, 0x26A0, 0x2709, 0x2713, 0x2717, 0x2714, 0x2718),
    *range(0x3000, 0x3020),  # CJK punctuation
    *range(0x3105, 0x312A),  # Bopomofo
    *range(0xFF01, 0xFF5F),  # full-width forms
    *range(0xFFE0, 0xFFE6),
)


def simplified() -> set[int]:
    """Return the characters of GB 2312."""
    return _decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))


def traditional() -> set[int]:
    """Return the 5401 common characters of Big5 (level 1), and of the rarer ones those that are in use elsewhere too.

    Names and words such as 回饋 need some of level 2; Japan's JIS X 0208 and Korea's KS X 1001 tell which are alive.
    """
    trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    common = {*_decoded("big5", range(0xA1, 0xC6), trails), *_decoded("big5", [0xC6], range(0x40, 0x7F))}
    rarer = _decoded("big5", range(0xC9, 0xFA), trails)
    square = range(0xA1, 0xFF)
    elsewhere = _decoded("euc_jp", square, square) | _decoded("euc_kr", square, square)
    return common | (rarer & elsewhere)


def _decoded(codec: str, leads: range | list[int], trails: range | list[int]) -> set[int]:
    found = set()
    for lead in leads:
        for trail in trails:
            text = bytes((lead, trail)).decode(codec, "ignore")
            if len(text) == 1:
                found.add(ord(text))
    return found


def cut(face: TTFont, family: str, weight: str, characters: set[int]) -> Path:
    """Write the part of ``face`` that shows ``characters`` as a font of its own, and return where it is."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 11, 13, 14]
    options.drop_tables += ["BASE", "GSUB", "GDEF", "VORG", "vhea", "vmtx"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(face)
    short = family.replace(" ", "")
    names = {1: family, 2: weight, 4: f"{family} {weight}", 6: f"{short}-{weight}"}
    face["CFF "].cff.topDictIndex[0].FullName = names[4]
    for record in face["name"].names:
        record.string = names.get(record.nameID, str(record))
    path = TARGET / (f"{short}-subset.otf" if weight == "Regular" else f"{short}-{weight}-subset.otf")
    face.save(path)
    return path


def widths(*faces: TTFont) -> str:
    """Return the advance widths of ASCII in hundredths of an em, two digits each: of the wider face for each."""
    tables = [(face.getBestCmap(), face["hmtx"], face["head"].unitsPerEm) for face in faces]
    widest = (
        max(round(hmtx[cmap[code]][0] * 100 / em) for cmap, hmtx, em in tables) for code in range(0x20, 0x7F)
    )
    return "".join(f"{min(width, 99):02d}" for width in widest)


def faces(weight: str) -> dict[str, TTFont]:
    """Return the faces of Noto Sans CJK in a weight, by the name of their family."""
    collection = TTCollection(SOURCES / f"NotoSansCJK-{weight}.ttc", lazy=True, recalcTimestamp=False)
    return {face["name"].getDebugName(1): face for face in collection.fonts}


def main() -> None:
    """Cut the fonts."""
    TARGET.mkdir(parents=True, exist_ok=True)
    print(widths(faces("Regular")["Noto Sans CJK SC"], TTFont(ARIAL)))
    for weight in WEIGHTS:
        found = faces(weight)
        for region, characters in (("SC", simplified()), ("TC", traditional())):
            original, family = FACES[region]
            path = cut(found[original], family, weight, {*COMMON, *characters})
            print(f"{path.name}: {len(characters)} characters, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
