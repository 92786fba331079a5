#!/usr/bin/env python3
"""Writes a sample annual report as a PDF: something real to hash, file, publish and verify.

    sample-report.py OUT.pdf [--year 2025] [--pages N]

The enterprise, its figures and its codes are invented and no person is named. The figures of a year are a pure
function of that year, so the previous-year column of one report equals the current column of the one before, and
every table adds up. Equal arguments give equal bytes on every machine: no clock, no random numbers, and no
compression, because different zlib builds compress differently. Python's standard library is all it needs.

Chinese text uses the predefined CMap UniGB-UTF16-H with STSong-Light, Latin text Times; neither is embedded, so
a viewer needs a Chinese font (on Debian: poppler-data and fonts-noto-cjk).
"""

import argparse
import hashlib
import sys
from pathlib import Path

COMPANY = "湖南示例科技股份有限公司"
SHORT_NAME = "示例科技"
COMPANY_CODE = "HN000001G"
TIER = "规范层"
EXCHANGE = "湖南股权交易所"

FIRST_YEAR, LAST_YEAR = 2015, 2099
NUMERALS = "〇一二三四五六七八九"
DEFAULT_PAGES, MIN_PAGES, MAX_PAGES = 8, 5, 9999
OPTIONAL_PAGES = ["profile", "notes", "closing"]  # left out in this order below DEFAULT_PAGES

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 72, 523, 762, 76
INK, ACCENT, GREY, SHADE, BAND = (
    (0.1, 0.1, 0.12),
    (0.45, 0.1, 0.12),
    (0.45, 0.45, 0.48),
    (0.93, 0.92, 0.9),
    (0.97, 0.965, 0.955),
)


# --- Identifier -----------------------------------------------------------------------------------------------------

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def with_check_character(stem: str) -> str:
    """Completes the first 17 characters of a 统一社会信用代码 by the check character of GB 32100."""
    total = sum(USCC_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(stem))
    return stem + USCC_ALPHABET[-total % 31]


# The inner organisation code (MA4L0000-0) has a wrong check digit of its own on purpose (it would be 3), so that this
# code passes the check of the whole and yet can never have been allotted to anybody.
USCC = with_check_character("91430100MA4L00000")


# --- Figures: integers in units of 100 yuan, shown as 万元 with two decimals ------------------------------------------


def vary(key: str, year: int, low: int, high: int) -> int:
    """A number in low..high that depends on nothing but its arguments."""
    digest = hashlib.sha256(f"{key}/{year}".encode()).digest()
    return low + int.from_bytes(digest[:4], "big") % (high - low + 1)


def share(amount: int, key: str, year: int, low: int, high: int) -> int:
    """A part of `amount`, between low and high per mille."""
    return amount * vary(key, year, low, high) // 1000


def figures(last: int) -> dict[int, dict[str, int]]:
    """The accounts of every year up to `last`, each balanced, each going on from the one before."""
    books: dict[int, dict[str, int]] = {}
    revenue, surplus, undistributed, dividend = 315000, 11800, 62400, 0
    for year in range(FIRST_YEAR - 5, last + 1):
        f: dict[str, int] = {}
        revenue = revenue * vary("growth", year, 1028, 1104) // 1000
        f["revenue"] = revenue
        f["cost"] = share(revenue, "cost", year, 628, 655)
        f["levies"] = share(revenue, "levies", year, 6, 8)
        f["selling"] = share(revenue, "selling", year, 66, 78)
        f["admin"] = share(revenue, "admin", year, 82, 94)
        f["research"] = share(revenue, "research", year, 61, 74)
        f["interest"] = share(revenue, "interest", year, 6, 9)
        f["other_income"] = share(revenue, "other", year, 8, 15)
        costs = sum(f[k] for k in ("cost", "levies", "selling", "admin", "research", "interest"))
        f["operating_profit"] = revenue - costs + f["other_income"]
        f["outside"] = share(revenue, "outside", year, 1, 3)
        f["total_profit"] = f["operating_profit"] + f["outside"]
        f["income_tax"] = f["total_profit"] * 15 // 100
        f["net_profit"] = f["total_profit"] - f["income_tax"]

        to_surplus = f["net_profit"] // 10
        surplus += to_surplus
        undistributed += f["net_profit"] - to_surplus - dividend
        f["dividend_paid"] = dividend
        dividend = f["dividend_next"] = f["net_profit"] * 3 // 10
        f["capital"], f["reserve"], f["surplus"], f["undistributed"] = 200000, 36000, surplus, undistributed
        f["equity"] = f["capital"] + f["reserve"] + surplus + undistributed

        f["short_loans"] = share(revenue, "short", year, 88, 104)
        f["payables"] = share(revenue, "payables", year, 132, 150)
        f["advances"] = share(revenue, "advances", year, 31, 40)
        f["taxes_due"] = share(revenue, "taxes", year, 18, 24)
        f["current_liabilities"] = sum(f[k] for k in ("short_loans", "payables", "advances", "taxes_due"))
        f["long_loans"] = share(revenue, "long", year, 58, 66)
        f["liabilities"] = f["current_liabilities"] + f["long_loans"]
        f["assets"] = f["total"] = f["liabilities"] + f["equity"]

        f["receivables"] = share(f["assets"], "receivables", year, 196, 212)
        f["inventory"] = share(f["assets"], "inventory", year, 151, 165)
        f["fixed"] = share(f["assets"], "fixed", year, 287, 299)
        f["intangible"] = share(f["assets"], "intangible", year, 94, 101)
        f["fixed_and_intangible"] = f["fixed"] + f["intangible"]
        f["cash"] = f["assets"] - f["receivables"] - f["inventory"] - f["fixed_and_intangible"]
        f["current_assets"] = f["assets"] - f["fixed_and_intangible"]

        before = books.get(year - 1, f)
        f["depreciation"] = before["fixed_and_intangible"] * 85 // 1000
        working = sum(f[k] - before[k] for k in ("receivables", "inventory")) - sum(
            f[k] - before[k] for k in ("payables", "advances", "taxes_due")
        )
        f["from_operations"] = f["net_profit"] + f["depreciation"] + f["interest"] - working
        f["from_investing"] = before["fixed_and_intangible"] - f["fixed_and_intangible"] - f["depreciation"]
        loans = sum(f[k] - before[k] for k in ("short_loans", "long_loans"))
        f["from_financing"] = loans - f["interest"] - f["dividend_paid"]
        f["cash_change"] = f["from_operations"] + f["from_investing"] + f["from_financing"]
        f["cash_before"] = before["cash"]
        if year in range(FIRST_YEAR - 4, last + 1) and f["cash_change"] != f["cash"] - before["cash"]:
            raise AssertionError(f"the cash flow of {year} doesn't add up")

        f["modules"] = share(revenue, "modules", year, 508, 532)
        f["testers"] = share(revenue, "testers", year, 312, 330)
        f["services"] = revenue - f["modules"] - f["testers"]
        f["staff"] = 96 + (year - FIRST_YEAR) * 4 + vary("staff", year, 0, 5)
        f["engineers"] = f["staff"] * vary("engineers", year, 28, 31) // 100
        f["patents"] = 21 + (year - FIRST_YEAR) * 3 + vary("patents", year, 0, 2)
        books[year] = f
    return books


