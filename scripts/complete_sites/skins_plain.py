"""More markups of pages without an interface: VSB pages that count down, one page with a tab for each column, openness tables."""

from . import markup
from .markup import esc
from .skins import Skin


class Vsb(Skin):
    """博达 VSB: rows with an `id` by line, pages that count down, titles cut in the list."""

    key = "vsb"
    per_page = 16

    def home(self):
        return f"{self.root}index.htm"

    def column(self, node, n=0):
        stem = f"{self.root}{node.slug}"
        if n == 0:
            return f"{stem}.htm"
        pages = -(-len(node.items) // self.per_page)
        return f"{stem}/{pages - n}.htm"

    def item(self, node, item, serial):
        return f"{self.root}info/{node.number}/{serial}.htm"

    def frame(self, path, title, metas, crumbs, main, menu):
        lines = "".join(f'<META Name="{k}" Content="{esc(v)}" />\n' for k, v in metas)
        trail = " &gt;&gt; ".join(f'<a href="{p}">{esc(n)}</a>' if p else esc(n) for n, p in self.steps(crumbs))
        side = "".join(f'<li><a href="{p}" title="{esc(n)}">{esc(n)}</a></li>' for n, p in menu)
        return (f'<!DOCTYPE html><HTML><HEAD><META content="text/html; charset=UTF-8" http-equiv="Content-Type"><TITLE>{esc(title)}</TITLE>\n{lines}</HEAD><BODY>\n'
                f'<div class="nav"><ul><li><a href="/index.html">网站首页</a></li><li><a href="/zwgk/index.html">政务公开</a></li></ul></div>\n'
                f'<div class="ny"><div class="sidebar"><h3>{esc(self.name)}</h3><ul>{side}</ul></div><div class="winstyle"><span>当前位置：</span>{trail}</div>\n<div class="main_list">{main}</div></div>\n'
                f'<div class="foot">版权所有：{esc(self.name)}</div></BODY></HTML>\n')

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        lis = "".join(f'<li id="line_u8_{k}"><a href="{i.path}" target="_blank" title="{esc(i.row_title)}">{esc(self.cut(i.row_title, 20))}</a><span>{i.row_day:%Y/%m/%d}</span></li>\n' for k, i in enumerate(rows))
        kids = "".join(f'<a href="{self.column(c)}">{esc(c.name)}</a> ' for c in node.children)
        pager = ""
        if pages > 1:
            before = f'<a href="{self.column(node, n - 1)}">上页</a>' if n else "上页"
            after = f'<a href="{self.column(node, n + 1)}">下页</a> <a href="{self.column(node, pages - 1)}">尾页</a>' if n + 1 < pages else "下页 尾页"
            pager = f'<div class="pb_sys_common"><span class="p_t">共{len(node.items)}条</span> <span class="p_t">{n + 1}/{pages}</span> <a href="{self.column(node)}">首页</a> {before} {after}</div>'
        main = f"<h2>{esc(node.name)}</h2><div class='zlm'>{kids}</div><ul>{lis}</ul>{pager}"
        return self.frame(path, f"{node.name}-{self.name}", [("keywords", f"{self.name},{node.name}")], crumbs, main, menu)

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.name if item.owner else self.d.settings["full"])
        number = f"<p>发文字号：{esc(item.options['no'])}</p>" if "no" in item.options else ""
        written = f"<p>成文日期：{item.options['written']}</p>" if "written" in item.options else ""
        fs = "".join(f'<li>附件【<a href="{p}" target="_blank">{esc(n)}</a>】已下载<span>12</span>次</li>' for n, p in files)
        ties = "".join(f'<p>{label}：<a href="{o.path}">{esc(o.title)}</a></p>' for label, o in item.links)
        main = (f'<form name="_newscontent_fromname"><div class="content-title"><h3>{esc(item.title)}</h3><i>发布日期：{item.day}　来源：{esc(source)}　点击数：</i></div>{number}{written}\n'
                f'<div id="vsb_content" class="content-con"><div class="v_news_content">{html}</div></div><ul>{fs}</ul>{ties}</form>')
        return self.frame(path, f"{item.title}-{self.name}", [("pageTitle", item.title)], crumbs, main, menu)


