"""A district as the pages of servers, and those servers."""

import asyncio
import http
import json
import threading
import urllib.parse

from . import markup
from .skins import TRS, Hanweb, Table
from .skins_data import Gkmlpt, Jpaas, Ucap
from .skins_plain import Openness, Tabs, Vsb

SKINS = {s.key: s for s in (TRS, Hanweb, Table, Gkmlpt, Jpaas, Ucap, Vsb, Tabs, Openness)}


class Node:
    """A column of one owner."""

    def __init__(self, name, slug, number):
        self.name, self.slug, self.number = name, slug, number
        self.children, self.items, self.path = [], [], ()


class Pages:
    """All answers of a district's servers: for each host path → (status, type, bytes) or a word for a trouble."""

    def __init__(self, district, farm):
        """`farm` gives the address of another host each time that it is asked."""
        self.d, self.serial, self.number = district, 1000, 100
        d = district
        self.robots = []  # (pages, path) that /robots.txt keeps out
        self.portal = farm()
        skin = SKINS[d.layout.portal](d, "/zwgk/", d.settings["full"])
        skin.host = self.portal
        self.owners = [(None, d.portal_items, d.portal_troubles, skin)]
        for u in d.units:
            folder = "zj" if u.kind == "town" else "bm"
            root = "/" if u.own else f"/{u.id}/" if u.skin not in ("trs", "vsb") else f"/zwgk/{folder}/{u.id}/"
            # Not every site says whose it is.
            name = "本单位网站" if u.own and d.layout.words else u.name
            skin = SKINS[u.skin](d, root, u.full if u.skin in ("hanweb", "jpaas", "gkmlpt") else name, u.own)
            skin.host = farm() if u.own else self.portal
            self.owners.append((u, u.items, u.troubles, skin))
        self.roots = {(u.id if u else ""): s.root for u, _, _, s in self.owners}
        self.addresses = {(u.id if u else ""): s.host.address for u, _, _, s in self.owners}
        trees = [self.tree(items, skin) for _, items, _, skin in self.owners]
        for (unit, items, troubles, skin), nodes in zip(self.owners, trees):
            self.at, self.troubles = skin.host.pages, troubles
            self.render(unit, items, troubles, skin, nodes)
        self.at, self.troubles = self.portal.pages, district.portal_troubles
        self.front(trees)
        for pages, path in self.robots:
            rules = pages.get("/robots.txt", (200, "text/plain", b"User-agent: *\n"))[2]
            pages["/robots.txt"] = (200, "text/plain", rules + f"Disallow: {path}\n".encode())

    @property
    def count(self):
        return sum(len(h.pages) for h in {s.host for _, _, _, s in self.owners})

    def tree(self, items, skin):
        nodes = {}
        for item in items:
            for depth in range(1, len(item.column) + 1):
                path = item.column[:depth]
                if path not in nodes:
                    self.number += 1
                    slug = (nodes[path[:-1]].slug + "/" if depth > 1 else "") + f"c{self.number}"
                    nodes[path] = Node(path[-1], slug, self.number)
                    nodes[path].path = path
                    if depth > 1:
                        nodes[path[:-1]].children.append(nodes[path])
            if item.title:
                nodes[item.column].items.append(item)
        for node in nodes.values():
            node.items.sort(key=lambda i: i.row_day, reverse=True)
            for item in node.items:
                self.serial += 1
                item.serial = self.serial
                item.files = [v for k, v in sorted(item.options.items()) if k.startswith("file")]
                item.path = skin.column(node) if "static" in item.options else skin.item(node, item, self.serial)
        return nodes

    def put(self, path, text, skin, trouble=""):
        kind = "text/html" + ("; charset=utf-8" if skin.charset == "utf-8" else "")
        if trouble == "robots":
            self.robots.append((self.at, path))
            trouble = ""
        self.at[path] = trouble or (200, kind, text.encode(skin.charset, "xmlcharrefreplace"))

    def answer(self, path, keys, value, trouble=""):
        """An interface's JSON for a request whose query has these keys, whatever else stands there."""
        data = json.dumps(value, ensure_ascii=False).encode()
        if trouble == "robots":
            self.robots.append((self.at, path))
            trouble = ""
        self.at[(path, tuple(sorted(keys.items())))] = trouble or (200, "application/json; charset=utf-8", data)
        self.at[(path,)] = self.at.get((path,), set()) | {tuple(sorted(keys))}

    def render(self, unit, items, troubles, skin, nodes):
        tops = [(n.name, skin.column(n)) for n in nodes.values() if len(n.path) == 1]
        base = [] if skin.own else [("政务公开", "/zwgk/index.html")]
        if unit:
            if not skin.own:
                base += [("镇街信息公开", "/zwgk/zj/index.html") if unit.kind == "town" else ("部门信息公开", "/zwgk/bm/index.html"), (unit.name, skin.home())]
            self.put(skin.home(), skin.frame(skin.home(), skin.name if skin.own else unit.full, [], base[:-1] + [(skin.name, None)], self.blocks(nodes, skin, 5), tops), skin, troubles.get("", ""))
            if skin.own:
                links = "".join(f'<p><a href="{markup.esc(p)}">{markup.esc(n)}</a></p>' for n, p in tops)
                place = "/zwgk/index.html"
                self.put(place, skin.frame(place, f"政务公开_{skin.name}", [], [("政务公开", None)], links, tops), skin)
        skin.start(self, nodes)
        if unit and skin.own:
            self.at.setdefault("/index.html", self.at[skin.home()])
            self.at["/"] = self.at["/index.html"]
        for path, node in nodes.items():
            crumbs = base + [(n, skin.column(nodes[path[: k + 1]])) for k, n in enumerate(path)]
            trouble = troubles.get(path, "")
            statics = [i for i in node.items if "static" in i.options]
            if statics:
                place = skin.column(node)
                html = "\n".join(markup.body(i.body, skin.key) for i in statics)
                self.put(place, skin.article(node, statics[0], place, html, [], crumbs, tops), skin, trouble or statics[0].trouble)
                continue
            skin.write_list(self, node, crumbs, tops, trouble)
            for item in node.items:
                self.write(item, node, skin, crumbs, tops)

    def blocks(self, nodes, skin, most):
        """A home page's block for each column, with its newest rows."""
        out = ""
        for node in nodes.values():
            if len(node.path) == 1:
                rows = "".join(f'<li><a href="{markup.esc(i.path)}">{markup.esc(i.row_title)}</a><span>{i.row_day:%m-%d}</span></li>' for i in node.items[:most])
                out += f'<div class="k"><h3><a href="{markup.esc(skin.column(node))}">{markup.esc(node.name)}</a></h3><ul>{rows}</ul></div>'
        return out

    def write(self, item, node, skin, crumbs, tops):
        if item.dead:
            return
        item.links = [(label, other) for label, other in item.links if other.path]
        files = skin.files(item, item.path)
        html = markup.body(item.body, skin.key)
        if files:
            inner, _, outer = item.body.partition("@@")
            html = markup.body(outer or inner, skin.key)
            for name, place in files:
                data = markup.docx(inner) if name.endswith(".docx") else inner.encode()
                self.at[place] = (200, "application/octet-stream", data)
        self.put(item.path, skin.article(node, item, item.path, html, files, crumbs + [("正文", None)], tops), skin, item.trouble)

    def front(self, trees):
        skin = self.owners[0][3]
        portal = trees[0]
        tops = [(n.name, skin.column(n)) for n in portal.values() if len(n.path) == 1]
        lists = {}
        for folder, name, kinds in [("bm", "部门信息公开", ("department", "party", "institution", "enterprise")), ("zj", "镇街信息公开", ("town",))]:
            links = "".join(f'<li><a href="{s.host.address + "/" if s.own else s.home()}">{markup.esc(u.name)}</a></li>' for u, _, _, s in self.owners[1:] if u.kind in kinds)
            place = f"/zwgk/{folder}/index.html"
            lists[folder] = (name, place)
            self.put(place, skin.frame(place, f"{name}_{skin.site}", [], [("政务公开", "/zwgk/index.html"), (name, place)], f"<h2>{name}</h2><ul class='dw'>{links}</ul>", tops), skin)
        menu = tops + list(lists.values())
        self.put("/zwgk/index.html", skin.frame("/zwgk/index.html", f"政务公开_{skin.site}", [], [("政务公开", None)],
                 "".join(f'<p><a href="{markup.esc(p)}">{markup.esc(n)}</a></p>' for n, p in menu), menu), skin)
        self.put("/index.html", skin.frame("/index.html", skin.site, [], [], self.blocks(portal, skin, 4), menu), skin, self.d.troubles.get("/", ""))
        self.at["/"] = self.at["/index.html"]


