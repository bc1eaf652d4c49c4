"""A district as the pages of a server, and that server."""

import http.server
import socketserver
import threading
import time

from . import markup
from .skins import SKINS


class Node:
    """A column of one owner."""

    def __init__(self, name, slug, number):
        self.name, self.slug, self.number = name, slug, number
        self.children, self.items, self.path = [], [], ()


class Pages:
    """All answers of a district's server: path → (status, type, bytes) or a word for a trouble."""

    def __init__(self, district):
        self.d, self.pages, self.serial, self.number = district, {}, 1000, 100
        d = district
        self.owners = [(None, d.portal_items, d.portal_troubles, SKINS[d.settings.get("skin", "trs")](d, "/zwgk/", d.settings["full"]))]
        for u in d.units:
            folder = "zj" if u.kind == "town" else "bm"
            root = f"/{u.id}/" if u.skin != "trs" else f"/zwgk/{folder}/{u.id}/"
            self.owners.append((u, u.items, u.troubles, SKINS[u.skin](d, root, u.full if u.skin == "hanweb" else u.name)))
        self.roots = {(u.id if u else ""): s.root for u, _, _, s in self.owners}
        trees = [self.tree(items, skin) for _, items, _, skin in self.owners]
        for (unit, items, troubles, skin), nodes in zip(self.owners, trees):
            self.render(unit, items, troubles, skin, nodes)
        self.front(trees)

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

    def put(self, path, text, charset, trouble=""):
        self.pages[path] = trouble or (200, f"text/html" + ("; charset=utf-8" if charset == "utf-8" else ""), text.encode(charset, "xmlcharrefreplace"))

    def render(self, unit, items, troubles, skin, nodes):
        tops = [(n.name, skin.column(n)) for n in nodes.values() if len(n.path) == 1]
        base = [("政务公开", "/zwgk/index.html")]
        if unit:
            base += [("镇街信息公开", "/zwgk/zj/index.html") if unit.kind == "town" else ("部门信息公开", "/zwgk/bm/index.html"), (unit.name, skin.home())]
            blocks = ""
            for node in nodes.values():
                if len(node.path) == 1:
                    rows = "".join(f'<li><a href="{markup.esc(i.path)}">{markup.esc(i.row_title)}</a><span>{i.row_day:%m-%d}</span></li>' for i in node.items[:5])
                    blocks += f'<div class="k"><h3><a href="{markup.esc(skin.column(node))}">{markup.esc(node.name)}</a></h3><ul>{rows}</ul></div>'
            self.put(skin.home(), skin.frame(skin.home(), f"{unit.full}", [], base[:-1] + [(unit.name, None)], blocks, tops), skin.charset, troubles.get("", ""))
        for path, node in nodes.items():
            crumbs = base + [(n, skin.column(nodes[path[: k + 1]])) for k, n in enumerate(path)]
            trouble = troubles.get(path, "")
            statics = [i for i in node.items if "static" in i.options]
            if statics:
                place = skin.column(node)
                html = "\n".join(markup.body(i.body, skin.key) for i in statics)
                self.put(place, skin.article(node, statics[0], place, html, [], crumbs, tops), skin.charset, trouble or statics[0].trouble)
                continue
            rows = node.items
            pages = max(1, -(-len(rows) // skin.per_page))
            for n in range(pages):
                place = skin.column(node, n)
                part = rows[n * skin.per_page:(n + 1) * skin.per_page]
                self.put(place, skin.listing(node, place, part, n, pages, crumbs, tops), skin.charset, trouble)
            for item in rows:
                self.write(item, node, skin, crumbs, tops)

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
                self.pages[place] = (200, "application/octet-stream", data)
        self.put(item.path, skin.article(node, item, item.path, html, files, crumbs + [("正文", None)], tops), skin.charset, item.trouble)

    def front(self, trees):
        skin = self.owners[0][3]
        portal = trees[0]
        tops = [(n.name, skin.column(n)) for n in portal.values() if len(n.path) == 1]
        lists = {}
        for folder, name, kinds in [("bm", "部门信息公开", ("department", "party", "institution", "enterprise")), ("zj", "镇街信息公开", ("town",))]:
            links = "".join(f'<li><a href="{s.home()}">{markup.esc(u.name)}</a></li>' for u, _, _, s in self.owners[1:] if u.kind in kinds)
            place = f"/zwgk/{folder}/index.html"
            lists[folder] = (name, place)
            self.put(place, skin.frame(place, f"{name}_{skin.site}", [], [("政务公开", "/zwgk/index.html"), (name, place)], f"<h2>{name}</h2><ul class='dw'>{links}</ul>", tops), skin.charset)
        menu = tops + list(lists.values())
        self.put("/zwgk/index.html", skin.frame("/zwgk/index.html", f"政务公开_{skin.site}", [], [("政务公开", None)],
                 "".join(f'<p><a href="{markup.esc(p)}">{markup.esc(n)}</a></p>' for n, p in menu), menu), skin.charset)
        blocks = ""
        for node in portal.values():
            if len(node.path) == 1:
                rows = "".join(f'<li><a href="{markup.esc(i.path)}">{markup.esc(i.row_title)}</a><span>{i.row_day:%m-%d}</span></li>' for i in node.items[:4])
                blocks += f'<div><h3><a href="{markup.esc(skin.column(node))}">{markup.esc(node.name)}</a></h3><ul>{rows}</ul></div>'
        self.put("/index.html", skin.frame("/index.html", skin.site, [], [], blocks, menu), skin.charset, self.d.troubles.get("/", ""))
        self.pages["/"] = self.pages["/index.html"]


CHALLENGE = ('<html><head><title>访问验证</title><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></head>'
             '<body><h1>正在进行安全验证</h1><p>请完成以下操作，验证您是真人。</p><noscript>请启用JavaScript</noscript></body></html>').encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    pages = {}

    def log_message(self, *_):
        pass

    def do_GET(self):
        answer = self.pages.get(self.path)
        if answer is None:
            answer = (404, "text/html", b"<html><title>404</title><body>404 Not Found</body></html>")
        if answer == "blocked":
            answer = (403, "text/html", b"<html><title>403</title><body>Forbidden</body></html>")
        if answer == "challenge":
            answer = (200, "text/html; charset=utf-8", CHALLENGE)
        if answer == "error":
            answer = (503, "text/html", b"<html><body>Service Unavailable</body></html>")
        if answer == "truncated":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "90000")
            self.end_headers()
            self.wfile.write(b"<html><head><title>x</title></head><body><div>")
            self.close_connection = True
            return
        if answer == "hang":
            time.sleep(8)
            self.close_connection = True
            return
        status, kind, body = answer
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128


def serve(pages):
    """A server on a free loopback port; (server, port)."""
    handler = type("Bound", (Handler,), {"pages": pages})
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, server.server_address[1]
