"""ASGI applications, wrapped for a WSGI server."""

import sys

sys.path += ["/srv/waiting", "/srv/lifespan", "/srv/bookshop"]

# region: wrap
from a2wsgi import ASGIMiddleware

import stock

app = ASGIMiddleware(stock.app)
# endregion: wrap

import orders
import shop

form = ASGIMiddleware(orders.app)
started = ASGIMiddleware(shop.app)
