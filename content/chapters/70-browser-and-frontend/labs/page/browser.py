"""A browser without a screen and without JavaScript: it opens a page and asks for what the page names."""

import re
import sys
from html.parser import HTMLParser
from urllib.parse import quote_plus, urljoin
from urllib.request import urlopen

SEARCH = "http://search.test/find?q="


# region: bar
def to_url(typed):
    if " " not in typed and ("." in typed or "/" in typed):
        return typed if "://" in typed else "http://" + typed
    return SEARCH + quote_plus(typed)
# endregion: bar


# region: open
class Subresources(HTMLParser):
    found = ()

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "link" and a["rel"] == "stylesheet":
            self.found += (a["href"],)
        elif tag in ("img", "script") and "src" in a:
            self.found += (a["src"],)


def open_page(url):
    page = get(url)
    parser = Subresources()
    parser.feed(page)
    for name in parser.found:
        file = get(urljoin(url, name))
        for wanted in re.findall(r"fetch\('(.*?)'\)", file):  # instead of running it
            get(urljoin(url, wanted))
# endregion: open


def get(url):
    return urlopen(url).read().decode()


open_page(to_url(sys.argv[1]))
