#!/usr/bin/env python3
"""Makes the site of the crawl benchmark: the same arguments give the same bytes.

    make_site.py FOLDER [--pages 12000] [--seed 1] [--no-gzip]

A district government's site as such sites are built: a front page, columns whose lists run over
many pages, articles with particulars, tables and attachments, menus and friend links on every
page. Pages are 8 to 60 KB; one in ten is GBK. Every page can be reached from /index.html. Beside
each page lies its gzip form (level 6) for servers that hand out packed files. FOLDER/urls.txt has
the path of every page in the order of a crawl by breadth.
"""
import argparse
import datetime
import gzip
import pathlib
import random

COLUMNS = [
    "政策文件", "政策解读", "规划计划", "财政预决算", "行政许可", "行政处罚", "重大项目", "公共资源交易",
    "人事任免", "招考录用", "应急管理", "安全生产", "食品药品", "生态环境", "教育服务", "医疗卫生",
    "社会救助", "养老服务", "就业创业", "社会保险", "住房保障", "土地征收", "乡村振兴", "涉农补贴",
    "工作动态", "通知公告", "部门动态", "镇街动态", "领导信息", "机构职能", "政府会议", "建议提案",
    "政府信息公开年报", "政府信息公开指南", "法治政府建设", "审计公开", "统计信息", "价格收费", "民生实事",
    "互动回应",
]
UNITS = ["区政府办公室", "区发展和改革局", "区教育和体育局", "区财政局", "区人力资源和社会保障局",
         "区自然资源局", "区住房和城乡建设局", "区农业农村局", "区卫生健康局", "区应急管理局"]
SUBJECTS = ["优化营商环境", "促进服务业发展", "加强城乡环境整治", "保障农民工工资支付", "推进义务教育均衡",
            "完善公共文化服务", "落实安全生产责任", "支持小微企业", "提升基层医疗能力", "规范土地流转",
            "加快数字政府建设", "做好冬春火灾防控", "健全养老服务体系", "推动绿色低碳发展"]
FORMS = ["关于{}的实施意见", "关于印发《{}工作方案》的通知", "{}三年行动计划", "关于{}情况的公示",
         "《{}若干措施》政策解读", "关于做好{}工作的通知", "{}工作推进会召开"]
CLAUSES = [
    "坚持以人民为中心的发展思想", "各镇街、各部门要高度重视", "明确责任分工，细化工作措施", "建立健全长效机制",
    "加大资金投入力度，确保专款专用", "对工作不力、推诿扯皮的单位予以通报", "主动公开办事依据、条件、程序和时限",
    "推动政务服务事项应进必进", "实行清单管理和台账制度", "每季度末将进展情况报区政府办公室",
    "充分运用信息化手段提高效率", "切实保障群众的知情权、参与权、表达权和监督权", "依法依规开展监督检查",
    "统筹发展和安全两件大事", "严格落实值班值守和信息报告制度", "引导社会力量广泛参与", "做好政策宣传和解读",
    "进一步压实属地责任和主体责任", "加强业务培训，提升队伍素质", "确保各项任务按期完成",
]
PER_LIST = 20


def menu():
    items = "".join(
        f'<li class="nav-item"><a href="/zwgk/c{index:02d}/" title="{name}" target="_blank">'
        f'<span>{name}</span></a></li>\n' for index, name in enumerate(COLUMNS))
    return f'<div class="nav"><div class="wrap"><ul class="nav-list clearfix">\n{items}</ul></div></div>\n'


def head(title, column, encoding, extra=""):
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n'
        f'<title>{title}_河东区人民政府</title>\n'
        f'<meta name="SiteName" content="河东区人民政府" />\n<meta name="ColumnName" content="{column}" />\n'
        f'{extra}<link href="/css/common.css" rel="stylesheet" type="text/css" />\n'
        '<style type="text/css">\n.wrap{width:1200px;margin:0 auto}.clearfix:after{content:"";display:block}\n'
        '.list li{line-height:36px;border-bottom:1px dashed #ddd}.list li span{float:right;color:#999}\n'
        '</style>\n<script type="text/javascript">\nvar siteId = 1; function search(){ var k = '
        'document.getElementById("key").value; if (k == "") { alert("请输入关键词"); return false; } '
        'window.open("/search/?q=" + encodeURIComponent(k)); }\n</script>\n</head>\n<body>\n'
        '<div class="top"><div class="wrap"><a href="/index.html"><img src="/images/logo.png" '
        'alt="河东区人民政府" /></a><input type="text" id="key" /><a href="javascript:search()">搜索</a>'
        '</div></div>\n' + MENU)


