"""The endpoint in FastAPI."""

# region: app
from fastapi import FastAPI, HTTPException
from fastapi.responses import PlainTextResponse
from books import as_text, find

app = FastAPI()


@app.get("/books/{book_id}")
def show(book_id: int, fmt: str = "text"):
    book = find(book_id)
    if book is None:
        raise HTTPException(404)
    return book if fmt == "json" else PlainTextResponse(as_text(book))
# endregion: app
