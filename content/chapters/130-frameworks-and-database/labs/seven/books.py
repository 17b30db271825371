"""What belongs to the shop, and to no framework."""

BOOKS = {42: {"id": 42, "title": "The Long Way Back", "price": "18.00"}}


# region: find
def find(book_id):
    return BOOKS.get(book_id)


def as_text(book):
    return f"{book['title']}, {book['price']}\n"
# endregion: find
