"""The endpoint in Falcon."""

# region: app
import falcon
from books import as_text, find


class Book:
    def on_get(self, req, resp, book_id):
        book = find(book_id)
        if book is None:
            raise falcon.HTTPNotFound
        if req.get_param("fmt") == "json":
            resp.media = book
        else:
            resp.text, resp.content_type = as_text(book), "text/plain; charset=utf-8"


app = falcon.App()
app.add_route("/books/{book_id:int}", Book())
# endregion: app