class Tabs(Vsb):
    """A column's page holds a tab for each column below it; its rows show no day, their addresses do."""

    key = "tabs"
    shown = 10

    def item(self, node, item, serial):
        return f"{self.root}{node.slug}/{item.day:%Y%m}/t{item.day:%Y%m%d}_{serial}.htm"

    def row(self, item):
        return f'<li><a href="{item.path}" target="_blank" title="{esc(item.row_title)}">·{esc(self.cut(item.row_title, 18).replace("...", "…"))}</a></li>\n'

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        if not node.children:
            lis = "".join(self.row(i) for i in rows)
            pager = ""
            if pages > 1:
                links = " ".join(f'<a href="{self.column(node, k)}">{k + 1}</a>' if k != n else f"<span>{k + 1}</span>" for k in range(pages))
                after = f'<a href="{self.column(node, n + 1)}">下一页</a>' if n + 1 < pages else ""
                pager = f'<div class="page">{links} {after}</div>'
            return self.frame(path, f"{node.name}-{self.name}", [], crumbs, f"<h2>{esc(node.name)}</h2><ul class='list'>{lis}</ul>{pager}", menu)
        heads, panes = "", ""
        for k, child in enumerate([node] * bool(node.items) + node.children):
            items = child.items
            if any("static" in i.options for i in items) or child.children and child is not node:
                heads += f'<li><a href="{self.column(child)}">{esc(child.name)}</a></li>'
                continue
            heads += f'<li id="one{k + 1}" onclick="setTab(\'one\',{k + 1},9)"{" class=hover" if k == 0 else ""}>{esc(child.name)}</li>'
            more = f'<a class="more" href="{self.column(child)}">更多&gt;&gt;</a>'
            lis = "".join(self.row(i) for i in (items if child is node else items[: self.shown]))
            panes += f'<div id="con_one_{k + 1}" style="{"" if k == 0 else "display:none"}"><h3>{esc(child.name)}{more if child is not node else ""}</h3><ul>{lis}</ul></div>'
        return self.frame(path, f"{node.name}-{self.name}", [], crumbs, f'<div class="Menubox"><ul>{heads}</ul></div><div class="Contentbox">{panes}</div>', menu)


class Openness(Skin):
    """A catalogue as a table: 索引号, 信息名称, 发文日期; articles under a table of labels; paged by a query."""

    key = "openness"
    per_page = 20

    def home(self):
        return f"{self.root}OpennessContent/index.html"

    def column(self, node, n=0):
        return f"{self.root}OpennessContent/showList/{node.number // 1000 + 7}/{node.number}/page_{n + 1}.html"

    def item(self, node, item, serial):
        return f"{self.root}OpennessContent/show/{serial}.html"

    def frame(self, path, title, metas, crumbs, main, menu):
        trail = "<em>&gt;</em>".join(f'<a href="{p}">{esc(n)}</a>' if p else f"<span>{esc(n)}</span>" for n, p in self.steps(crumbs))
        side = "".join(f'<li><a href="{p}">{esc(n)}</a></li>' for n, p in menu)
        lines = "".join(f'<meta name="{k}" content="{esc(v)}" />' for k, v in metas)
        return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{esc(title)}</title>{lines}</head><body><div class="logo">{esc(self.name)}信息公开</div>\n'
                f'<div class="location">您现在的位置：{trail}</div><div class="tree"><ul>{side}</ul></div><div class="con">{main}</div>\n<div class="bottom">主办单位：{esc(self.name)}　皖ICP备09000000号</div></body></html>\n')

    def listing(self, node, path, rows, n, pages, crumbs, menu):
        trs = "".join(f'<tr><td>{n * self.per_page + k + 1}</td><td><a href="{i.path}" title="{esc(i.row_title)}">{esc(self.cut(i.row_title, 30))}</a></td><td>{esc(i.options.get("no", ""))}</td><td>{i.row_day}</td></tr>\n' for k, i in enumerate(rows))
        kids = "".join(f'<a href="{self.column(c)}">{esc(c.name)}</a>　' for c in node.children)
        pager = ""
        if pages > 1:
            after = f'<a href="{self.column(node, n + 1)}">下一页</a>' if n + 1 < pages else "<span>下一页</span>"
            pager = f'<div class="pages">总记录数:{len(node.items)} 每页显示{self.per_page}条 当前页:{n + 1}/{pages} {after}</div>'
        table = f"<table class='gk'><tr><th>序号</th><th>信息名称</th><th>发布文号</th><th>发文日期</th></tr>{trs}</table>{pager}" if rows or not kids else ""
        return self.frame(path, f"{node.name}-{self.name}", [("ColumnName", node.name)], crumbs, f"<h2>{esc(node.name)}</h2><div>{kids}</div>{table}", menu)

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.full if item.owner else self.d.settings["full"])
        rows = [("索 引 号", f"00317{item.serial:04d}/{item.day:%Y%m}-{item.serial:05d}", "组配分类", node.name), ("发布机构", source, "发文日期", str(item.options.get("written", item.day))),
                ("发布文号", item.options.get("no", ""), "发布日期", str(item.day)), ("信息名称", item.title, "内容概述", "")]
        table = "".join("<tr>" + "".join(f"<th>{k}：</th><td>{esc(v)}</td>" for k, v in ((a, b), (c, d))) + "</tr>" for a, b, c, d in rows)
        fs = "".join(f'<p><a href="{p}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<p>{label}：<a href="{o.path}">{esc(o.title)}</a></p>' for label, o in item.links)
        main = f'<table class="xxgk">{table}</table><h1>{esc(item.title)}</h1><div class="time">发布时间：{item.day} 16:20　来源：{esc(source)}</div><div class="j-fontContent">{html}</div>{fs}{ties}'
        return self.frame(path, f"{item.title}_{self.name}", [("ArticleTitle", item.title), ("PubDate", f"{item.day} 16:20"), ("ContentSource", source)], crumbs, main, menu)
