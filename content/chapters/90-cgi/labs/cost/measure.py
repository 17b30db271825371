"""How much longer than a running application does a program per request take?"""

import http.client
import statistics
import sys
import time

WAYS = [
    ("passed on to a running Gunicorn", "/running/books/42"),
    ("CGI, a shell script", "/cgi-bin/shell.cgi"),
    ("CGI, Python with nothing loaded", "/cgi-bin/bare.cgi"),
    ("CGI, the bookshop", "/cgi-bin/shop.cgi/books/42"),
    ("CGI, the bookshop with Flask", "/cgi-bin/framework.cgi/books/42"),
]


# region: measure
def seconds(path):
    """Time of one request, as the client sees it."""
    begin = time.perf_counter()
    connection = http.client.HTTPConnection("shop.test", 8081)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 200 and b"The Long Way Back" in answer.read()
    connection.close()
    return time.perf_counter() - begin


def typical(path, times):
    """Median of many, so that one hiccup does not count."""
    return statistics.median(seconds(path) for _ in range(times))


one = typical(WAYS[0][1], 60)
for name, path in WAYS:
    factor = typical(path, 12) / one
    print(f"{factor:4.0f} x  {name}")
    # endregion: measure
    if path.startswith("/cgi-bin/shop") and factor < 5:
        sys.exit("The bookshop as CGI should cost far more than one that runs")