FOOT = (
    '<div class="links wrap"><dl><dt>友情链接</dt>\n' + "".join(
        f'<dd><a href="http://www.unit{index}.example.cn/" target="_blank">{unit}</a></dd>\n'
        for index, unit in enumerate(UNITS)) + '</dl></div>\n'
    '<div class="footer"><p>版权所有：河东区人民政府　主办：河东区人民政府办公室</p>'
    '<p>备案号：鲁ICP备00000000号　网站标识码：3700000000　<a href="/map.html">网站地图</a></p></div>\n'
    '<script type="text/javascript" src="/js/common.js"></script>\n</body>\n</html>\n')


def position(steps):
    links = " &gt; ".join(f'<a href="{href}">{name}</a>' for href, name in steps)
    return f'<div class="position wrap">当前位置：{links}</div>\n'


class Site:
    """Everything that is decided before the first page is written."""

    def __init__(self, pages, seed):
        self.random = random.Random(seed)
        self.columns = [[] for _ in COLUMNS]
        self.day = datetime.date(2026, 10, 30)
        articles = self.count_articles(pages)
        for number in range(articles):
            column = number % len(COLUMNS)
            subject = self.random.choice(SUBJECTS)
            title = self.random.choice(FORMS).format(subject) + f"（第{number + 1}号）"
            day = self.day - datetime.timedelta(days=number // 12)
            path = f"/zwgk/c{column:02d}/{day:%Y%m}/t{day:%Y%m%d}_{100000 + number}.html"
            self.columns[column].append((path, title, day, number))

    @staticmethod
    def lists(articles):
        full, rest = divmod(articles, len(COLUMNS))
        each = [full + (1 if index < rest else 0) for index in range(len(COLUMNS))]
        return sum(max(1, -(-count // PER_LIST)) for count in each)

    def count_articles(self, pages):
        articles = max(0, pages - 1 - len(COLUMNS))
        while articles > 0 and articles + self.lists(articles) + 1 > pages:
            articles -= 1
        return articles


MENU = menu()


def home(site):
    boxes = []
    for index, name in enumerate(COLUMNS):
        rows = "".join(
            f'<li><span>{day:%m-%d}</span><a href="{path}" title="{title}">{title}</a></li>\n'
            for path, title, day, _ in site.columns[index][:6])
        boxes.append(
            f'<div class="box"><h3>{name}<a class="more" href="/zwgk/c{index:02d}/">更多&gt;&gt;</a></h3>'
            f'<ul class="list">{rows}</ul></div>\n')
    return head("首页", "首页", "utf-8") + '<div class="wrap">' + "".join(boxes) + "</div>\n" + FOOT


def side(index):
    near = [(index + step) % len(COLUMNS) for step in range(10)]
    return '<div class="side"><ul>' + "".join(
        f'<li{" class=on" if step == index else ""}><a href="../c{step:02d}/">{COLUMNS[step]}</a></li>\n'
        for step in near) + "</ul></div>\n"


def list_name(page):
    return "index.html" if page == 0 else f"index_{page}.html"


def list_page(site, index, page, pages, encoding):
    name = COLUMNS[index]
    rows = "".join(
        f'<li><span class="date">{day:%Y-%m-%d}</span><a href="{path}" target="_blank" '
        f'title="{title}" style="color:#333;text-decoration:none">{title}</a></li>\n'
        for path, title, day, _ in site.columns[index][page * PER_LIST:(page + 1) * PER_LIST])
    numbers = "".join(
        f'<a href="{list_name(number)}">{number + 1}</a> '
        for number in range(max(0, page - 3), min(pages, page + 4)))
    following = f'<a href="{list_name(page + 1)}">下一页</a>' if page + 1 < pages else "<span>下一页</span>"
    pager = (
        f'<div class="page">共{pages}页 <a href="{list_name(0)}">首页</a> {numbers}{following} '
        f'<a href="{list_name(pages - 1)}">尾页</a></div>\n')
    return (
        head(name, name, encoding)
        + position([("/index.html", "首页"), ("/zwgk/c00/", "政务公开"), ("./", name)])
        + '<div class="wrap clearfix">' + side(index)
        + f'<div class="main"><h2>{name}</h2>\n<ul class="list">\n{rows}</ul>\n{pager}</div></div>\n'
        + FOOT)


def sentence(rng):
    return "，".join(rng.choices(CLAUSES, k=rng.randint(2, 5))) + "。"


def table(rng):
    rows = "".join(
        "<tr>" + "".join(
            f'<td style="border:1px solid #000;padding:2px 6px;text-align:center">{cell}</td>'
            for cell in (number + 1, rng.choice(UNITS), rng.choice(SUBJECTS),
                         f"{rng.randint(10, 9999)}.{rng.randint(0, 99):02d}")) + "</tr>\n"
        for number in range(rng.randint(6, 30)))
    return (
        '<table cellspacing="0" cellpadding="0" style="border-collapse:collapse;width:100%">'
        '<tr><th>序号</th><th>责任单位</th><th>事项</th><th>金额（万元）</th></tr>\n' + rows + "</table>\n")


def article(site, index, entry, encoding):
    path, title, day, number = entry
    rng = random.Random(number * 7919 + 17)
    name, unit = COLUMNS[index], rng.choice(UNITS)
    extra = (
        f'<meta name="ArticleTitle" content="{title}" />\n<meta name="PubDate" content="{day} 09:{number % 60:02d}" />\n'
        f'<meta name="ContentSource" content="{unit}" />\n') if number % 5 < 3 else ""
    stamp = [
        f'<span>发布日期：{day}</span><span>来源：{unit}</span>',
        f'时间：{day.year}年{day.month}月{day.day}日　　来源：{unit}　　浏览次数：<span id="hits"></span>',
        f'<span>信息来源：{unit}</span> <span>发布时间：{day:%Y/%m/%d} 10:{number % 60:02d}</span>',
        f'发布机构：{unit} | 成文日期：{day} | 文号：河政发〔{day.year}〕{number % 90 + 1}号',
    ][number % 4]
    size = rng.choice([2000, 5000, 8000, 11000, 15000, 20000, 30000, 44000])
    blocks, length = [], 0
    while length < size:
        if rng.random() < 0.06:
            block = table(rng)
        else:
            block = (
                '<p style="text-indent:2em;line-height:28px;font-family:宋体;font-size:16px">'
                + "".join(sentence(rng) for _ in range(rng.randint(1, 4))) + "</p>\n")
        blocks.append(block)
        length += len(block.encode())
    files = "".join(
        f'<p>附件{step + 1}：<a href="./P0{number}{step}.{kind}">{title}附表{step + 1}.{kind}</a></p>\n'
        for step, kind in enumerate(rng.sample(["pdf", "docx", "xls", "zip"], rng.randint(0, 2))))
    beside = site.columns[index]
    place = number // len(COLUMNS)
    near = "".join(
        f'<p>{word}：<a href="{beside[step][0]}">{beside[step][1]}</a></p>\n'
        for word, step in (("上一篇", place - 1), ("下一篇", place + 1)) if 0 <= step < len(beside))
    return (
        head(title, name, encoding, extra)
        + position([("/index.html", "首页"), ("/zwgk/c00/", "政务公开"), (f"/zwgk/c{index:02d}/", name)])
        + f'<div class="article wrap"><h1>{title}</h1>\n<div class="info">{stamp}</div>\n'
        + '<div class="TRS_Editor" id="zoom">\n' + "".join(blocks) + f"{files}</div>\n{near}</div>\n"
        + FOOT)


def pages_of(site):
    yield "/index.html", "utf-8", lambda encoding: home(site)
    for index in range(len(COLUMNS)):
        count = max(1, -(-len(site.columns[index]) // PER_LIST))
        for page in range(count):
            encoding = "gb2312" if index % 10 == 9 else "utf-8"
            yield (
                f"/zwgk/c{index:02d}/{list_name(page)}", encoding,
                lambda encoding, index=index, page=page, count=count: list_page(
                    site, index, page, count, encoding))
    for index in range(len(COLUMNS)):
        for entry in site.columns[index]:
            encoding = "gb2312" if index % 10 == 9 else "utf-8"
            yield entry[0], encoding, lambda encoding, index=index, entry=entry: article(
                site, index, entry, encoding)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=12000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-gzip", action="store_true")
    options = parser.parse_args()
    site = Site(options.pages, options.seed)
    paths, sizes = [], []
    for path, encoding, make in pages_of(site):
        body = make(encoding).encode("gb18030" if encoding == "gb2312" else "utf-8")
        place = options.folder / path.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body)
        if not options.no_gzip:
            place.with_name(place.name + ".gz").write_bytes(gzip.compress(body, 6, mtime=0))
        paths.append(path)
        sizes.append(len(body))
    (options.folder / "urls.txt").write_text("".join(f"{path}\n" for path in paths))
    sizes.sort()
    print(
        f"{len(sizes)} pages, {sum(sizes) / 1e6:.0f} MB, "
        f"{sizes[0]}–{sizes[len(sizes) // 2]}–{sizes[-1]} bytes (least, median, most)")


main()