def money(amount: int) -> str:
    """万元, with two decimals."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100:,}.{abs(amount) % 100:02d}"


def percent(part: int, whole: int) -> str:
    """part / whole in per cent, two decimals, rounded half away from zero without floating point."""
    scaled = (abs(part) * 20000 + abs(whole)) // (2 * abs(whole))
    sign = "-" if (part < 0) != (whole < 0) and scaled else ""
    return f"{sign}{scaled // 100}.{scaled % 100:02d}%"


def change(now: int, before: int) -> str:
    return percent(now - before, before)


# --- PDF: objects and text ------------------------------------------------------------------------------------------

TIMES = [
    *(250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278),
    *(500,) * 10,
    *(278, 278, 564, 564, 564, 444, 921),
    *(722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889),
    *(722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611),
    *(333, 278, 333, 469, 500, 333),
    *(444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778),
    *(500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444),
    *(480, 200, 480, 541),
]
TIMES_BOLD = [
    *(250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278),
    *(500,) * 10,
    *(333, 333, 570, 570, 570, 500, 930),
    *(722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944),
    *(722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667),
    *(333, 278, 333, 581, 500, 333),
    *(500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833),
    *(556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444),
    *(394, 220, 394, 520),
]
NOT_AT_LINE_START = set("，。；：、！？）》」』”’…—%.,;:)")
NOT_AT_LINE_END = set("（《「『“‘(")


def number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def is_latin(char: str) -> bool:
    return " " <= char <= "~"


def text_width(text: str, size: float, bold: bool = False) -> float:
    widths = TIMES_BOLD if bold else TIMES
    return sum(widths[ord(c) - 32] if is_latin(c) else 1000 for c in text) * size / 1000


def text_object(text: str) -> str:
    """A PDF text string (bookmarks, /Info): UTF-16 with a byte-order mark."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def break_lines(text: str, size: float, width: float, first_indent: float = 0) -> list[str]:
    """Chinese line breaking: anywhere between characters, but never inside a Latin word or number, nor so that
    closing punctuation begins a line or an opening bracket ends one."""
    atoms: list[str] = []
    for char in text:
        joins = atoms and (
            (char.isascii() and char != " " and atoms[-1][-1].isascii() and atoms[-1][-1] != " ")
            or char in NOT_AT_LINE_START
            or atoms[-1][-1] in NOT_AT_LINE_END
        )
        if joins:
            atoms[-1] += char
        else:
            atoms.append(char)
    lines, line = [], ""
    room = width - first_indent
    for atom in atoms:
        if line and text_width(line + atom, size) > room + 0.01:
            lines.append(line.rstrip(" "))
            line, room = "", width
        if line or atom != " ":
            line += atom
    return [*lines, line]


