"""What a unit publishes, before any markup."""

import zlib
from dataclasses import dataclass, field


def pick(choices, *key):
    """One of `choices`, always the same one for the same key."""
    return choices[zlib.crc32("/".join(str(k) for k in key).encode()) % len(choices)]


@dataclass
class Item:
    """An article, notice, policy or report."""

    title: str
    day: object
    html: str = ""
    source: str = ""
    number: str = ""  # 文号
    written: object = None  # 成文日期
    list_day: object = None  # the date that the list shows, when it differs
    attachments: list = field(default_factory=list)  # (title, extension)
    related: list = field(default_factory=list)  # (label, Item)
    broken: str = ""  # "dead": the link answers 404; "soft": 200 that says there is no page
    picture: bool = False  # the body is one picture
    earlier: bool = False  # of a year before the audited one
    serial: int = 0
    path: str = ""

    @property
    def shown(self):
        return self.list_day or self.day


@dataclass
class Column:
    """A column (栏目): a list, one static page, or nothing at all."""

    key: str
    name: str
    items: list = field(default_factory=list)
    page: Item = None  # a static page in place of a list
    number: int = 0

    def rows(self):
        return sorted(self.items, key=lambda i: (i.shown, i.serial), reverse=True)


@dataclass
class Unit:
    """A unit with its tree of columns."""

    id: str
    name: str  # 区财政局
    full: str  # 清州市青岚区财政局
    kind: str
    root: str
    skin: object
    base: int  # first number of its columns and pages
    scoped: bool = True
    aliases: list = field(default_factory=list)
    columns: list = field(default_factory=list)
    parent: tuple = ("部门信息公开", "/zwgk/bm/index.html")

    @property
    def bare(self):
        return self.name.removeprefix("区")

    def add(self, column):
        self.columns.append(column)
        return column

    def column(self, key):
        return next(c for c in self.columns if c.key == key)

    def number(self):
        """Numbers columns and pages, oldest first, so that addresses look grown."""
        every = []
        for index, column in enumerate(self.columns):
            column.number = self.base + index
            every += [(i.day, index, n, i) for n, i in enumerate(column.items)]
            if column.page is not None:
                every.append((column.page.day, index, 0, column.page))
        every.sort(key=lambda e: (not e[3].earlier, *e[:3]))
        before = sum(e[3].earlier for e in every)
        for serial, entry in enumerate(every):
            entry[3].serial = self.base * 10 + serial - before
