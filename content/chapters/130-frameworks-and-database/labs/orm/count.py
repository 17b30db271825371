"""Counts the queries behind two loops that look alike."""

from models import Book, fill
from django.db import connection
from django.test.utils import CaptureQueriesContext

fill()


# region: loops
def naive():
    books = Book.objects.all()
    return [f"{book.title}, {book.author.name}" for book in books]


def joined():
    books = Book.objects.select_related("author")
    return [f"{book.title}, {book.author.name}" for book in books]
# endregion: loops


for loop in (naive, joined):
    with CaptureQueriesContext(connection) as queries:
        loop()
    print(f"{loop.__name__}: {len(queries)} queries")
    for query in list(queries)[:3]:
        print("   ", query["sql"].replace('"', "").replace("shop_", "").replace(" LIMIT 21", "")[:78])
