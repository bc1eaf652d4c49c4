"""A mail server of one connection after the other on loopback, for tests.

    python3 smtp_server.py FOLDER [--tls wrapped|starttls|none] [--certificate PEM --key PEM] [--refuse]

Prints its port, then serves until its input closes. Each mail is written to FOLDER/<n>.eml, and
what was said before it to FOLDER/<n>.log, one line a command (bodies of AUTH undone).
"""

import argparse
import base64
import os
import socket
import ssl
import sys
import threading


class Session:
    def __init__(self, connection, options, context):
        self.options = options
        self.context = context
        self.log = []
        self.is_secret = options.tls == "wrapped"
        self.take(connection)

    def take(self, connection):
        self.connection = connection
        self.lines = connection.makefile("rb")

    def say(self, text):
        self.connection.sendall((text + "\r\n").encode())

    def hear(self):
        line = self.lines.readline()
        return line.decode("utf-8", "replace").rstrip("\r\n") if line else None

    def greet(self):
        offers = ["mingcha-test"]
        if self.options.tls == "starttls" and not self.is_secret:
            offers.append("STARTTLS")
        if self.is_secret:
            offers.append("AUTH PLAIN")
        for offer in offers[:-1]:
            self.say("250-" + offer)
        self.say("250 " + offers[-1])

    def run(self):
        self.say("220 mingcha-test ESMTP")
        while (line := self.hear()) is not None:
            self.log.append(("tls " if self.is_secret else "clear ") + line)
            word = line.split(" ")[0].upper()
            if word in ("EHLO", "HELO"):
                self.greet()
            elif word == "STARTTLS" and self.options.tls == "starttls":
                self.say("220 go")
                self.take(self.context.wrap_socket(self.connection, server_side=True))
                self.is_secret = True
            elif word == "AUTH":
                self.authenticate(line)
            elif word == "RCPT" and self.options.refuse:
                self.say("550 5.1.1 no such mailbox")
            elif word == "DATA":
                self.data()
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def authenticate(self, line):
        words = line.split(" ")
        answer = words[2] if len(words) > 2 else None
        if answer is None:
            self.say("334 ")
            answer = self.hear() or ""
        self.log.append("auth " + base64.b64decode(answer).decode().replace("\0", "|"))
        self.say("235 welcome")

    def data(self):
        self.say("354 go")
        body = b""
        while (line := self.lines.readline()) not in (b".\r\n", b""):
            body += line[1:] if line.startswith(b".") else line
        number = len([n for n in os.listdir(self.options.folder) if n.endswith(".eml")])
        with open(f"{self.options.folder}/{number}.log", "w") as file:
            file.write("\n".join(self.log) + "\n")
        with open(f"{self.options.folder}/{number}.eml", "wb") as file:
            file.write(body)
        self.say("250 taken")


def serve(listener, options, context):
    while True:
        connection, _ = listener.accept()
        try:
            connection.settimeout(30)
            if options.tls == "wrapped":
                connection = context.wrap_socket(connection, server_side=True)
            Session(connection, options, context).run()
        except (OSError, ssl.SSLError):
            pass
        finally:
            connection.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--tls", choices=["wrapped", "starttls", "none"], default="none")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--refuse", action="store_true")
    options = parser.parse_args()
    context = None
    if options.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=serve, args=(listener, options, context), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()


main()