CHALLENGE = ('<html><head><title>访问验证</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></head>'
             '<body><h1>正在进行安全验证</h1><p>请完成以下操作，验证您是真人。</p><noscript>请启用JavaScript</noscript></body></html>').encode()


LOGIN = ('<html><head><meta charset="utf-8"><title>统一身份认证</title></head><body><form action="/sso/login" method="post"><h3>用户登录</h3>'
         '<p>用户名：<input type="text" name="username"></p><p>密码：<input type="password" name="password"></p><p>验证码：<input name="code"></p>'
         '<button type="submit">登录</button></form></body></html>').encode()
SCRIPT = ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>列表</title><script src="/js/vue.min.js"></script></head><body><div id="app"></div>'
          '<script>new Vue({el:"#app",created(){axios.post("/prod-api/cms/article/list",{cid:window.__CID__}).then(r=>{this.rows=r.data.rows})}})</script></body></html>').encode()


NOT_FOUND = (404, "text/html", b"<html><title>404</title><body>404 Not Found</body></html>")
# What a server in trouble answers in place of a page; `hang` and `truncated` are no whole answers.
TROUBLES = {
    "login": (200, "text/html; charset=utf-8", LOGIN),
    "script": (200, "text/html; charset=utf-8", SCRIPT),
    "blocked": (403, "text/html", b"<html><title>403</title><body>Forbidden</body></html>"),
    "challenge": (200, "text/html; charset=utf-8", CHALLENGE),
    "error": (503, "text/html", b"<html><body>Service Unavailable</body></html>"),
}


