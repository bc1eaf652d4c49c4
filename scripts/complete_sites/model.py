"""What a district publishes, read from the lines of a pack's text file.

A line is `clauses | owner | column > column | title | day | body {options}`. A clause after `~` is one that the page meets beside
those that it was written for: what is taken out for that clause takes the page too. After `^` stands one that goes by what the page says. `owner` is a unit's name, `门户` for the portal, or
`*部门`, `*镇街`, `*` for every unit of the kind. `{甲/乙/丙}` in titles, columns and bodies is one of the words, another for each
unit; {year}, {last} and {next} are years, {m}, {q} and {h} the month, quarter and half-year of a series, {unit} and {full} names.
"""

import datetime
import os
import re
import zlib
from dataclasses import dataclass, field

from .words import COLUMNS

SERIES = re.compile(r"(monthly|quarterly|halfyearly|weekly)(\+\d+)?(?::(\d+))?$")
CHOICE = re.compile(r"\{([^{}|=]*/[^{}=]*)\}")
OPTIONS = re.compile(r"\s*\{(?=[a-z]+[=}])([^{}]*)\}\s*$")


def pick(choices, *key):
    """One of `choices`, always the same one for the same key."""
    return choices[zlib.crc32("/".join(str(k) for k in key).encode()) % len(choices)]


@dataclass(frozen=True)
class Layout:
    """How a district's sites are built: the markups of units in turn, the portal's, hosts of their own, other words for columns."""

    portal: str
    skins: tuple
    hosts: bool = False
    words: bool = False


LAYOUTS = {
    "a": Layout("trs", ("trs", "hanweb", "table")),
    "b": Layout("jpaas", ("gkmlpt", "jpaas", "ucap"), hosts=True),
    "c": Layout("vsb", ("vsb", "tabs", "openness"), hosts=True, words=True),
}


@dataclass(eq=False)
class Item:
    """A publication, or the text of a column that is a page."""

    clauses: list
    owner: object
    column: tuple
    title: str
    day: datetime.date
    body: str
    options: dict = field(default_factory=dict)
    period: str = ""  # "m3", "q1", "h2"
    links: list = field(default_factory=list)  # (label, Item)
    listed: datetime.date = None  # the list's day, where it differs
    shown_title: str = ""  # the list's title, where it differs
    dead: bool = False  # its address answers 404
    trouble: str = ""  # what the server does in place of answering
    path: str = ""
    also: list = field(default_factory=list)  # clauses that it meets beside those that it was written for
    tells: list = field(default_factory=list)  # clauses that go by what it says: whether they apply at all

    @property
    def row_day(self):
        return self.listed or self.day

    @property
    def row_title(self):
        return self.shown_title or self.title


@dataclass(eq=False)
class Unit:
    id: str
    name: str
    full: str
    kind: str
    aliases: list
    skin: str
    scoped: bool
    own: bool = False  # a site on a host of its own
    items: list = field(default_factory=list)
    troubles: dict = field(default_factory=dict)  # column path → what its pages do

    @property
    def short(self):
        return self.aliases[0] if self.aliases else self.name


