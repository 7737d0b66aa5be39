"""The text of HTML is that of a browser's DOM, letter for letter."""

import base64
import json
import random
import re
import shutil
import subprocess

import pytest

from quotes import from_html
from quotes.documents.html_tokens import HIDDEN, RAW

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGE = """<!doctype html><meta charset=utf-8><pre id=found></pre><script>
const found = %s.map(html => {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("%s").forEach(element => element.remove());
  return page.documentElement.textContent;
});
const bytes = new TextEncoder().encode(JSON.stringify(found));
document.getElementById("found").textContent =
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
</script>"""
PARTS = (
    *("a", "b", "c", "d", " ", "\n", "'", '"', "=", ";", "--", "<", ">", "</", "<!", "<?x", "& "),
    *("<p>", "</p>", "<b>", "</b>", "<i class='x>y'>", "</i >", "<br>", "<a href=x/y>", "</a>"),
    *("<h2>", "</h2>", "<ul><li>", "</li></ul>", "<blockquote>", "</blockquote>", "<q>", "</q>"),
    *("&amp;", "&rsquo;", "&#x201c;", "&nbsp;", "&notit;", "&copy", "&#146;", "&lt;", "&#"),
    *("<!-- c > d -->", "<!-->", "<script>'</p>'", "</script>", "<style>y", "</style>"),
    *("<textarea><p>t</textarea>", "<svg>v</svg>", "<noscript>n</noscript>"),
)  # fmt: skip


def letters(text):
    """Leave out blanks and the marks that are put in for `<q>` and `<blockquote>`."""
    return re.sub(r"[\s“”‘’]", "", text)


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_the_text_is_that_of_the_dom(tmp_path):
    chance = random.Random(1923)
    pages = [
        "<body>" + "".join(chance.choices(PARTS, k=chance.randint(3, 30))) for _ in range(1000)
    ]
    script = json.dumps(pages).replace("<", "\\u003c")
    (tmp_path / "page.html").write_text(PAGE % (script, ", ".join(RAW | HIDDEN)), "utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "page.html"]
    try:
        shown = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("Chromium does not answer")
    found = re.search(r'<pre id="found">([^<]+)</pre>', shown.stdout)
    if found is None:
        pytest.skip(f"Chromium does not start: {shown.stderr[-200:]}")
    in_browser = json.loads(base64.b64decode(found[1]))
    ours = [letters(from_html(html).text) for html in pages]
    assert ours == [letters(text) for text in in_browser]