class Page:
    """One page's content stream and a cursor that goes down."""

    def __init__(self) -> None:
        self.ops: list[str] = []
        self.links: list[tuple[float, float, float, float, Page, float]] = []
        self.used: set[str] = set()
        self.y = float(TOP)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10.5,
        *,
        bold: bool = False,
        color=INK,
        align: str = "left",
        spacing: float = 0,
    ) -> None:
        width = text_width(text, size, bold) + spacing * (len(text) - 1)
        x -= {"left": 0, "right": width, "center": width / 2}[align]
        ops = [
            "BT",
            f"{number(spacing)} Tc",
            " ".join(map(number, color)) + " rg",
            f"1 0 0 1 {number(x)} {number(y)} Tm",
        ]
        run, latin = "", True
        for char in [*text, ""]:
            if run and (char == "" or is_latin(char) != latin):
                ops += self._run(run, latin, size, bold, color)
                run = ""
            if char:
                latin = is_latin(char)
                run += char
        self.ops.append("\n".join([*ops, "ET"]))

    def _run(self, run: str, latin: bool, size: float, bold: bool, color) -> list[str]:
        if latin:
            escaped = run.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            return [f"/{'TB' if bold else 'TR'} {number(size)} Tf", "0 Tr", f"({escaped}) Tj"]
        self.used.update(run)
        # There is no bold Song among the predefined fonts: its outline is drawn as well.
        weight = [f"{' '.join(map(number, color))} RG", f"{number(size * 0.028)} w", "2 Tr"] if bold else ["0 Tr"]
        return [f"/CN {number(size)} Tf", *weight, f"<{run.encode('utf-16-be').hex().upper()}> Tj"]

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.5, color=INK) -> None:
        self.ops.append(
            f"{' '.join(map(number, color))} RG {number(width)} w {number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
        )

    def box(self, x: float, y: float, w: float, h: float, color) -> None:
        self.ops.append(f"{' '.join(map(number, color))} rg {number(x)} {number(y)} {number(w)} {number(h)} re f")

    def frame(self, x: float, y: float, w: float, h: float, width: float = 0.5, color=INK) -> None:
        self.ops.append(
            f"{' '.join(map(number, color))} RG {number(width)} w {number(x)} {number(y)} {number(w)} {number(h)} re S"
        )

    def paragraph(
        self, text: str, size: float = 10.5, leading: float = 18.5, *, indent: float = 2, color=INK, after: float = 5
    ) -> None:
        """A justified paragraph whose first line is indented by two characters."""
        first = indent * size
        lines = break_lines(text, size, RIGHT - LEFT, first)
        for i, line in enumerate(lines):
            x = LEFT + (first if i == 0 else 0)
            spare = RIGHT - x - text_width(line, size)
            spacing = spare / (len(line) - 1) if i + 1 < len(lines) and len(line) > 1 else 0
            self.text(x, self.y, line, size, color=color, spacing=spacing)
            self.y -= leading
        self.y -= after

    def table(
        self,
        widths: list[float],
        rows: list[list[str]],
        *,
        height: float = 19.5,
        size: float = 9.5,
        strong: set[int] = frozenset(),
        left: int = 1,
    ) -> None:
        """A ruled table over the full width: the first row is its head, rows in `strong` are sums, the first `left`
        columns start at the left and all others end at the right."""
        edges = [float(LEFT)]
        for width in widths:
            edges.append(edges[-1] + width * (RIGHT - LEFT) / sum(widths))
        top = self.y + size
        for r, row in enumerate(rows):
            low = top - height * (r + 1)
            if r == 0 or r in strong:
                self.box(LEFT, low, RIGHT - LEFT, height, SHADE if r == 0 else BAND)
            base = low + (height - size) / 2 + size * 0.16
            for c, cell in enumerate(row):
                bold = r == 0 or r in strong
                if r == 0:
                    self.text((edges[c] + edges[c + 1]) / 2, base, cell, size, bold=bold, align="center")
                elif c < left:
                    indent = 16 if cell.startswith(" ") else 6
                    self.text(edges[c] + indent, base, cell.strip(), size, bold=bold)
                else:
                    self.text(edges[c + 1] - 6, base, cell, size, bold=bold, align="right")
        bottom = top - height * len(rows)
        for r in range(1, len(rows)):
            self.line(LEFT, top - height * r, RIGHT, top - height * r, 0.35, GREY)
        for edge in edges[1:-1]:
            self.line(edge, top, edge, bottom, 0.35, GREY)
        self.frame(LEFT, bottom, RIGHT - LEFT, top - bottom, 0.9)
        self.y = bottom - 20


