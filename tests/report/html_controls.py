"""Types, clicks and chooses on a page of the html format, through chromedriver.

    html_controls.py REPORT

REPORT is the tests' sample: an error of sql-injection, a warning and a
suppressed error of hardcoded-credential. Called by HtmlBrowserTest.cpp.
"""

import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]


class Browser:
    def __init__(self, profile):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        self.session = None
        for _ in range(600):
            try:
                self.call("GET", "/status")
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        options = {"args": FLAGS + [f"--user-data-dir={profile}"]}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options}}})
        self.session = f"/session/{answer['sessionId']}"

    def call(self, method, path, body=None):
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=120) as response:
            return json.load(response)["value"]

    def close(self):
        if self.session:
            self.call("DELETE", self.session)
        self.driver.terminate()
        self.driver.wait()

    def open(self, url):
        self.call("POST", self.session + "/url", {"url": url})

    def run(self, script):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def element(self, selector):
        found = self.call("POST", self.session + "/element", {"using": "css selector", "value": selector})
        return f"{self.session}/element/{next(iter(found.values()))}"

    def click(self, selector):
        self.call("POST", self.element(selector) + "/click")

    def type(self, selector, text):
        self.call("POST", self.element(selector) + "/value", {"text": text})

    def clear(self, selector):
        self.call("POST", self.element(selector) + "/clear")


def expect(what, actual, expected):
    if actual != expected:
        raise SystemExit(f"{what}: expected {expected!r}, got {actual!r}")
    print(f"{what}: {actual!r}")


def main():
    page = pathlib.Path(sys.argv[1]).resolve().as_uri()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            drive(browser, page)
        finally:
            browser.close()


def drive(browser, page):
    shown = lambda: browser.run("return document.getElementById('shown').textContent")
    visible = lambda: browser.run(
        "return [...document.querySelectorAll('.finding')].filter(f => f.checkVisibility()).map(f => f.dataset.rule)")
    fragment = lambda: browser.run("return location.hash")
    background = lambda: browser.run("return getComputedStyle(document.body).backgroundColor")

    browser.open(page)
    expect("at first", shown(), "2 of 2 findings")

    browser.type("#q", "sqlite3")
    expect("typed", (shown(), visible(), fragment()), ("1 of 2 findings", ["sql-injection"], "#q=sqlite3"))
    browser.type("#q", "zzz")
    expect("nothing matches", (shown(), visible()), ("0 of 2 findings", []))
    expect("says so", browser.run("return document.getElementById('none').checkVisibility()"), True)
    browser.click("#reset")
    expect("reset", (shown(), fragment()), ("2 of 2 findings", ""))

    browser.click(".segments button[value=error]")
    expect("errors off", (visible(), fragment()), (["hardcoded-credential"], "#severity=warning%2Cnote"))
    browser.click("#reset")

    browser.click("#silenced")
    expect("suppressed", shown(), "3 of 3 findings")
    browser.click("#rule option[value='rule:hardcoded-credential']")
    expect("one rule", visible(), ["hardcoded-credential", "hardcoded-credential"])
    browser.click("#reset")

    browser.click("#guidelines a[href='#group=input-validation']")
    expect("from the summary", visible(), ["sql-injection"])
    browser.click("#reset")

    browser.click("#expand")
    expect("expanded", browser.run("return document.querySelectorAll('.finding[open]').length"), 2)
    browser.click("#expand")
    expect("collapsed", browser.run("return document.querySelectorAll('.finding[open]').length"), 0)

    # Every rail number stands on its rail, inside the page.
    browser.click("#expand")
    expect("numbers left of the page", browser.run(
        "return [...document.querySelectorAll('.step > b')].filter(b => b.getBoundingClientRect().left < 0).length"), 0)

    browser.click("#theme")
    light = background()
    browser.click("#theme")
    dark = background()
    expect("light and dark differ", light != dark, True)
    expect("dark is dark", dark, "rgb(18, 22, 29)")
    browser.open("about:blank")
    browser.open(page)
    expect("the choice is remembered", browser.run("return document.documentElement.dataset.theme"), "dark")
    expect("nothing was loaded", browser.run("return performance.getEntriesByType('resource').length"), 0)


main()