def days_of(spec, year, last):
    """(period, day, words) of each item that `spec` stands for."""
    match = SERIES.match(spec)
    if not match:
        text = spec if len(spec) > 5 else f"{year}-{spec}"
        return [("", datetime.date.fromisoformat(text), {})]
    cadence, after, dom = match.group(1), int(match.group(2) or 0), int(match.group(3) or 12)
    found = []
    if cadence == "weekly":
        day = datetime.date(year, 1, 2)
        while day <= last:
            found.append((f"w{day:%m%d}", day, {"m": day.month, "n": len(found) + 1}))
            day += datetime.timedelta(7)
        return found
    size = {"monthly": 1, "quarterly": 3, "halfyearly": 6}[cadence]
    for n in range(1, 12 // size + 1):
        month = n * size + after
        day = datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, min(dom, 28))
        if day <= last:
            letter = cadence[0]
            words = {letter: n, "m": n * size, "q": (n * size + 2) // 3, "h": "上下"[n - 1] if size == 6 else "",
                     "Q": "一二三四"[(n * size + 2) // 3 - 1]}
            found.append((f"{letter}{n}", day, words))
    return found


def fill(text, words, key):
    """`text` with its words chosen and its slots filled."""
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return CHOICE.sub(lambda m: pick(m.group(1).split("/"), key, m.group(1)), text)


def options_of(body):
    found = {}
    while True:
        match = OPTIONS.search(body)
        if not match:
            return body, found
        for part in match.group(1).split(","):
            name, _, value = part.strip().partition("=")
            found[name] = value
        body = body[: match.start()]


class District:
    """The units and publications of one pack's complete site."""

    def __init__(self, path, layout="a"):
        self.layout = LAYOUTS[layout]
        self.settings, self.units, self.portal_items, self.troubles = {}, [], [], {}
        self.portal_troubles = {}
        self.crawl = {}  # what the plan says of the crawl beside the usual
        self.lines = []
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                line = line.rstrip("\n")
                if not line.strip() or line.startswith("#"):
                    continue
                if line.startswith("@"):
                    name, _, value = line[1:].partition(" ")
                    if name == "unit":
                        self.add_unit(value)
                    else:
                        self.settings[name] = value.strip()
                    continue
                parts = [p.strip() for p in line.split("|")]
                if len(parts) != 6:
                    raise SystemExit(f"{path}:{number}: {len(parts)} parts, not 6: {line[:80]}")
                self.lines.append((number, parts))
        self.titles = self.other_titles(path) if self.layout.words else []
        self.year = int(self.settings["year"])
        self.as_of = datetime.date.fromisoformat(self.settings["as-of"])
        for number, parts in self.lines:
            self.add_line(number, parts)
        self.arrange()
        self.tie()

    def arrange(self):
        """Gives each unit its markup, its host and its words for columns."""
        for n, unit in enumerate(self.units):
            unit.skin = self.layout.skins[n % len(self.layout.skins)]
            unit.own = self.layout.hosts and n % 4 == 2
        for item in self.every() if self.layout.words else []:
            who = item.owner.id if item.owner else ""
            item.column = tuple(self.word(name, who) for name in item.column)

    @staticmethod
    def other_titles(path):
        """(part of a line's title, the title in other words) of the pack whose lines stand at `path`."""
        folder, name = os.path.split(path)
        file = os.path.join(folder, "other-titles.txt")
        # A second hand has its own words.
        if not os.path.exists(file):
            return []
        with open(file, encoding="utf-8") as file:
            parts = [[p.strip() for p in line.split("|")] for line in file if line.strip() and not line.startswith("#")]
        return [(old, new) for pack, old, new in parts if f"{pack}.txt" == name]

    def word(self, name, who):
        return pick(COLUMNS[name], who, name) if name in COLUMNS else name

    def add_unit(self, value):
        names, kind, *rest = [p.strip() for p in value.split("|")]
        name, *aliases = names.split("、")
        n = len(self.units)
        full = rest[0] if rest else self.settings["district"] + name.removeprefix("区").removeprefix("县")
        self.units.append(Unit(f"u{n + 1}", name, full, kind, aliases, "", n % 4 != 1))

    def owners(self, who):
        if who == "门户":
            return [None]
        kinds = {"*部门": ["department"], "*镇街": ["town"], "*": ["department", "town"], "*全部": ["department", "town", "institution", "party", "enterprise"]}
        if who in kinds:
            return [u for u in self.units if u.kind in kinds[who]]
        found = [u for u in self.units if u.name == who or who in u.aliases]
        if not found:
            raise SystemExit(f"no unit {who}")
        return found

    def add_line(self, number, parts):
        clauses, who, column, title, spec, body = parts
        title = next((new for old, new in self.titles if old in title), title)
        for unit in self.owners(who):
            key = f"{number}/{unit.id if unit else ''}"
            for period, day, words in days_of(fill(spec, {}, key), self.year, self.as_of):
                words = {"year": self.year, "last": self.year - 1, "next": self.year + 1, **words}
                words["unit"] = unit.short if unit else self.settings["district"]
                words["full"] = unit.full if unit else self.settings["full"]
                words["name"] = unit.name if unit else self.settings["district"]
                place = tuple(fill(c.strip(), words, key) for c in column.split(">"))
                text, options = options_of(fill(body, words, key))
                item = Item([c for c in clauses.split() if c[0] not in "~^"], unit, place, fill(title, words, key), day, text, options, period)
                item.also = [c[1:] for c in clauses.split() if c[0] == "~"]
                item.tells = [c[1:] for c in clauses.split() if c[0] == "^"]
                (unit.items if unit else self.portal_items).append(item)

    def every(self):
        return self.portal_items + [i for u in self.units for i in u.items]

    def tie(self):
        """Links the pages that name one another: {id=a} and {rel=a}."""
        named = {}
        for item in self.every():
            if "id" in item.options:
                named[(item.owner and item.owner.id, item.options["id"])] = item
        for item in self.every():
            target = named.get((item.owner and item.owner.id, item.options.get("rel")))
            if target is not None:
                item.links.append(("相关文件", target))
                target.links.append(("相关解读", item))
