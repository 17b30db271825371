"""An order in two steps, of which the second fails: once without and once with a transaction around the request."""

from models import Book, Order, fill
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.urls import path


# region: view
def order(request, book_id):
    book = Book.objects.get(id=book_id)
    book.stock -= 1
    book.save()
    charge(request)  # the card is refused
    Order.objects.create(book=book)
    return HttpResponse("thank you")
# endregion: view


def charge(request):
    raise RuntimeError("card refused")


urlpatterns = [path("orders/<int:book_id>", order)]

if __name__ == "__main__":
    fill()
    for atomic in (False, True):
        Book.objects.update(stock=5)
        connections["default"].settings_dict["ATOMIC_REQUESTS"] = atomic
        status = Client(raise_request_exception=False).post("/orders/42").status_code
        stock = Book.objects.get(id=42).stock
        print(f"ATOMIC_REQUESTS={atomic}: status {status}, stock {stock}, orders {Order.objects.count()}")