class Report:
    """The pages, their headings (which become bookmarks and the directory) and the bytes of the file."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.pages: list[Page] = []
        self.headings: list[tuple[int, str, Page, float]] = []
        self.sections = 0

    def page(self) -> Page:
        self.pages.append(Page())
        return self.pages[-1]

    def section(self, page: Page, title: str, *, numbered: bool = True) -> None:
        if numbered:
            self.sections += 1
            title = f"第{NUMERALS[self.sections]}节 {title}"
        self.headings.append((0, title, page, page.y + 26))
        page.text((LEFT + RIGHT) / 2, page.y - 4, title, 16, bold=True, color=ACCENT, align="center")
        page.y -= 38

    def heading(self, page: Page, title: str) -> None:
        if self.headings[-1][:1] == (1,) and self.headings[-1][2] is page:
            page.y -= 9
        self.headings.append((1, title, page, page.y + 22))
        page.box(LEFT, page.y - 2, 3, 13, ACCENT)
        page.text(LEFT + 10, page.y, title, 12, bold=True)
        page.y -= 24

    def furniture(self) -> None:
        """Running head and page number; the cover has neither, but it counts."""
        for n, page in enumerate(self.pages[1:], 2):
            page.text(LEFT, HEIGHT - 50, f"{COMPANY}（{COMPANY_CODE}）", 8.5, color=GREY)
            page.text(RIGHT, HEIGHT - 50, f"{self.year} 年年度报告", 8.5, color=GREY, align="right")
            page.line(LEFT, HEIGHT - 57, RIGHT, HEIGHT - 57, 0.6, ACCENT)
            page.line(LEFT, 56, RIGHT, 56, 0.35, GREY)
            page.text(LEFT, 42, "样例文件，内容纯属虚构", 8.5, color=GREY)
            page.text(RIGHT, 42, f"第 {n} 页 / 共 {len(self.pages)} 页", 8.5, color=GREY, align="right")

    def bytes(self) -> bytes:
        objects: list[bytes] = []

        def add(body: str | bytes) -> int:
            objects.append(body.encode("ascii") if isinstance(body, str) else body)
            return len(objects)

        def fill(ref: int, body: str) -> None:
            objects[ref - 1] = body.encode("ascii")

        catalog, tree, outline_root = add(""), add(""), add("")
        title = f"{COMPANY} {self.year} 年年度报告"
        stamp = f"(D:{self.year + 1}0420090000+08'00')"
        info = add(
            f"<< /Title {text_object(title)} /Author {text_object(COMPANY)} /Subject {text_object('年度报告（样例）')} "
            f"/Keywords {text_object(f'{COMPANY_CODE}, {USCC}, 年度报告, 样例')} /Creator (sample-report.py) "
            f"/Producer (sample-report.py) /CreationDate {stamp} /ModDate {stamp} >>"
        )
        fonts = f"<< /CN {self._song(add)} 0 R /TR {self._times(add, False)} 0 R /TB {self._times(add, True)} 0 R >>"
        resources = add(f"<< /Font {fonts} /ProcSet [/PDF /Text] >>")
        refs = {id(page): add("") for page in self.pages}
        for page in self.pages:
            stream = "\n".join(page.ops).encode("ascii") + b"\n"
            contents = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
            links = " ".join(
                f"<< /Type /Annot /Subtype /Link /Rect [{number(x1)} {number(y1)} {number(x2)} {number(y2)}] /Border [0 0 0] /F 4 "
                f"/Dest [{refs[id(to)]} 0 R /XYZ null {number(at)} null] >>"
                for x1, y1, x2, y2, to, at in page.links
            )
            fill(
                refs[id(page)],
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources {resources} 0 R "
                f"/Contents {contents} 0 R{f' /Annots [{links}]' if links else ''} >>",
            )
        kids = " ".join(f"{refs[id(page)]} 0 R" for page in self.pages)
        fill(tree, f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>")
        self._outline(add, fill, outline_root, refs)
        fill(
            catalog,
            f"<< /Type /Catalog /Version /1.7 /Pages {tree} 0 R /Outlines {outline_root} 0 R /PageMode /UseOutlines /Lang (zh-CN) "
            "/ViewerPreferences << /DisplayDocTitle true >> >>",
        )

        out = bytearray(b"%PDF-1.7\n%\xe5\xb9\xb4\xe6\x8a\xa5\n")
        offsets = []
        for ref, body in enumerate(objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (ref, body)
        start = len(out)
        identity = hashlib.sha256(out).hexdigest()[:32].upper()
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += (
            f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{identity}> <{identity}>] >>\n"
            f"startxref\n{start}\n%%EOF\n"
        ).encode("ascii")
        return bytes(out)

    def _song(self, add) -> int:
        descriptor = add(
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 "
            "/Descent -271 /CapHeight 737 /StemV 58 >>"
        )
        descendant = add(
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
            f"/Supplement 4 >> /FontDescriptor {descriptor} 0 R /DW 1000 >>"
        )
        to_unicode = self._to_unicode(sorted(set().union(*(page.used for page in self.pages))))
        cmap = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode))
        return add(
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {cmap} 0 R >>"
        )

    @staticmethod
    def _to_unicode(chars: list[str]) -> bytes:
        """Lets text be searched and copied where the viewer lacks the tables of Adobe-GB1."""
        codes = [f"<{c.encode('utf-16-be').hex().upper()}>" for c in chars]
        blocks = []
        for i in range(0, len(codes), 100):
            part = codes[i : i + 100]
            blocks.append("\n".join([f"{len(part)} beginbfchar", *(f"{c} {c}" for c in part), "endbfchar"]))
        head = (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        )
        tail = "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        return (head + "\n".join(blocks) + tail).encode("ascii")

    @staticmethod
    def _times(add, bold: bool) -> int:
        name = "Times-Bold" if bold else "Times-Roman"
        widths = " ".join(map(str, TIMES_BOLD if bold else TIMES))
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {262178 if bold else 34} /FontBBox [-168 -218 1000 935] /ItalicAngle 0 "
            f"/Ascent 683 /Descent -217 /CapHeight 676 /StemV {139 if bold else 84} >>"
        )
        return add(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 "
            f"/Widths [{widths}] /FontDescriptor {descriptor} 0 R >>"
        )

    def _outline(self, add, fill, root: int, refs: dict[int, int]) -> None:
        items = [(add(""), *heading) for heading in self.headings]
        tops = [i for i, item in enumerate(items) if item[1] == 0]
        for t, i in enumerate(tops):
            end = tops[t + 1] if t + 1 < len(tops) else len(items)
            children = items[i + 1 : end]
            siblings = [(items[k], root) for k in tops]
            self._outline_item(fill, siblings, t, refs, children)
            for c in range(len(children)):
                self._outline_item(fill, [(child, items[i][0]) for child in children], c, refs, [])
        fill(
            root,
            f"<< /Type /Outlines /First {items[tops[0]][0]} 0 R /Last {items[tops[-1]][0]} 0 R /Count {len(items)} >>",
        )

    @staticmethod
    def _outline_item(fill, siblings, index: int, refs: dict[int, int], children) -> None:
        (ref, _, title, page, at), parent = siblings[index]
        body = f"<< /Title {text_object(title)} /Parent {parent} 0 R /Dest [{refs[id(page)]} 0 R /XYZ null {number(at)} null]"
        if index > 0:
            body += f" /Prev {siblings[index - 1][0][0]} 0 R"
        if index + 1 < len(siblings):
            body += f" /Next {siblings[index + 1][0][0]} 0 R"
        if children:
            body += f" /First {children[0][0]} 0 R /Last {children[-1][0]} 0 R /Count {len(children)}"
        fill(ref, body + " >>")


# --- The pages ------------------------------------------------------------------------------------------------------


def cover(report: Report) -> None:
    page = report.page()
    report.headings.append((0, "封面", page, HEIGHT))
    center = WIDTH / 2
    page.box(LEFT, HEIGHT - 92, RIGHT - LEFT, 3, ACCENT)
    page.text(LEFT, HEIGHT - 116, f"企业简称：{SHORT_NAME}", 10.5)
    page.text(center, HEIGHT - 116, f"企业编码：{COMPANY_CODE}", 10.5, align="center")
    page.text(RIGHT, HEIGHT - 116, f"挂牌层级：{TIER}", 10.5, align="right")
    page.text(center, 560, COMPANY, 26, bold=True, align="center", spacing=1)
    page.line(center - 90, 530, center + 90, 530, 1.2, ACCENT)
    page.text(center, 478, f"{report.year} 年年度报告", 34, bold=True, color=ACCENT, align="center", spacing=2)
    page.text(center, 446, f"Annual Report {report.year}", 14, color=GREY, align="center", spacing=1)
    rows = [
        ("统一社会信用代码", USCC),
        ("挂牌场所", EXCHANGE),
        ("报告期间", f"{report.year} 年 1 月 1 日至 {report.year} 年 12 月 31 日"),
        ("信息披露义务人", COMPANY),
    ]
    for i, (name, value) in enumerate(rows):
        y = 330 - i * 26
        page.text(center - 40, y, name, 11.5, color=GREY, align="right")
        page.text(center - 20, y, value, 11.5)
    months = "".join(NUMERALS[int(d)] for d in str(report.year + 1)) + "年四月"
    page.text(center, 150, months, 14, align="center", spacing=2)
    page.box(LEFT, 92, RIGHT - LEFT, 1, ACCENT)
    page.text(center, 72, "样例文件：企业、编码与数据纯属虚构，仅供软件演示与测试使用。", 9, color=GREY, align="center")


def directory(report: Report, page: Page) -> None:
    """Drawn last, when the page of every heading is known."""
    numbers = {id(p): n for n, p in enumerate(report.pages, 1)}
    for level, title, to, at in report.headings:
        if numbers[id(to)] <= 2:
            continue
        size, x = (11.5, LEFT) if level == 0 else (10.5, LEFT + 24)
        if level == 0:
            page.y -= 5
        label = str(numbers[id(to)])
        page.text(x, page.y, title, size, bold=level == 0)
        page.text(RIGHT, page.y, label, size, bold=level == 0, align="right")
        begin, end = x + text_width(title, size, level == 0) + 8, RIGHT - 26
        page.ops.append("1 J [0 3.6] 0 d")  # round caps on dashes of no length: dots
        page.line(begin, page.y + 2, end, page.y + 2, 0.7, GREY)
        page.ops.append("[] 0 d 0 J")
        page.links.append((x, page.y - 4, RIGHT, page.y + size, to, at))
        page.y -= 20
    page.y -= 14
    report.heading(page, "重要提示")
    report.headings.insert(2, report.headings.pop())  # its place among the bookmarks is here, after the directory
    page.paragraph(
        "本公司董事会及全体董事保证本报告所载资料不存在虚假记载、误导性陈述或重大遗漏，并对其真实性、准确性和完整性承担相应责任。"
        "本报告已经董事会审议通过，未有董事对本报告提出异议。"
    )
    page.paragraph(
        "本报告中的财务数据除另有说明外，金额单位均为人民币万元。涉及未来计划的陈述不构成对投资者的实质承诺，请投资者注意投资风险。"
    )


def profile(report: Report, f: dict[str, int]) -> None:
    page = report.page()
    report.section(page, "公司简介")
    report.heading(page, "一、基本信息")
    page.table(
        [30, 70],
        [
            ["项目", "内容"],
            ["公司名称", COMPANY],
            ["企业简称", SHORT_NAME],
            ["企业编码", f"{COMPANY_CODE}（{COMPANY}）"],
            ["统一社会信用代码", USCC],
            ["挂牌场所与层级", f"{EXCHANGE} {TIER}"],
            ["注册资本", f"人民币 {money(f['capital'])} 万元"],
            ["注册地址", "湖南省长沙市示例区示例路 1 号"],
            ["所属行业", "仪器仪表制造业"],
            ["会计年度", "1 月 1 日至 12 月 31 日"],
            ["信息披露负责岗位", "董事会秘书（样例文件不载个人信息）"],
        ],
        left=2,
        height=22,
    )
    report.heading(page, "二、发展沿革")
    page.paragraph(
        f"公司设立于 2009 年，以工业现场的传感与检测为主业，2014 年整体变更为股份有限公司，其后在{EXCHANGE}挂牌，现处{TIER}。"
        f"截至报告期末，公司在册员工 {f['staff']} 人，其中研发人员 {f['engineers']} 人，累计取得专利 {f['patents']} 项。"
    )
    report.heading(page, "三、释义")
    page.table(
        [24, 76],
        [
            ["简称", "含义"],
            ["公司、本公司", COMPANY],
            ["报告期", f"{report.year} 年 1 月 1 日至 {report.year} 年 12 月 31 日"],
            ["报告期末", f"{report.year} 年 12 月 31 日"],
            ["元、万元", "人民币元、人民币万元"],
        ],
        left=2,
    )


def business(report: Report, f: dict[str, int], p: dict[str, int]) -> None:
    page = report.page()
    report.section(page, "业务概要")
    report.heading(page, "一、主营业务")
    page.paragraph(
        "公司面向工程机械、轨道交通与有色金属加工企业，提供智能传感模组、在线检测设备及配套的工业数据服务。"
        "产品以直销为主，设备类合同按验收确认收入，数据服务按服务期分期确认收入。"
    )
    report.heading(page, "二、经营情况")
    grew = f["revenue"] >= p["revenue"]
    profit_grew = f["net_profit"] >= p["net_profit"]
    page.paragraph(
        f"报告期内，公司实现营业收入 {money(f['revenue'])} 万元，较上年{'增长' if grew else '下降'} {change(f['revenue'], p['revenue']).lstrip('-')}；"
        f"实现净利润 {money(f['net_profit'])} 万元，较上年{'增长' if profit_grew else '下降'} {change(f['net_profit'], p['net_profit']).lstrip('-')}。"
        f"研发费用 {money(f['research'])} 万元，占营业收入的 {percent(f['research'], f['revenue'])}。"
        f"报告期末资产总额 {money(f['assets'])} 万元，资产负债率 {percent(f['liabilities'], f['assets'])}。"
    )
    report.heading(page, "三、营业收入构成（单位：万元）")
    rows = [["产品类别", "本期金额", "占比", "上期金额", "占比", "同比变动"]]
    for name, key in [
        ("智能传感模组", "modules"),
        ("在线检测设备", "testers"),
        ("工业数据服务", "services"),
        ("合计", "revenue"),
    ]:
        rows.append(
            [
                name,
                money(f[key]),
                percent(f[key], f["revenue"]),
                money(p[key]),
                percent(p[key], p["revenue"]),
                change(f[key], p[key]),
            ]
        )
    page.table([24, 18, 13, 18, 13, 14], rows, strong={4})
    report.heading(page, "四、主要客户（单位：万元）")
    rows, rest = [["客户", "与公司关系", "销售额", "占营业收入比例"]], 0
    for i, name in enumerate(["客户一", "客户二", "客户三", "客户四", "客户五"]):
        amount = share(f["revenue"], f"client{i}", report.year, 92 - i * 16, 100 - i * 16)
        rest += amount
        rows.append([name, "非关联方", money(amount), percent(amount, f["revenue"])])
    rows.append(["合计", "", money(rest), percent(rest, f["revenue"])])
    page.table([28, 24, 24, 24], rows, strong={6}, left=2)
    page.paragraph("公司不存在对单一客户的重大依赖。按行业惯例，客户以序号列示。", 9.5, 16, color=GREY)


def finance(report: Report, f: dict[str, int], p: dict[str, int]) -> None:
    page = report.page()
    report.section(page, "财务会计报告")
    report.heading(page, "一、利润表（单位：万元）")

    def rows(head: list[str], lines: list[tuple[str, str]]) -> list[list[str]]:
        return [head, *([name, money(f[key]), money(p[key]), change(f[key], p[key])] for name, key in lines)]

    columns = [40, 22, 22, 16]
    page.table(
        columns,
        rows(
            ["项目", f"{report.year} 年度", f"{report.year - 1} 年度", "同比变动"],
            [
                ("一、营业收入", "revenue"),
                (" 减：营业成本", "cost"),
                (" 税金及附加", "levies"),
                (" 销售费用", "selling"),
                (" 管理费用", "admin"),
                (" 研发费用", "research"),
                (" 财务费用", "interest"),
                (" 加：其他收益", "other_income"),
                ("二、营业利润", "operating_profit"),
                (" 加：营业外收支净额", "outside"),
                ("三、利润总额", "total_profit"),
                (" 减：所得税费用", "income_tax"),
                ("四、净利润", "net_profit"),
            ],
        ),
        height=16,
        size=9,
        strong={1, 9, 11, 13},
    )
    report.heading(page, "二、资产负债表（单位：万元）")
    page.table(
        columns,
        rows(
            ["项目", f"{report.year} 年末", f"{report.year - 1} 年末", "同比变动"],
            [
                (" 货币资金", "cash"),
                (" 应收票据及应收账款", "receivables"),
                (" 存货", "inventory"),
                ("流动资产合计", "current_assets"),
                (" 固定资产", "fixed"),
                (" 无形资产", "intangible"),
                ("资产总计", "assets"),
                (" 短期借款", "short_loans"),
                (" 应付账款", "payables"),
                (" 合同负债", "advances"),
                (" 应交税费", "taxes_due"),
                ("流动负债合计", "current_liabilities"),
                (" 长期借款", "long_loans"),
                ("负债合计", "liabilities"),
                (" 股本", "capital"),
                (" 资本公积", "reserve"),
                (" 盈余公积", "surplus"),
                (" 未分配利润", "undistributed"),
                ("股东权益合计", "equity"),
                ("负债和股东权益总计", "total"),
            ],
        ),
        height=15,
        size=9,
        strong={4, 7, 12, 14, 19, 20},
    )


def notes(report: Report, books: dict[int, dict[str, int]]) -> None:
    page, f, p = report.page(), books[report.year], books[report.year - 1]
    page.y -= 4
    report.heading(page, "三、现金流量（单位：万元）")
    lines = [
        (" 经营活动产生的现金流量净额", "from_operations"),
        (" 投资活动产生的现金流量净额", "from_investing"),
        (" 筹资活动产生的现金流量净额", "from_financing"),
        ("现金净增加额", "cash_change"),
        (" 加：期初现金余额", "cash_before"),
        ("期末现金余额", "cash"),
    ]
    page.table(
        [52, 24, 24],
        [
            ["项目", f"{report.year} 年度", f"{report.year - 1} 年度"],
            *([name, money(f[key]), money(p[key])] for name, key in lines),
        ],
        strong={4, 6},
    )
    report.heading(page, "四、近五年营业收入与净利润（单位：万元）")
    years = range(report.year - 4, report.year + 1)
    base, height, top = page.y - 178, 160.0, max(books[y]["revenue"] for y in years)
    step = 100000
    while top > step * 5:
        step += 100000
    ceiling = -(-top // step) * step
    x0, x1 = LEFT + 46, RIGHT - 6
    for tick in range(0, ceiling + 1, step):
        y = base + height * tick / ceiling
        page.line(x0, y, x1, y, 0.35, (0.82, 0.82, 0.82) if tick else INK)
        page.text(x0 - 6, y - 3, f"{tick // 100:,}", 8.5, color=GREY, align="right")
    slot = (x1 - x0) / 5
    for i, year in enumerate(years):
        left = x0 + slot * i + slot / 2 - 26
        for key, dx, color in [("revenue", 0, ACCENT), ("net_profit", 27, (0.72, 0.6, 0.45))]:
            h = height * books[year][key] / ceiling
            page.box(left + dx, base, 25, h, color)
            page.box(left + dx, base + h + 2, 25, 9, (1, 1, 1))
            page.text(left + dx + 12.5, base + h + 4, f"{(books[year][key] + 50) // 100:,}", 8, align="center")
        page.text(left + 26, base - 13, f"{year} 年", 9, align="center")
    page.box(x0, base - 34, 9, 9, ACCENT)
    page.text(x0 + 13, base - 33, "营业收入", 9)
    page.box(x0 + 70, base - 34, 9, 9, (0.72, 0.6, 0.45))
    page.text(x0 + 83, base - 33, "净利润", 9)
    page.y = base - 64
    report.heading(page, "五、利润分配与重要会计政策")
    page.paragraph(
        f"公司按净利润的 10% 提取法定盈余公积。董事会提议以报告期末总股本 {f['capital'] // 100:,} 万股为基数派发现金股利，"
        f"合计 {money(f['dividend_next'])} 万元，约占报告期净利润的 30%，待股东会审议通过后实施；报告期内已实施的上年度现金股利为 {money(f['dividend_paid'])} 万元。"
    )
    page.paragraph(
        "公司以持续经营为基础编制财务报表，按企业会计准则确认与计量。应收款项按预期信用损失计提减值；存货按加权平均法计价；固定资产按年限平均法计提折旧。"
        "公司为高新技术企业，适用 15% 的企业所得税税率。报告期内会计政策与会计估计未发生变更。"
    )


def governance(report: Report) -> None:
    page, year = report.page(), report.year
    report.section(page, "公司治理")
    report.heading(page, "一、治理结构")
    page.paragraph(
        "公司已建立由股东会、董事会、审计委员会和管理层组成的治理结构，权责分明、相互制衡。报告期内各项会议的召集、召开与表决程序"
        "符合法律法规和公司章程的规定，决议内容均已按要求披露。"
    )
    page.table(
        [28, 18, 18, 36],
        [
            ["机构", "成员人数", "会议次数", "主要审议事项"],
            ["股东会", "—", str(vary("meetings", year, 2, 3)), "年度报告、利润分配、章程修订"],
            ["董事会", "5", str(vary("board", year, 5, 7)), "定期报告、年度预算、重大合同"],
            ["审计委员会", "3", str(vary("audit", year, 4, 5)), "财务信息、内部控制评价"],
            ["管理层", "4", "12", "经营计划执行、安全生产"],
        ],
        left=4,
    )
    report.heading(page, "二、股权结构")
    rows = [
        ["股东类别", "户数", "持股数量（万股）", "持股比例"],
        ["境内法人股东", "3", "1,120.00", "56.00%"],
        ["员工持股平台", "1", "260.00", "13.00%"],
        ["境内自然人股东", "17", "620.00", "31.00%"],
        ["合计", "21", "2,000.00", "100.00%"],
    ]
    page.table([34, 16, 26, 24], rows, strong={4})
    page.paragraph(
        "股份登记托管于区域性股权市场登记结算机构。股东名册含个人信息，不在本报告列示。", 9.5, 16, color=GREY
    )
    report.heading(page, "三、信息披露")
    page.paragraph(
        f"公司按{EXCHANGE}的规则履行信息披露义务。报告期内披露年度报告、半年度报告各 1 份，临时公告 {vary('notices', year, 6, 11)} 份，更正公告 0 份，"
        "均在规定期限内完成报送。披露文件的摘要由披露平台登记，投资者可凭原件自行查验其是否与登记时一致。"
    )
    report.heading(page, "四、内部控制与风险提示")
    page.paragraph(
        "公司每年对资金管理、采购与销售、研发项目和信息系统的内部控制开展自我评价，报告期内未发现重大缺陷。"
        "公司面临的主要风险包括下游行业投资放缓、应收账款回收周期延长以及核心技术人员流失，公司已通过客户结构优化、信用额度管理和员工持股等措施加以应对。"
    )


def ledger(report: Report, index: int, rows_before: int) -> int:
    """Pages beyond the eight ordinary ones: an excerpt of invented contracts, as long as the caller wishes."""
    page = report.page()
    if index == 0:
        report.section(page, "附表 销售合同台账摘录", numbered=False)
    else:
        page.y -= 4
        page.text(LEFT, page.y, "附表 销售合同台账摘录（续）", 11, bold=True)
        page.y -= 24
    rows = [["序号", "合同编号", "产品类别", "数量（套）", "合同金额（万元）"]]
    products = ["智能传感模组", "在线检测设备", "工业数据服务"]
    for _ in range(31):
        rows_before += 1
        key = f"contract{rows_before}"
        rows.append(
            [
                f"{rows_before:,}",
                f"SL-{report.year}-{rows_before:06d}",
                products[vary(key + "p", report.year, 0, 2)],
                str(vary(key + "q", report.year, 1, 48)),
                money(vary(key + "a", report.year, 180, 9600)),
            ]
        )
    page.table([12, 28, 24, 16, 20], rows, left=3)
    return rows_before


def closing(report: Report) -> None:
    page = report.page()
    report.section(page, "备查文件与签章")
    report.heading(page, "一、备查文件目录")
    for i, item in enumerate(
        [
            "载有公司公章的年度报告正本；",
            "报告期财务报表及附注；",
            "审议本报告的董事会决议与审计委员会意见；",
            "报告期内在信息披露平台公开披露过的所有文件正本及公告原稿。",
        ],
        1,
    ):
        page.paragraph(f"（{i}）{item}", after=0)
    page.paragraph("上述文件备置于公司董事会办公室，供监管机构与股东依法查阅。")
    page.y -= 6
    report.heading(page, "二、样例声明")
    page.paragraph(
        "本文件由程序生成，用于演示和测试信息披露的登记、公开与查验。文中的企业、编码、金额和事项均为虚构，不指向任何真实企业，"
        "不构成任何投资建议，也不得作为真实披露文件使用。文中不含任何自然人的姓名、证件号码或联系方式。"
    )
    page.y -= 90
    page.frame(RIGHT - 210, page.y - 86, 210, 130, 0.6, GREY)
    page.text(RIGHT - 105, page.y + 16, COMPANY, 12, bold=True, align="center")
    page.text(RIGHT - 105, page.y - 22, "（公司公章）", 11, color=GREY, align="center")
    page.text(RIGHT - 105, page.y - 68, f"{report.year + 1} 年 4 月 20 日", 11, align="center")
    page.text((LEFT + RIGHT) / 2, 120, "——  全文完  ——", 10.5, color=GREY, align="center")


def build(year: int, pages: int) -> bytes:
    books = figures(year)
    f, p = books[year], books[year - 1]
    left_out = set(OPTIONAL_PAGES[: max(0, DEFAULT_PAGES - pages)])
    report = Report(year)
    cover(report)
    contents = report.page()
    report.section(contents, "目 录", numbered=False)
    if "profile" not in left_out:
        profile(report, f)
    business(report, f, p)
    finance(report, f, p)
    if "notes" not in left_out:
        notes(report, books)
    governance(report)
    row = 0
    for i in range(max(0, pages - DEFAULT_PAGES)):
        row = ledger(report, i, row)
    if "closing" not in left_out:
        closing(report)
    directory(report, contents)
    report.furniture()
    low = min(page.y for page in report.pages)
    if len(report.pages) != pages or low < BOTTOM - 24:
        raise AssertionError(f"{len(report.pages)} pages of {pages}, lowest line at {low:.0f}")
    return report.bytes()


def bounded(low: int, high: int):
    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return parse


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Write a sample annual report (年度报告) of an invented enterprise as a PDF.",
        epilog=f"The enterprise is {COMPANY}, {COMPANY_CODE}, {USCC}. Equal arguments give equal bytes.",
    )
    parser.add_argument("out", metavar="OUT.pdf", type=Path, help="file to write; overwritten where it exists")
    parser.add_argument(
        "--year",
        type=bounded(FIRST_YEAR, LAST_YEAR),
        default=2025,
        help=f"year reported on, {FIRST_YEAR} to {LAST_YEAR} (default 2025)",
    )
    parser.add_argument(
        "--pages",
        metavar="N",
        type=bounded(MIN_PAGES, MAX_PAGES),
        default=DEFAULT_PAGES,
        help=f"number of pages, {MIN_PAGES} to {MAX_PAGES} (default {DEFAULT_PAGES}); more are filled with a ledger",
    )
    arguments = parser.parse_args()
    try:
        arguments.out.write_bytes(build(arguments.year, arguments.pages))
    except OSError as error:
        print(f"sample-report.py: cannot write {arguments.out}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
