"""Faults and distractors planted in a complete site: each an edit of the model before it is written down."""

import collections
import copy
import datetime
import re

from .model import Item


def days(item, number):
    """Moves an item's day, and the list's, by so many days."""
    item.day += datetime.timedelta(number)
    if item.listed:
        item.listed += datetime.timedelta(number)


def last_year(item):
    """The same a year ago, in title, text and day."""
    item.day = item.day.replace(year=item.day.year - 1, day=min(item.day.day, 28))
    for year in range(2010, 2030):
        if str(year) in item.title:
            for named in (year - 1, year, year + 1):
                item.title = item.title.replace(str(named), f"#{named - 1}#")
            break
    item.title = item.title.replace("#", "")
    for year in range(2010, 2030):
        item.body = item.body.replace(f"{year}年", f"#{year - 1}#年")
    item.body = item.body.replace("#", "")


# What meets the clause beside the pages written for it is changed with them.
FOR_ALL = {"drop", "silence", "traced", "dead", "news", "late", "timely", "trouble", "column-trouble"}


class Planter:
    """Edits a district. `found` gives the items of a clause, for one unit or for all.

    One that only looks (`is_still`) goes through the district once.
    """

    def __init__(self, district, is_still=False):
        self.d, self.at = district, None
        if is_still:
            self.at, self.beside = collections.defaultdict(list), collections.defaultdict(list)
            for item in district.every():
                for clause in dict.fromkeys(item.clauses):
                    self.at[clause].append(item)
                for clause in dict.fromkeys(item.also):
                    self.beside[clause].append(item)

    def unit(self, id):
        return next((u for u in self.d.units if u.id == id), None)

    def found(self, clause, unit=None):
        items = self.d.every() if self.at is None else self.at[clause]
        return [i for i in items if clause in i.clauses and (unit is None or i.owner is unit)]

    def standing_in(self, clause, unit=None):
        """Pages that meet the clause beside those that were written for it: for one unit, its own and the portal's about it."""
        items = self.d.every() if self.at is None else self.beside[clause]
        return [i for i in items if clause in i.also and (unit is None or i.owner is unit or not i.owner and unit.name in i.body)]

    def touched(self, fault, clause, unit):
        """The items that a fault changes, or whose finding it may change."""
        items = self.found(clause, unit) + self.standing_in(clause, unit)
        if fault == "column-trouble":
            places = {(i.owner, i.column) for i in items}
            return [i for i in self.d.every() if any(i.owner is o and i.column[: len(c)] == c for o, c in places)]
        if fault == "catalogue":
            return items + self.catalogues()
        if fault in ("unit-trouble", "silence"):
            owners = {i.owner for i in items}
            return [i for i in self.d.every() if i.owner in owners]
        return items

    def catalogues(self):
        return [i for i in self.d.every() if "目录" in i.title and "公开" in i.title]

    def home(self, item):
        return item.owner.items if item.owner else self.d.portal_items

    def troubles(self, item):
        return item.owner.troubles if item.owner else self.d.portal_troubles

    def plant(self, op, clause, unit, argument=""):
        items = self.found(clause, unit) or (self.standing_in(clause, unit) if op == "empty-columns" else [])
        if not items:
            return False
        if op in FOR_ALL:
            items = items + self.standing_in(clause, unit)
        getattr(self, "do_" + op.replace("-", "_"))(items, argument)
        return True

    # What is missing.
    def do_drop(self, items, _):
        for i in items:
            self.home(i).remove(i)

    def do_dead(self, items, _):
        for i in items:
            i.dead = True

    def do_hole(self, items, argument):
        """One period of a series is not there."""
        self.do_drop([i for i in items if i.period[1:] == (argument or "5")], "")

    def do_empty_columns(self, items, _):
        """A dozen columns of the owner that hold nothing."""
        for name in ("基层动态", "队伍建设", "调查研究", "经验交流", "学习园地", "法规解读", "服务之窗", "媒体报道", "文明创建", "工作简报", "警示教育", "志愿服务"):
            self.home(items[0]).append(Item([], items[0].owner, (name,), "", items[0].day, ""))

    def do_silence(self, items, _):
        """Every page of the unit is gone, and what the portal has of it; its home page is not."""
        owner = next(i.owner for i in items if i.owner)
        self.do_drop([i for i in items if i.owner is not owner], "")
        owner.items.clear()

    def do_part(self, items, argument):
        """Only those whose title holds a word are taken out: the answers of a consultation, not the consultation."""
        self.do_drop([i for i in items if argument in i.title], "")

    def do_strip(self, items, argument):
        """Phrases, parted by `&&`, are left out of text and title."""
        for phrase in argument.split("&&"):
            for i in items:
                i.body, i.title = i.body.replace(phrase, ""), i.title.replace(phrase, "")

    def do_retitle(self, items, argument):
        """A word of the title becomes another: old=new."""
        old, _, new = argument.partition("=")
        for i in items:
            i.title = i.title.replace(old, new)

    def do_move(self, items, argument):
        """It stands in another column."""
        for i in items:
            i.column = (argument,)

    # What looks like it.
    def do_last_year(self, items, _):
        for i in items:
            last_year(i)

    def do_other_unit(self, items, _):
        units = self.d.units
        for i in items:
            other = next(u for u in units if u.kind == i.owner.kind and u is not i.owner)
            for name in sorted({i.owner.full, i.owner.name, *i.owner.aliases}, key=len, reverse=True):
                i.title = i.title.replace(name, "\0")
                i.body = i.body.replace(name, "\0")
            i.title, i.body = i.title.replace("\0", other.full), i.body.replace("\0", other.full)

    def do_news(self, items, _):
        """Only news of work on it, in the same column."""
        for i in items:
            where = i.owner.name if i.owner else self.d.settings["district"]
            i.title = f"{where}召开{i.title.replace(where, '')[:14]}工作推进会"
            i.body = "会议要求各科室提高认识，压实责任，确保各项工作落到实处。"
            i.options = {}

    def do_december(self, items, _):
        """The whole series comes out in the year's last days."""
        for n, i in enumerate(sorted(items, key=lambda i: i.day)):
            i.day = datetime.date(self.d.year, 12, 20 + n % 10)

    def do_stale(self, items, _):
        """News ends in June, while another column goes on every week."""
        for i in list(items):
            if i.day.month > 6:
                other = copy.copy(i)
                other.column, other.clauses = ("通知公告",), []
                other.title = f"关于第{i.day.timetuple().tm_yday}号道路养护的通告"
                self.home(i).append(other)
                self.home(i).remove(i)

    def do_catalogue(self, items, argument):
        """The district's catalogues name subjects for which it has no columns."""
        rows = " / ".join(f"{n},{name},主动公开" for n, name in enumerate(argument.split("、"), 1))
        for i in self.catalogues():
            i.body = f"表 序号,公开事项,公开属性 / {rows}"

    def do_late(self, items, argument):
        for i in items:
            days(i, int(argument))

    def do_day(self, items, argument):
        """Sets the day of items: of the explanations alone where there are pairs."""
        for i in items:
            if "rel" in i.options or not any("rel" in j.options for j in items):
                i.day = datetime.date.fromisoformat(f"{self.d.year}-{argument}")

    def do_pair(self, items, argument):
        """Policy on the first day, explanation on the second: 04-30/05-08."""
        first, second = argument.split("/")
        for i in items:
            day = second if "rel" in i.options else first
            i.day = datetime.date.fromisoformat(f"{self.d.year}-{day}")
            if "written" in i.options:
                i.options["written"] = str(i.day)

    def do_timely(self, items, argument):
        """Written, or held, on the first day and published on the second: 01-16/02-18."""
        first, second = (datetime.date.fromisoformat(f"{self.d.year}-{day}") for day in argument.split("/"))
        for i in items:
            i.day = second
            if "written" in i.options:
                i.options["written"] = str(first)
            i.body = re.sub("会议时间=[^;]*", f"会议时间={first.year}年{first.month}月{first.day}日", i.body)

    def do_blank(self, items, _):
        """The page is there and empty."""
        for i in items:
            i.body = ""
            i.options = {k: v for k, v in i.options.items() if k in ("static", "id", "rel")}

    def do_placeholder(self, items, argument):
        """A labelled value becomes a filler."""
        for i in items:
            parts = []
            for part in i.body.split("//"):
                pairs = [p.split("=") for p in part.split(";")]
                if all(len(p) == 2 for p in pairs):
                    part = ";".join(f"{k}={'暂无' if argument in k else v}" for k, v in pairs)
                parts.append(part)
            i.body = "//".join(parts)

    def do_without(self, items, argument):
        """A label and its value are left out."""
        for i in items:
            parts = []
            for part in i.body.split("//"):
                pairs = part.split(";")
                if all("=" in p for p in pairs):
                    part = ";".join(p for p in pairs if argument not in p.split("=")[0])
                parts.append(part)
            i.body = "//".join(p for p in parts if p)

    def do_page_date(self, items, _):
        """The list says this year, the page the last."""
        for i in items:
            i.listed = i.day
            i.day = i.day.replace(year=i.day.year - 1, day=min(i.day.day, 28))
            for year in (self.d.year, self.d.year - 1):
                i.title = i.title.replace(f"{year}年度", "").replace(f"{year}年", "").replace(f"（{year}）", "")

    # What is right all the same.
    def do_list_date(self, items, _):
        """The list shows a day of the year before, the page the right one."""
        for i in items:
            i.listed = i.day.replace(year=i.day.year - 1, day=min(i.day.day, 28))

    def do_page3(self, items, _):
        for i in items:
            for n in range(46):
                filler = Item([], i.owner, i.column, f"关于第{n + 1}号路段施工期间绕行的通告",
                              min(datetime.date(self.d.year, 12, 30), i.day + datetime.timedelta(n + 1)), "请过往车辆注意绕行。")
                self.home(i).append(filler)

    def do_nested(self, items, _):
        above = ("政务公开", "法定主动公开内容", "其他法定信息")
        for i in items:
            if i.column[:3] != above:
                i.column = above + i.column

    def do_names(self, items, _):
        """Full names become short ones, and short ones full."""
        for i in [i for i in items if i.owner]:
            full, short = i.owner.full, i.owner.short
            title = i.title.replace(full, "\0").replace(short, "\1") if short != full else i.title
            i.title = title.replace("\0", short).replace("\1", full)

    def do_marked(self, items, _):
        """Book-title marks, spaces and full-width figures in the title."""
        for i in items:
            title = "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in i.title)
            i.title = f"《{title[:6]} {title[6:]}》" if not title.startswith("《") else title

    def do_attached(self, items, _):
        """The text stands in a document that can be read."""
        for i in items:
            i.options["file"] = "附件.docx"
            i.body = f"{i.body}@@详见附件。"

    def do_scanned(self, items, _):
        """The text is a picture."""
        for i in items:
            i.body = "图"

    def do_portal(self, items, _):
        """The unit's content stands in the portal's own column, under the unit's name."""
        for i in [i for i in items if i.owner]:
            self.home(i).remove(i)
            if i.owner.name not in i.title and i.owner.full not in i.title and not any(a in i.title for a in i.owner.aliases):
                i.title = f"{i.owner.name}{i.title}"
            moved = copy.copy(i)
            moved.options = {**i.options, "src": i.owner.full}
            moved.owner = None
            self.d.portal_items.append(moved)

    # What can't be told.
    def do_traced(self, items, argument):
        """Taken out, and a page elsewhere tells that there was something to publish: `column>>title::text`."""
        self.do_drop(items, "")
        head, _, text = argument.partition("::")
        column, _, title = head.rpartition(">>")
        for where in dict.fromkeys(i.owner for i in items):
            told = Item([], where, (column or "工作动态",), title, datetime.date(self.d.year, 8, 7), text)
            (where.items if where else self.d.portal_items).append(told)

    def do_trouble(self, items, argument):
        for i in items:
            i.trouble = argument

    def do_column_trouble(self, items, argument):
        for i in items:
            self.troubles(i)[i.column] = argument

    def do_budget(self, _, argument):
        """The crawl ends after so many pages of a site."""
        self.d.crawl = {"max-pages": int(argument)}

    def do_unit_trouble(self, items, argument):
        for i in items:
            self.troubles(i)[""] = argument
            for j in self.home(i):
                for depth in range(1, len(j.column) + 1):
                    self.troubles(i)[j.column[:depth]] = argument
