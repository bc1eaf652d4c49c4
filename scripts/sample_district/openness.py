"""The openness family: show/ID.html with a table of 索引号, 组配分类, 发布机构; page_N.html lists."""

from .markup import SITE, Skin, esc, menu


class Openness(Skin):
    def column_path(self, unit, column, page=0, pages=1):
        return f"{unit.root}showList/{unit.base}/{column.number}/page_{page + 1}.html"

    def item_path(self, unit, column, item):
        return f"{unit.root}show/{item.serial}.html"

    def frame(self, unit, title, steps, main):
        trail = "".join(f'<li><a href="{p}">{n}</a></li>' if p else f'<li class="active">{n}</li>' for n, p in steps)
        side = "".join(f'<li><a href="{self.column_path(unit, c)}"><i></i>{c.name}</a></li>' for c in unit.columns)
        return (f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{esc(title)}</title>'
                f'<link rel="stylesheet" href="/css/style.css"></head><body>\n'
                f'<header><nav>{menu()}</nav></header>\n<ol class="breadcrumb">{trail}</ol>\n'
                f'<div class="container"><aside><h3>{unit.name}信息公开目录</h3><ul>{side}</ul></aside>\n<section class="xxgk">{main}</section></div>\n'
                f'<footer>{SITE}　主办　电话：0999-5550100　清ICP备09990001号</footer></body></html>\n')

    def row(self, item):
        return (f'<div class="xxgk-row"><div class="mc"><a href="{item.path}">{esc(item.title)}</a></div>'
                f'<div class="rq">{item.shown}</div></div>\n')

    def home(self, unit):
        blocks = ""
        for column in unit.columns:
            if column.page is None:
                rows = "".join(self.row(i) for i in column.rows()[:5])
                blocks += f'<div class="panel"><h4>{column.name} <a href="{self.column_path(unit, column)}">更多</a></h4>{rows}</div>\n'
        return self.frame(unit, f"{unit.full}信息公开 - {SITE}", self.crumbs(unit), blocks)

    def listing(self, unit, column, n, lists, part):
        rows = "".join(self.row(i) for i in part) or '<div class="none">暂无数据</div>'
        pager = ""
        if len(lists) > 1:
            links = "".join(
                f'<a class="{"cur" if k == n else "num"}" href="{self.column_path(unit, column, k)}">{k + 1}</a>'
                for k in range(len(lists)))
            pager = f'<div class="fanye">{links} 共 {len(lists)} 页</div>'
        main = f'<h2>{column.name}</h2><div class="xxgk-list"><div class="xxgk-head"><div>信息名称</div><div>发布日期</div></div>\n{rows}</div>{pager}'
        return self.frame(unit, f"{column.name} - {unit.full}", self.crumbs(unit, column), main)

    def article(self, unit, column, item, rows, static):
        number = item.number or "无"
        index = f"HB{item.serial}/{item.day:%Y}-{item.serial % 1000:05d}"
        table = (f'<table class="xxgk-table"><tr><th>索 引 号</th><td>{index}</td><th>组配分类</th><td>{column.name}</td></tr>'
                 f'<tr><th>发布机构</th><td>{unit.full}</td><th>发布日期</th><td>{item.day}</td></tr>'
                 f'<tr><th>成文日期</th><td>{item.written or item.day}</td><th>发布文号</th><td>{number}</td></tr>'
                 f'<tr><th>信息名称</th><td colspan="3">{esc(item.title)}</td></tr></table>\n')
        files = "".join(f"<p>{a}</p>" for a in self.files(item))
        ties = "".join(f'<li>{label}：<a href="{o.path}">{esc(o.title)}</a></li>' for label, o in item.related)
        ties = f'<div class="related"><ul>{ties}</ul></div>' if ties else ""
        main = f'{table}<h1>{esc(item.title)}</h1><div class="article-content">{self.body(item)}</div>{files}{ties}'
        steps = self.crumbs(unit, column, None if static else "正文")
        return self.frame(unit, f"{item.title} - {SITE}", steps, main)
