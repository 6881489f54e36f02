#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The documentation page as people use it: page_test.py SERVER FILE.dcm [PICTURE.png]

A headless Chromium opens /api/docs/ of a fresh server, authorizes with a key and tries the read route with the file. The page must
ask nobody but the server, and its policy must have nothing to forbid. Exit 77: there is no browser (packaging/install browser)."""
import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

import browser

ACCOUNT = {"email": "ada@example.org", "first_name": "Ada", "last_name": "Byron", "password": "a long password"}
READ = '.opblock[id$="-readFile"]'


class Server:
    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--data-dir", folder, "--secret-store", "file"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().split()[-1]

    def call(self, path, fields=None, token=None):
        request = urllib.request.Request(self.address + path)
        if fields is not None:
            request.data = json.dumps(fields).encode()
            request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", "Bearer " + token)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def new_key(self):
        self.call("/api/auth/register/", ACCOUNT)
        token = self.call("/api/token/", ACCOUNT)["access"]
        self.call("/api/developer/profiles/", {"purpose": "testing"}, token)
        return self.call("/api-keys/", {}, token)["key"]

    def close(self):
        self.process.terminate()
        return self.process.wait()


def operations(document):
    return sum(len(item) for item in document["paths"].values())


def check_requests(page, address):
    strangers = [url for url in page.requested() if not url.startswith((address + "/", "data:", "blob:", "about:"))]
    assert not strangers, f"the page asked {strangers}"
    assert not page.complaints(), f"the page complained: {page.complaints()}"


def check_plain(page, document):
    assert page.run("document.querySelectorAll('.plain details').length") == operations(document)


def check_try_it(page, key, path):
    page.click(".btn.authorize")
    page.type("#api_key_value", key)
    page.run("document.querySelector('#api_key_value').closest('form').querySelector('button.authorize').click()")
    page.click(".btn-done")
    page.click(READ + " .opblock-summary-control")
    page.click(READ + " .try-out__btn")
    page.choose_file(READ + " input[type=file]", path)
    page.click(READ + " .execute")
    page.wait(f"!!document.querySelector('{READ} .live-responses-table .response-col_status')")
    status = page.run(f"document.querySelector('{READ} .live-responses-table .response .response-col_status').innerText")
    body = page.run(f"document.querySelector('{READ} .live-responses-table .response .highlight-code').innerText")
    assert status.split()[0] == "200", f"the read route answered {status}: {body[:400]}"
    assert '"Modality"' in body and '"Images"' in body, body[:400]


def main(server_program, path, picture=None):
    program = browser.find()
    if not program:
        print("chromium is missing (packaging/install browser): not tested")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        server, page = Server(server_program, folder), browser.Browser(program)
        try:
            key, document = server.new_key(), server.call("/api/schema/")
            page.open_page()
            page.call("Page.navigate", url=server.address + "/api/docs/")
            page.wait("!!document.querySelector('.opblock, .plain details')")
            if page.run("!!document.querySelector('.plain')"):
                check_plain(page, document)
            else:
                page.wait(f"document.querySelectorAll('.opblock').length == {operations(document)}")
                check_try_it(page, key, path)
            if picture:
                pathlib.Path(picture).write_bytes(base64.b64decode(page.picture()))
            check_requests(page, server.address)
        finally:
            page.close()
            code = server.close()
    assert code == 0, f"the server ended with {code}"
    print(f"{operations(document)} operations shown, the read route tried, {len(page.requested())} requests, none abroad")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
