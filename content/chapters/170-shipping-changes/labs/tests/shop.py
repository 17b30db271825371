"""The bookshop as a WSGI application; where books come from is handed in."""

import prices
import store


# region: app
def make_app(find):
    def app(environ, start_response):
        book = find(environ["PATH_INFO"].removeprefix("/books/"))
        text = f"{book[0]}, {prices.price(book[1])}\n" if book else "no such book\n"
        body = text.encode()
        start_response(
            "200 OK" if book else "404 Not Found",
            [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))],
        )
        return [body]

    return app


app = make_app(store.find)
# endregion: app