class Connection(asyncio.Protocol):
    """One client's connection to a host: answers one request after another, each in one write."""

    def __init__(self, pages):
        self.pages, self.pending, self.transport = pages, b"", None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.pending += data
        while not self.transport.is_closing():
            head, end, rest = self.pending.partition(b"\r\n\r\n")
            if not end:
                return
            self.pending = rest
            self.respond(head.split(b" ", 2)[1].decode("latin-1") if head.count(b" ") > 1 else "")

    def asked(self, target):
        """An interface's answer, found by those keys of the query that it goes by."""
        parts = urllib.parse.urlsplit(target)
        forms = self.pages.get((parts.path,))
        if not forms:
            return None
        query = dict(urllib.parse.parse_qsl(parts.query))
        try:
            query.update({k: str(v) for k, v in json.loads(query.get("paramJson", "{}")).items()})
        except ValueError:
            pass
        for names in forms:
            found = self.pages.get((parts.path, tuple((n, query.get(n, "")) for n in names)))
            if found:
                return found
        return None

    def respond(self, target):
        answer = self.pages.get(target) or self.asked(target) or NOT_FOUND
        if answer == "hang":
            # Nothing comes, for longer than the crawl waits.
            asyncio.get_running_loop().call_later(8, self.transport.close)
            return
        if answer == "truncated":
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html><head><title>x</title></head><body><div>")
            self.transport.close()
            return
        status, kind, body = TROUBLES.get(answer, answer) if isinstance(answer, str) else answer
        head = f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.transport.write(head.encode() + body)


class Host:
    """What one address answers: paths and interface keys → answers."""

    def __init__(self):
        self.pages, self.address = {}, ""


class Farm:
    """Servers on free loopback ports, one for each host of a district, all in one thread.

    A client that goes away in the middle is no event here: the loop closes the connection and says nothing.
    """

    def __init__(self):
        self.hosts, self.servers = [], []
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def __call__(self):
        host = Host()
        server = asyncio.run_coroutine_threadsafe(self.open(host.pages), self.loop).result()
        host.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        self.hosts.append(host)
        self.servers.append(server)
        return host

    async def open(self, pages):
        return await asyncio.get_running_loop().create_server(lambda: Connection(pages), "127.0.0.1", 0, backlog=128)

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        for server in self.servers:
            server.close()
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.close()
