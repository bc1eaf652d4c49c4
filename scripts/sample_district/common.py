"""The columns that every department has, each good unless its builder spoils it."""

import datetime

from .days import AS_OF, day
from .model import Column, Item, pick
from .texts import contact, duties, leaders_lines, leaders_table, news, paragraphs, sections

REPORT = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
          "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]


def agency(unit, table=True):
    """机构职能, 内设机构, 领导分工, 联系方式, one page each."""
    made = day("03-15")
    unit.add(Column("jgzn", "机构职能", page=Item(f"{unit.name}工作职能", made, duties(unit))))
    unit.add(Column("nsjg", "内设机构", page=Item(f"{unit.name}内设机构", made, sections(unit))))
    html = leaders_table(unit) if table else leaders_lines(unit)
    unit.add(Column("ldfg", "领导分工", page=Item(f"{unit.name}领导分工", day("03-16"), html)))
    unit.add(Column("lxfs", "联系方式", page=Item(f"{unit.name}联系方式", made, contact(unit))))


def weekly(unit, calendar, keep=lambda index, week: True, key="gzdt", name="工作动态"):
    """One item of news in every week that needs one and that `keep` keeps."""
    column = unit.add(Column(key, name))
    for index, week in enumerate(calendar.required_weeks()):
        if not keep(index, week):
            continue
        date = pick(week, unit.id, "day", index)
        title, html = news(unit, date, index)
        column.items.append(Item(title, date, html))
    earlier(unit, column)
    return column


def earlier(unit, column, year=2020):
    """The news of the year before: a column goes back further than the period that is audited."""
    for week in range(50):
        date = datetime.date(year, 1, 6) + datetime.timedelta(days=7 * week + (unit.base + week) % 5)
        title, html = news(unit, date, week + 3)
        column.items.append(Item(title, date, html, earlier=True))


def notices(unit, extra=()):
    """通知公告: a few harmless ones, with the unit's own distractors."""
    column = unit.add(Column("tzgg", "通知公告"))
    for text, title in [("02-08", "关于春节期间值班安排的公告"), ("09-28", "关于国庆节放假期间暂停现场办公的公告"), *extra]:
        date = day(text)
        column.items.append(Item(title, date, paragraphs([f"{unit.name}{title.removeprefix('关于')}，请互相转告。", "特此公告。"])))
    return column


def plans(unit, titles):
    column = unit.add(Column("ghjh", "规划计划"))
    for text, title in titles:
        column.items.append(Item(title, day(text), paragraphs(
            [f"为做好全年工作，{unit.name}结合实际制定本安排。", "一、总体要求。坚持稳中求进，抓好各项任务落实。",
             "二、主要任务。加强队伍建设，提升服务水平，完成年度目标。"])))
    return column


def report(title, year, unit):
    """An annual disclosure report."""
    body = [f"本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"]
    for n, part in enumerate(REPORT):
        body.append(f"{'一二三四五六'[n]}、{part}")
        body.append(f"{unit.name}{year}年按要求做好此项工作，主动公开信息{40 + n * 7}条。" if n < 2 else "本年度无此类情形或已按规定办结。")
    return paragraphs(body)


def yearly(unit, annual=(), law=(), powers=(), borders=()):
    """政府信息公开年报, 法治政府建设, 权责清单, 职责边界清单: (day, title) each."""
    column = unit.add(Column("xxgknb", "政府信息公开年报"))
    for text, title in annual:
        date = day(text)
        column.items.append(Item(title, date, report(title, date.year - 1, unit), attachments=[(title, "pdf")]))
    column = unit.add(Column("fzzf", "法治政府建设"))
    for text, title in law:
        column.items.append(Item(title, day(text), paragraphs(
            ["现将有关情况报告如下：", "一、主要举措。健全制度，规范执法，加强监督。", "二、存在的不足。工作创新不够。", "三、下一年度安排。持续提升依法行政水平。"])))
    column = unit.add(Column("qzqd", "权责清单"))
    for text, title in powers:
        column.items.append(Item(title, day(text), ITEMS, attachments=[(title, "docx")]))
    if borders:
        column = unit.add(Column("zzbj", "职责边界清单"))
        for text, title in borders:
            column.items.append(Item(title, day(text), BORDERS))


ITEMS = ('<table border="1"><tr><th>序号</th><th>事项名称</th><th>职权类型</th><th>实施依据</th><th>责任事项</th></tr>'
         "<tr><td>1</td><td>对违法行为的处罚</td><td>行政处罚</td><td>有关法律法规</td><td>立案、调查、决定</td></tr>"
         "<tr><td>2</td><td>业务工作检查</td><td>行政检查</td><td>有关法律法规</td><td>检查、处置、归档</td></tr></table>")
BORDERS = ('<table border="1"><tr><th>管理事项</th><th>责任部门</th><th>职责分工</th><th>相关依据</th></tr>'
           "<tr><td>跨部门监管事项</td><td>本单位及相关部门</td><td>本单位牵头，相关部门配合</td><td>“三定”规定</td></tr></table>")


def policy(unit, title, number, date, written=None, text=None):
    return Item(title, day(date), paragraphs(
        ["各镇人民政府，区直各部门：", text or "现印发给你们，请结合实际认真贯彻执行。", "第一条　为规范管理，制定本办法。",
         "第二条　本办法适用于全区范围内的相关活动。", "第三条　本办法自印发之日起施行。", unit.full]),
        number=number, written=day(written) if written else None)


def explained(column, document, title, date, picture=False):
    """Adds an interpretation of `document`, linked both ways."""
    item = Item(title, day(date), paragraphs(
        ["一、起草背景。为规范相关管理活动，制定该文件。", "二、主要内容。明确了适用范围、职责分工和办理流程。"]), picture=picture)
    item.related.append(("相关文件", document))
    document.related.append(("相关解读", item))
    column.items.append(item)
    return item


def month_end(month, after=12):
    """A working-looking day in the month after `month`, never past the as-of day."""
    year, following = (2021, month + 1) if month < 12 else (2022, 1)
    return min(datetime.date(year, following, after), AS_OF)
