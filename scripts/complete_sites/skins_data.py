"""Markups whose lists are not in the page: gkmlpt's catalogue, jpaas units, UCAP searches. Rows come from an interface."""

import hashlib
import json

from .markup import esc
from .skins import TRS, Hanweb, Skin


def mark(*parts):
    """A name of 32 hexadecimal digits, always the same for the same parts."""
    return hashlib.md5("/".join(str(p) for p in parts).encode()).hexdigest()


class Gkmlpt(Skin):
    """One page for all columns: the tree is a script's data, the rows an interface's, the articles' text both."""

    key = "gkmlpt"
    size = 20

    @property
    def base(self):
        return f"{self.root}gkmlpt/"

    @property
    def sid(self):
        return "75" + str(int(mark(self.root)[:6], 16) % 10000).zfill(4)

    def home(self):
        return f"{self.base}index"

    def column(self, node, n=0):
        if any("static" in i.options for i in node.items):
            return f"{self.root}{node.slug}/index.html"
        return f"{self.base}index#{node.number}"

    def item(self, node, item, serial):
        return f"{self.base}content/{serial // 1000000}/{serial // 1000}/post_{serial}.html"

    def tree(self, nodes):
        def entry(node):
            own = {"id": node.number, "name": node.name, "post_count": len(node.items), "children": [entry(c) for c in node.children], "jump_url": ""}
            if any("static" in i.options for i in node.items):
                own["jump_url"] = self.column(node)
            return own

        return [entry(n) for n in nodes.values() if len(n.path) == 1]

    def start(self, site, nodes):
        self.nodes = nodes
        tree = json.dumps(self.tree(nodes), ensure_ascii=False)
        text = (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{esc(self.name)}政府信息公开目录</title><meta name="SiteName" content="{esc(self.site)}">\n'
                f"<script>window._CONFIG = {{ISLOCAL:0, SID:'{self.sid}', SERVICE_AREA_ID:'445', ORG:\"{esc(self.name)}\", TREE: {tree}}};</script></head>\n"
                f'<body><div id="app"></div><script src="{self.base}js/manifest.js"></script></body></html>')
        site.put(self.home(), text, self, site.troubles.get("", ""))
        if self.own:
            # A plain front page stands before the catalogue.
            links = f'<p><a href="{self.home()}">政府信息公开</a></p>'
            front = self.frame("/index.html", self.name, [], [], links + site.blocks(nodes, self, 5), [])
            site.put("/index.html", front, self, site.troubles.get("", ""))

    def frame(self, path, title, metas, crumbs, main, menu):
        lines = "".join(f'<meta name="{k}" content="{esc(v)}">\n' for k, v in [("SiteName", self.site), *metas])
        trail = " &gt; ".join(f'<a href="{p}">{esc(n)}</a>' if p else esc(n) for n, p in self.steps(crumbs))
        return (f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{esc(title)}</title>\n{lines}</head><body>\n<div class="head"><h2>{esc(self.name)}</h2><a href="{self.home()}">政府信息公开</a></div>\n'
                f'<div class="crumbs">当前位置：{trail}</div>{main}\n<div class="footer">主办：{esc(self.name)}　粤ICP备09000000号</div></body></html>\n')

    def write_list(self, site, node, crumbs, menu, trouble):
        rows = node.items
        pages = max(1, -(-len(rows) // self.size))
        for n in range(pages):
            part = rows[n * self.size:(n + 1) * self.size]
            articles = [{"id": i.serial, "title": i.row_title, "document_number": i.options.get("no", ""), "publisher": i.options.get("src", self.name),
                         "created_at": f"{i.row_day} 10:12:00", "display_publish_time": str(i.row_day), "url": i.path, "post_url": "", "is_abolished": 0, "attachment": []} for i in part]
            answer = {"classify": {"id": node.number, "name": node.name, "post_count": len(rows)}, "articles": articles}
            site.answer(f"{self.base}api/all/{node.number}", {"page": str(n + 1)}, answer, trouble)

    def listing(self, *_):
        return ""

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.full if item.owner else self.d.settings["full"])
        fs = "".join(f'<p>附件：<a href="{p}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<li>{label}：<a href="{o.path}">{esc(o.title)}</a></li>' for label, o in item.links)
        written = item.options.get("written", item.day)
        rows = [("索引号", f"114453{item.serial:08d}/{item.day:%Y}-{item.serial:05d}", "分类", node.name), ("发布机构", source, "成文日期", str(written)),
                ("文号", item.options.get("no", ""), "发布日期", str(item.day))]
        table = "".join("<tr>" + "".join(f'<td class="name">{k}：</td><td>{esc(v)}</td>' for k, v in ((a, b), (c, d))) + "</tr>" for a, b, c, d in rows)
        main = (f'<div class="classify"><table><tr><td class="name">名称：</td><td colspan="3">{esc(item.title)}</td></tr>{table}</table></div><div class="content"><h1 class="title">{esc(item.title)}</h1>'
                f'<div class="date-row">发布日期：{item.day}　浏览次数：<span>-</span></div><div class="article-content">{html}</div>{fs}<ul>{ties}</ul></div>')
        return self.frame(path, item.title, [("ArticleTitle", item.title), ("PubDate", f"{item.day} 10:12")], crumbs, main, menu)


class Jpaas(Hanweb):
    """Hanweb's newer system: a block names what its script asks for, the answer is markup in JSON."""

    key = "jpaas"
    size = 15

    def item(self, node, item, serial):
        return f"{self.root}art/{item.day.year}/{item.day.month}/art_{mark(self.root, serial)}.html"

    def rows(self, rows):
        lis = "".join(f'<li><a href="{i.path}" title="{esc(i.row_title)}" target="_blank">{esc(self.cut(i.row_title, 26))}</a><span>{i.row_day}</span></li>\n' for i in rows)
        return f"<ul>\n{lis}</ul>"

    def write_list(self, site, node, crumbs, menu, trouble):
        place = self.column(node)
        kids = "".join(f'<a class="zl" href="{self.column(c)}">{esc(c.name)}</a>' for c in node.children)
        key = mark(self.root, node.number)
        data = {"parseType": "bulidstatic", "webId": "149", "tplSetId": mark(self.root)[:16], "pageType": "column", "tagId": "当前栏目列表", "editType": "null", "pageId": key}
        block = ""
        if node.items or not kids:
            quoted = json.dumps(data, ensure_ascii=False).replace('"', "'")
            block = f'<div class="list" id="u1" url="/api-gateway/jpaas-publish-server/front/page/build/unit" querydata="{quoted}"></div>'
        main = f'<div class="lmmc">{esc(node.name)}</div><div class="zlm">{kids}</div>{block}'
        site.put(place, self.frame(place, f"{self.name} {node.name}", [("ColumnName", node.name), ("ColumnType", "信息公开")], crumbs, main, menu), self, trouble)
        pages = max(1, -(-len(node.items) // self.size))
        for n in range(pages if block else 0):
            part = node.items[n * self.size:(n + 1) * self.size]
            html = f"<div class='page-content'>{self.rows(part)}</div><div class='pagination' count='{len(node.items)}' rows='{self.size}' pageno='{n + 1}'></div>"
            answer = {"success": True, "code": "200", "data": {"html": html}}
            site.answer("/api-gateway/jpaas-publish-server/front/page/build/unit", {"pageId": key, "pageNo": str(n + 1)}, answer, trouble)


class Ucap(TRS):
    """UCAP: the page's script asks a search for the rows; titles are cut in one member and whole in another."""

    key = "ucap"
    size = 15

    def column(self, node, n=0):
        return f"{self.root}{node.slug}/list.shtml"

    def item(self, node, item, serial):
        return f"{self.root}c{node.number}/{item.day:%Y%m}/{mark(self.root, serial)}.shtml"

    def write_list(self, site, node, crumbs, menu, trouble):
        place, channel = self.column(node), mark("channel", self.root, node.number)
        kids = "".join(f'<li><a href="{self.column(c)}">{esc(c.name)}</a></li>' for c in node.children)
        kids = f'<ul class="zlm">{kids}</ul>' if kids else ""
        block = ""
        if node.items or not kids:
            block = (f'<ul class="list" id="list"></ul><script>var channelId = "{channel}"; function load(page){{ $.get("/common/search/" + channelId + "?page=" + page + '
                     f'"&_pageSize={self.size}&_isAgg=true&_isJson=true&_template=index", function(d){{ $("#list").html(tpl(d)); }}); }} load(1);</script>')
        main = f"<h2>{esc(node.name)}</h2>{kids}{block}"
        site.put(place, self.frame(place, f"{node.name}_{self.site}", [("ColumnName", node.name)], crumbs, main, menu), self, trouble)
        pages = max(1, -(-len(node.items) // self.size))
        for n in range(pages if block else 0):
            part = node.items[n * self.size:(n + 1) * self.size]
            results = [{"title": self.cut(i.row_title, 24), "subTitle": "", "fullTitle": i.row_title, "url": i.path, "publishedTimeStr": f"{i.row_day} 08:30:00",
                        "domainMetaList": [{"resultList": [{"key": "refno", "value": i.options.get("no", "")}]}]} for i in part]
            answer = {"data": {"total": len(node.items), "page": n + 1, "rows": self.size, "results": results}}
            site.answer(f"/common/search/{channel}", {"page": str(n + 1)}, answer, trouble)

    def article(self, node, item, path, html, files, crumbs, menu):
        source = item.options.get("src") or (item.owner.full if item.owner else self.d.settings["full"])
        number = f"<span>文号：{esc(item.options['no'])}</span>" if "no" in item.options else ""
        written = f"<span>成文日期：{item.options['written']}</span>" if "written" in item.options else ""
        fs = "".join(f'<p>附件：<a href="{p}">{esc(n)}</a></p>' for n, p in files)
        ties = "".join(f'<li>{label}：<a href="{o.path}">{esc(o.title)}</a></li>' for label, o in item.links)
        main = (f'<div class="xl"><UCAPTITLE><h1>{esc(item.title)}</h1></UCAPTITLE><div class="info"><span>发布时间：<PUBLISHTIME>{item.day} 08:30</PUBLISHTIME></span><span>来源：{esc(source)}</span>{number}{written}</div>'
                f'<div id="UCAP-CONTENT"><UCAPCONTENT>{html}</UCAPCONTENT></div>{fs}<ul class="xg">{ties}</ul></div>')
        return self.frame(path, f"{item.title}_{self.site}", [("ArticleTitle", item.title), ("PubDate", f"{item.day} 08:30"), ("ColumnName", node.name)], crumbs, main, menu)
