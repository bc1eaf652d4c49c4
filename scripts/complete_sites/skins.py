"""Three markups: TRS pages, Hanweb jpage data stores, and GBK tables with .asp addresses; the others stand in skins_data and skins_plain."""

import posixpath

from . import markup
from .markup import esc


def relative(target, page):
    path = posixpath.relpath(target, posixpath.dirname(page))
    return path if path.startswith("..") else "./" + path


class Skin:
    charset = "utf-8"
    per_page = 20

    def __init__(self, district, root, name, own=False):
        self.d, self.root, self.name, self.own = district, root, name, own
        self.site = district.settings["full"] + "门户网站"

    def write_list(self, site, node, crumbs, menu, trouble):
        """The list's pages, `per_page` rows on each."""
        rows = node.items
        pages = max(1, -(-len(rows) // self.per_page))
        for n in range(pages):
            place = self.column(node, n)
            part = rows[n * self.per_page:(n + 1) * self.per_page]
            site.put(place, self.listing(node, place, part, n, pages, crumbs, menu), self, trouble)

    def start(self, site, nodes):
        """What the owner's site has beside its columns; `nodes` is its tree."""

    def cut(self, title, room=28):
        return title if len(title) <= room else title[: room - 1] + "..."

    def steps(self, crumbs):
        return [("首页", "/index.html")] + crumbs

    def files(self, item, path):
        out = []
        for n, name in enumerate(item.files, 1):
            stem = f"{self.root}files/{item.serial}" if "?" in path else path.rsplit(".", 1)[0]
            out.append((name, f"{stem}_{n}.{name.rsplit('.', 1)[1]}"))
        return out


class TRS(Skin):
    key = "trs"

    def home(self):
        return f"{self.root}index.html"

    def column(self, node, n=0):
        return f"{self.root}{node.slug}/" + ("index.html" if n == 0 else f"index_{n}.html")

    def item(self, node, item, serial):
        d = item.day
        return f"{self.root}{node.slug}/{d:%Y%m}/t{d:%Y%m%d}_{serial}.html"

    def frame(self, path, title, metas, crumbs, main, menu):
        lines = "".join(f'<meta name="{k}" content="{esc(v)}" />\n' for k, v in [("SiteName", self.site), ("SiteDomain", "www.example.gov.cn"), *metas])
        trail = " &gt; ".join(f'<a href="{p}" class="CurrChnlCls">{esc(n)}</a>' if p else esc(n) for n, p in self.steps(crumbs))
        side = "".join(f'<li><a href="{relative(p, path)}" target="_self">{esc(n)}</a></li>' for n, p in menu)
        top = "" if self.own else '<a href="/zwgk/bm/index.html">部门信息公开</a><a href="/zwgk/zj/index.html">镇街信息公开</a>'
        return (f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
                f'<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />\n<title>{esc(title)}</title>\n{lines}</head><body>\n'
                f'<div class="top"><a href="/index.html">首页</a><a href="/zwgk/index.html">政务公开</a>{top}</div>\n'
                f'<div class="weizhi">您当前的位置：{trail}</div>\n<div class="wrap"><div class="left"><h3>{esc(self.name)}</h3><ul class="nav">{side}</ul></div>\n<div class="right">{main}</div></div>\n'
                f'<div class="footer">版权所有：{esc(self.d.settings["full"])}　网站标识码：3713120001　<a href="/sitemap.html">网站地图</a></div></body></html>\n')

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        lis = "".join(f'<li><span class="date">{i.row_day}</span><a href="{relative(i.path, path)}" title="{esc(i.row_title)}" target="_blank">{esc(self.cut(i.row_title))}</a></li>\n' for i in rows)
        kids = "".join(f'<dd><a href="{relative(self.column(c), path)}">{esc(c.name)}</a></dd>' for c in node.children)
        kids = f'<dl class="zlm">{kids}</dl>' if kids else ""
        pager = f'<div class="page"><script>createPageHTML({pages}, {n}, "index", "html");</script></div>' if pages > 1 else ""
        empty = "" if rows or kids else "<p>暂无信息</p>"
        main = f'<h2>{esc(node.name)}</h2>{kids}<ul class="list">{lis}</ul>{empty}{pager}'
        return self.frame(path, f"{node.name}_{self.site}", [("ColumnName", node.name), ("ColumnType", "列表")], crumbs, main, menu)

    def article(self, node, item, path, html, files, crumbs, menu):
        number = item.options.get("no")
        source = item.options.get("src") or (item.owner.full if item.owner else self.d.settings["full"])
        table = ""
        if number or "written" in item.options:
            table = (f'<table class="xxgk_table"><tr><td>索 引 号</td><td>0043{item.serial:05d}/{item.day:%Y}-{item.serial:05d}</td><td>发布机构</td><td>{esc(source)}</td></tr>'
                     f'<tr><td>发文字号</td><td>{esc(number or "")}</td><td>成文日期</td><td>{item.options.get("written", item.day)}</td></tr></table>')
        fs = "".join(f'<p>附件：<a href="{relative(p, path)}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<li>{label}：<a href="{relative(o.path, path)}">{esc(o.title)}</a></li>' for label, o in item.links)
        main = (f'<div class="xl"><h1 class="bt">{esc(item.title)}</h1><p class="xx">发布时间：{item.day} 09:12　来源：{esc(source)}　<span>浏览次数：12</span></p>{table}\n'
                f'<div class="TRS_Editor">{html}</div>{fs}<ul class="xg">{ties}</ul></div>')
        return self.frame(path, f"{item.title}_{self.site}", [("ArticleTitle", item.title), ("PubDate", f"{item.day} 09:12"), ("ColumnName", node.name), ("ContentSource", source)], crumbs, main, menu)


class Hanweb(Skin):
    key = "hanweb"
    per_page = 100000

    def home(self):
        return f"{self.root}index.html"

    def column(self, node, n=0):
        return f"{self.root}col/col{node.number}/index.html"

    def item(self, node, item, serial):
        d = item.day
        return f"{self.root}art/{d.year}/{d.month}/{d.day}/art_{node.number}_{serial}.html"

    def frame(self, path, title, metas, crumbs, main, menu):
        lines = "".join(f'<meta name="{k}" content="{esc(v)}">\n' for k, v in [("SiteName", self.name), *metas])
        trail = "&nbsp;&gt;&nbsp;".join(f'<a href="{p}" class="bt_link">{esc(n)}</a>' if p else esc(n) for n, p in self.steps(crumbs))
        side = "".join(f'<dd><a href="{p}">{esc(n)}</a></dd>' for n, p in menu)
        return (f'<!doctype html>\n<html><head><meta charset="UTF-8">\n<title>{esc(title)}</title>\n{lines}</head><body>\n'
                f'<div class="head"><ul><li><a href="/index.html">网站首页</a></li><li><a href="/zwgk/index.html">政务公开</a></li></ul></div>\n'
                f'<table class="dqwz"><tr><td>当前位置：{trail}</td></tr></table><dl class="menu"><dt>{esc(self.name)}</dt>{side}</dl>\n<div class="main">{main}</div>\n'
                f'<div class="foot">主办：{esc(self.d.settings["full"])}　鲁ICP备09000000号</div></body></html>\n')

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        recs = "".join(f'<record><![CDATA[<li><a href="{i.path}" title="{esc(i.row_title)}" target="_blank">{esc(self.cut(i.row_title, 24))}</a><span class="sj">[{i.row_day}]</span></li>]]></record>\n' for i in rows)
        kids = "".join(f'<a class="zl" href="{self.column(c)}">{esc(c.name)}</a>' for c in node.children)
        store = (f'<div id="{node.number}" class="pgC"></div><script type="text/xml"><datastore>\n<nextgroup></nextgroup>\n<recordset>\n{recs}</recordset>\n</datastore></script>'
                 f'<script>new jpage("{node.number}",{{totalRecord:{len(rows)},perPage:20,proxyUrl:"/module/web/jpage/dataproxy.jsp"}});</script>') if rows or not kids else ""
        main = f'<div class="lmmc">{esc(node.name)}</div><div class="zlm">{kids}</div>{store}'
        return self.frame(path, f"{self.name} {node.name}", [("ColumnName", node.name), ("ColumnType", "信息公开")], crumbs, main, menu)

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.name if item.owner else self.d.settings["full"])
        number = f'<p class="wh">文号：{esc(item.options["no"])}</p>' if "no" in item.options else ""
        written = f'<p>成文日期：{item.options["written"]}</p>' if "written" in item.options else ""
        fs = "".join(f'<p><img src="/images/doc.gif"><a href="{p}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<p>{label}：<a href="{o.path}">{esc(o.title)}</a></p>' for label, o in item.links)
        main = (f'<table width="90%" id="article"><tr><td class="title">{esc(item.title)}</td></tr><tr><td align="center">发布日期：{item.day} 来源：{esc(source)} 字体：[<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(14)">小</a>]</td></tr>\n'
                f'<tr><td>{number}{written}<div id="zoom"><!--ZJEG_RSS.content.begin-->{html}<!--ZJEG_RSS.content.end--></div>{fs}{ties}</td></tr></table>')
        return self.frame(path, item.title, [("ArticleTitle", item.title), ("PubDate", f"{item.day} 10:20"), ("ContentSource", source), ("ColumnName", node.name)], crumbs, main, menu)


class Table(Skin):
    key = "table"
    charset = "gbk"
    per_page = 15

    def home(self):
        return f"{self.root}default.asp"

    def column(self, node, n=0):
        return f"{self.root}list.asp?ClassID={node.number}" + (f"&page={n + 1}" if n else "")

    def item(self, node, item, serial):
        return f"{self.root}show.asp?id={serial}"

    def frame(self, path, title, metas, crumbs, main, menu):
        trail = " → ".join(f'<a href="{esc(p)}">{esc(n)}</a>' if p else esc(n) for n, p in self.steps(crumbs))
        side = "".join(f'<tr><td height="26" background="images/bg.gif"><a href="{esc(p)}">{esc(n)}</a></td></tr>' for n, p in menu)
        return (f'<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n<title>{esc(title)}</title>\n</head>\n<body topmargin="0">\n'
                f'<table width="980" align="center"><tr><td><img src="images/top.jpg"></td></tr><tr><td><a href="/index.html">首页</a> | <a href="/zwgk/index.html">政务公开</a> | <a href="{self.home()}">{esc(self.name)}</a></td></tr></table>\n'
                f'<table width="980" align="center"><tr><td width="200" valign="top"><table>{side}</table></td><td valign="top"><table width="100%"><tr><td>您现在的位置：{trail}</td></tr></table>\n{main}</td></tr></table>\n'
                f'<table width="980" align="center"><tr><td align="center">{esc(self.name)} 版权所有　鲁ICP备05000000号　您是第10231位访客</td></tr></table></body></html>\n')

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        trs = "".join(f'<tr><td width="20"><img src="images/d.gif"></td><td><a href="{esc(i.path)}" title="{esc(i.row_title)}" target="_blank">{esc(self.cut(i.row_title, 30))}</a></td><td width="90">({i.row_day.year}-{i.row_day.month}-{i.row_day.day})</td></tr>\n' for i in rows)
        kids = "".join(f'<td><a href="{esc(self.column(c))}">{esc(c.name)}</a></td>' for c in node.children)
        kids = f"<table><tr>{kids}</tr></table>" if kids else ""
        pager = ""
        if pages > 1:
            links = " ".join(f'<a href="{esc(self.column(node, k))}">{k + 1}</a>' if k != n else f"<b>{k + 1}</b>" for k in range(pages))
            nxt = f'<a href="{esc(self.column(node, n + 1))}">下一页</a>' if n + 1 < pages else "下一页"
            pager = f'<tr><td colspan="3">共{len(node.items)}条 第{n + 1}/{pages}页 {links} {nxt}</td></tr>'
        empty = "" if rows or kids else '<tr><td colspan="3">该栏目暂无内容！</td></tr>'
        main = f'<table width="100%"><tr><td><b>{esc(node.name)}</b></td></tr></table>{kids}<table width="100%">{trs}{empty}{pager}</table>'
        return self.frame(path, f"{node.name}-{self.name}", [], crumbs, main, menu)

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.name if item.owner else self.d.settings["full"])
        number = f'<tr><td>文号：{esc(item.options["no"])}</td></tr>' if "no" in item.options else ""
        fs = "".join(f'<p>附件下载：<a href="{esc(p)}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<p>{label}：<a href="{esc(o.path)}">{esc(o.title)}</a></p>' for label, o in item.links)
        main = (f'<table width="100%"><tr><td align="center"><font size="5"><b>{esc(item.title)}</b></font></td></tr><tr><td align="center">作者：{esc(source)}　更新时间：{item.day.year}-{item.day.month}-{item.day.day}　点击数：35</td></tr>{number}\n'
                f'<tr><td class="content">{html}{fs}{ties}</td></tr></table>')
        return self.frame(path, f"{item.title}-{self.name}", [], crumbs, main, menu)

