"""What all markups share: escaping, addresses, cut titles, the portal's menu and foot."""

import html
import posixpath

SITE = "清州市青岚区人民政府"
MENU = [
    ("首页", "/index.html"), ("新闻中心", "/xwzx/zwyw/index.html"), ("政务公开", "/zwgk/index.html"),
    ("部门信息公开", "/zwgk/bm/index.html"), ("镇街信息公开", "/zwgk/zj/index.html"),
    ("公共企事业单位信息公开", "/zwgk/gyqsy/index.html"), ("通知公告", "/zwgk/tzgg/index.html"),
]
PICTURE = "/images/scan.png"


def esc(text):
    return html.escape(text, quote=True)


def relative(target, page):
    """`target` as seen from `page`, in the dotted style of static publishers."""
    path = posixpath.relpath(target, posixpath.dirname(page))
    return path if path.startswith("..") else "./" + path


def cut(title, room=22):
    return title if len(title) <= room else title[: room - 1] + "…"


def spoken(date):
    return f"{date.year}年{date.month:02d}月{date.day:02d}日"


def menu(separator=""):
    return separator.join(f'<a href="{path}">{name}</a>' for name, path in MENU)


def chunks(rows, size):
    return [rows[n:n + size] for n in range(0, len(rows), size)] or [[]]


class Skin:
    """One markup: where pages lie and how they look."""

    charset = "utf-8"
    per_page = 15

    def __init__(self, pages):
        self.pages = pages  # path → bytes

    def put(self, path, text):
        assert path not in self.pages, path
        self.pages[path] = text.encode(self.charset)

    # Addresses; skins override what their publisher does its own way.
    def home_path(self, unit):
        return unit.root + "index.html"

    def column_path(self, unit, column, page=0, pages=1):
        return f"{unit.root}{column.key}/" + ("index.html" if page == 0 else f"index_{page}.html")

    def attachment_path(self, item, number, extension):
        stem = item.path.rsplit(".", 1)[0]
        return f"{stem}_{number}.{extension}"

    def crumbs(self, unit, column=None, last=None):
        """(name, path) steps; a step without a path is the page itself."""
        steps = [("首页", "/index.html")]
        if unit.parent is not None:
            steps += [("政务公开", "/zwgk/index.html"), unit.parent, (unit.name, self.home_path(unit))]
        if column is not None:
            steps.append((column.name, self.column_path(unit, column)))
        if last:
            steps.append((last, None))
        return steps

    def body(self, item):
        if item.picture:
            return f'<p style="text-align:center"><img src="{PICTURE}" alt=""></p>'
        return item.html

    def files(self, item, href=lambda path: path):
        """`a` elements of the attachments."""
        out = []
        for number, (title, extension) in enumerate(item.attachments, 1):
            path = self.attachment_path(item, number, extension)
            out.append(f'<a href="{esc(href(path))}">{esc(title)}.{extension}</a>')
        return out

    def write(self, unit):
        """Renders the whole tree of a unit."""
        for column in unit.columns:
            for item in column.items:
                item.path = self.item_path(unit, column, item)
            if column.page is not None:
                column.page.path = self.column_path(unit, column)
        self.put(self.home_path(unit), self.home(unit))
        for column in unit.columns:
            if column.page is not None:
                self.put(column.page.path, self.article(unit, column, column.page, [], True))
                continue
            rows = column.rows()
            lists = chunks(rows, self.per_page)
            for n, part in enumerate(lists):
                self.put(self.column_path(unit, column, n, len(lists)),
                         self.listing(unit, column, n, lists, part))
            for item in rows:
                if not item.broken:
                    self.put(item.path, self.article(unit, column, item, rows, False))
