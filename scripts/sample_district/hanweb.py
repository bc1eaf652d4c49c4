"""Hanweb jpage: rows as CDATA in a datastore of the column page, col and art addresses."""

from .markup import SITE, Skin, cut, esc, menu


class Hanweb(Skin):
    per_page = 1000  # the page holds every row; its script shows them by fifteen

    def column_path(self, unit, column, page=0, pages=1):
        return f"{unit.root}col/col{column.number}/index.html"

    def item_path(self, unit, column, item):
        d = item.day
        return f"{unit.root}art/{d.year}/{d.month}/{d.day}/art_{column.number}_{item.serial}.html"

    def frame(self, unit, title, metas, steps, main):
        lines = "".join(f'<meta name="{k}" content="{esc(v)}">\n' for k, v in metas)
        trail = "&nbsp;-&gt;&nbsp;".join(f'<a href="{p}" class="bt_link">{n}</a>' if p else n for n, p in steps)
        side = "".join(f'<dd><a href="{self.column_path(unit, c)}">{c.name}</a></dd>' for c in unit.columns)
        return (f'<!doctype html>\n<html><head><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta charset="utf-8">\n'
                f'<title>{esc(title)}</title>\n<meta name="SiteName" content="{unit.full}">\n{lines}'
                f'<link rel="stylesheet" href="/css/style.css"></head><body>\n'
                f'<div id="ie-tip" style="display:none">您使用的浏览器版本过低，为保证浏览效果，请使用新版浏览器。</div>\n'
                f'<div class="header">{menu()}</div>\n<table id="position"><tr><td>您当前所在位置：{trail}</td></tr></table>\n'
                f'<dl class="leftmenu"><dt>{unit.name}</dt>{side}</dl>\n<div class="content">{main}</div>\n'
                f'<div class="friend">友情链接：<a href="http://www.qingzhou-city.example/">清州市人民政府</a>'
                f' <a href="http://edu.qingzhou-city.example/">清州市教育局</a></div>\n'
                f'<div class="bottom">主办单位：清州市青岚区人民政府办公室　'
                f'办公时间：周一至周五 9:00-12:00 13:30-17:30　电话：0999-5550100<br>清ICP备09990001号</div></body></html>\n')

    def row(self, item):
        title = cut(item.title, 26)
        return (f'<li><a href="{item.path}" title="{esc(item.title)}" target="_blank">{esc(title)}</a>'
                f'<span class="bt-right">{item.shown}</span></li>')

    def home(self, unit):
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i) for i in column.rows()[:5])
                blocks += (f'<div class="lm"><h2><a href="{self.column_path(unit, column)}">{column.name}</a>'
                           f'<a href="{self.column_path(unit, column)}" class="gd">更多+</a></h2><ul>{rows}</ul></div>\n')
        return self.frame(unit, unit.full, [], self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        records = "".join(f"<record><![CDATA[\n{self.row(i)}]]></record>\n" for i in part)
        main = (f'<h2 class="lmmc">{column.name}</h2><div id="{column.number}" class="default_pgContainer"></div>\n'
                f'<script type="text/xml"><datastore>\n<nextgroup></nextgroup>\n<recordset>\n{records}</recordset>\n</datastore></script>\n'
                f'<script>new jpage("{column.number}", {{totalRecord:{len(part)}, perPage:15, proxyUrl:"/module/web/jpage/dataproxy.jsp"}});</script>')
        metas = [("ColumnName", column.name), ("ColumnType", "部门信息公开")]
        return self.frame(unit, f"{unit.full} {column.name}", metas, self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        source = item.source or unit.name
        metas = [("ArticleTitle", item.title), ("ColumnName", column.name),
                 ("PubDate", f"{item.day} 10:05"), ("ContentSource", source)]
        number = f"<p>文号：{item.number}</p><p>成文日期：{item.written or item.day}</p>" if item.number else ""
        files = "".join(f"<p>{a}</p>" for a in self.files(item))
        ties = "".join(f'<p>{label}：<a href="{o.path}">{esc(o.title)}</a></p>' for label, o in item.related)
        main = (f'<div class="title">{esc(item.title)}</div>\n<table class="xx"><tr><td>发布日期：{item.day}</td>'
                f'<td>信息来源：{source}</td><td>字号：[大] [中] [小]</td></tr></table>{number}\n'
                f'<div id="zoom"><!--ZJEG_RSS.content.begin-->{self.body(item)}<!--ZJEG_RSS.content.end--></div>{files}{ties}')
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, item.title, metas, steps, main)
