"""Puts the district together: every file of the fixture as bytes, by its path in the folder."""

import struct
import zlib

from . import expected, portal, units
from .days import WorkCalendar
from .dede import Dede
from .empire import Empire, TableEmpire
from .hanweb import Hanweb
from .markup import MENU
from .openness import Openness
from .trs import TRS, BoxedTRS
from .vsb import VSB


def pdf(title):
    """A one-page PDF without fonts; the title stands in its information dictionary."""
    text = "<FEFF" + title.encode("utf-16-be").hex().upper() + ">"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", f"<</Title{text}>>"]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj{content}endobj\n".encode()
    start = len(out)
    table = "".join(f"{o:010d} 00000 n \n" for o in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()


def docx(title):
    """A minimal Word document: two stored entries, no times."""
    files = [
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
        ("word/document.xml", '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
         f"<w:body><w:p><w:r><w:t>{title}</w:t></w:r></w:p></w:body></w:document>"),
    ]
    out, central = b"", b""
    for name, text in files:
        data, label = text.encode(), name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(label), 0)
        central += b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + label
        out += b"PK\x03\x04" + head + label + data
    return out + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2, 2, len(central), len(out), 0)


def png():
    """A grey picture of 8 by 8, its data stored and not deflated, so that every zlib agrees."""
    rows = b"".join(b"\x00" + bytes([160] * 8) for _ in range(8))
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows + struct.pack(">I", zlib.adler32(rows))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)) + chunk(b"IDAT", stored) + chunk(b"IEND", b"")


def district(calendar):
    """All pages by address, and the units."""
    pages = {}
    trs = TRS(pages)
    vsb = VSB(pages)
    every = [
        units.government_office(trs, calendar), units.development(Empire(pages), calendar),
        units.education(Hanweb(pages), calendar), units.civil(vsb, calendar),
        units.justice(Dede(pages), calendar), units.finance(BoxedTRS(pages), calendar),
        units.statistics(TableEmpire(pages), calendar), units.environment(Openness(pages), calendar),
        units.water(vsb), units.assets(TableEmpire(pages)), units.town(trs),
    ]
    own, other = portal.own_columns(trs), portal.unplanned(TableEmpire(pages))
    for unit in [own, other, *every]:
        unit.number()
        unit.skin.write(unit)
        for column in unit.columns:
            for item in [*column.items, *([column.page] if column.page else [])]:
                for number, (title, extension) in enumerate(item.attachments, 1):
                    pages[unit.skin.attachment_path(item, number, extension)] = {"pdf": pdf, "docx": docx}[extension](title)
    pages["/index.html"] = portal.home(trs, own, every).encode()

    def links(*ids):
        return [(u.name, "/fgj" if u.id == "fgj" else u.skin.home_path(u)) for u in [*every, other] if u.id in ids]

    departments = links("bgs", "fgj", "jtj", "mzj", "sfj", "czj", "tjj", "hbj", "sjj") + [("区卫健局", "/zwgk/bm/wjj/index.html")]
    for path, name, groups in [
        ("/zwgk/index.html", "政务公开", [("公开目录", [*MENU[3:], ("区政府信息公开年报", "/zwgk/nb/index.html")])]),
        ("/zwgk/bm/index.html", "部门信息公开", [("区政府部门", departments), ("区直事业单位", links("gzzx"))]),
        ("/zwgk/zj/index.html", "镇街信息公开", [("镇街", links("ymz"))]),
        ("/zwgk/gyqsy/index.html", "公共企事业单位信息公开", [("供水", links("zls"))]),
    ]:
        pages[path] = portal.directory(trs, path, name, groups).encode()
    pages["/robots.txt"] = portal.ROBOTS.encode()
    pages["/css/style.css"] = portal.STYLE.encode()
    pages["/images/scan.png"] = png()
    return pages, every


def responses(every):
    """The rows of `responses.csv`: whatever is not simply a file of `pages/`."""
    rows = [
        ("/fgj", 301, "Location: /zwgk/bm/fgj/index.html", "", ""),
        ("/zwgk/bm/wjj/*", 412, "Set-Cookie: qlS=sample; path=/", "", "challenge.html"),
        ("/zwgk/tzgg/index.html;jsessionid=9F3A61C07D2B4E58", 200, "Set-Cookie: JSESSIONID=9F3A61C07D2B4E58; path=/", "alias /zwgk/tzgg/index.html", ""),
        ("/zwgk/zj/ymz/rl.jsp", 200, "", "calendar", "calendar.html"),
        ("/xwzx/zwyw/index_1.html", 200, "", "slow 900", ""),
        ("/zwgk/bm/czj/*", 200, "", "gzip", ""),
        ("/zwgk/bm/sfj/*", 200, "", "nocharset", ""),
    ]
    for unit in every:
        for column in unit.columns:
            for item in column.items:
                if item.broken == "soft":
                    rows.append((item.path, 200, "", "", "soft404.html"))
                elif item.broken == "dead":
                    rows.append((item.path, 404, "", "", "notfound.html"))
    rows.append(("/zwgk/gyqsy/zls/lssj/*", 404, "", "", "notfound.html"))
    head = "path,status,headers,behaviour,file\n"
    return head + "".join(",".join(str(x) for x in row) + "\n" for row in rows)


def plan(every):
    """`plan.yaml`, with `{port}` where the server's port goes."""
    lines = [
        "# The plan of the demo; scripts/demo puts the sample server's port in place of {port}.",
        "plan: 青岚区2021年度政务公开审核（样例）", "as-of: 2021-12-31", "period: {from: 2021-01-01, to: 2021-12-31}",
        "rules: [shanting-2021]", "parameters:",
        "  shanting-2021: {clauses: ['A.*', 1.1-b, 1.1-c, 1.1-d]}", "fail-under: 60", "crawl:", "  rate: 500", "  connections: 8",
        "  timeout: 10", "sites:", "  - id: portal", '    start: ["http://127.0.0.1:{port}/"]', "units:",
    ]
    shown = [(u.id, u.name, u.aliases, u.kind, u.root if u.scoped else None) for u in every]
    shown.insert(8, ("wjj", "区卫健局", ["青岚区卫生健康局", "清州市青岚区卫生健康局"], "department", "/zwgk/bm/wjj/"))
    for uid, name, aliases, kind, root in shown:
        lines += [f"  - id: {uid}", f"    name: {name}", f"    aliases: [{', '.join(aliases)}]", f"    kind: {kind}", "    site: portal"]
        if root:
            lines.append(f"    scope: [{root}]")
    return "\n".join(lines) + "\n"


def files(calendar_path):
    """Every file of the fixture, by its path below the folder."""
    pages, every = district(WorkCalendar(calendar_path))
    by_id = {u.id: u for u in every}

    def page_of(uid, key, title):
        if uid == "wjj":
            return "/zwgk/bm/wjj/index.html"
        unit = by_id[uid]
        column = unit.column(key)
        if title:
            return next(i.path for i in column.items if i.title == title)
        return unit.skin.column_path(unit, column)

    out = {"pages" + path: body for path, body in pages.items()}
    out |= {"special/challenge.html": portal.CHALLENGE.encode(), "special/soft404.html": portal.SOFT.encode(),
            "special/notfound.html": portal.GONE.encode(), "special/calendar.html": portal.CALENDAR.encode(),
            "responses.csv": responses(every).encode(), "plan.yaml": plan(every).encode(),
            "faults.yaml": expected.faults_yaml(page_of).encode()}
    return out
