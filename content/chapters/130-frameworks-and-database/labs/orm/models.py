"""Two tables as Django models, in a project of one file, on SQLite."""

import django
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "shop.db", "ATOMIC_REQUESTS": False}},
    INSTALLED_APPS=[],
    ROOT_URLCONF="orders",
    ALLOWED_HOSTS=["testserver"],
    LOGGING_CONFIG=None,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
)
django.setup()

from django.db import connection, models


# region: models
class Author(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        app_label = "shop"


class Book(models.Model):
    title = models.CharField(max_length=80)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    stock = models.IntegerField(default=5)

    class Meta:
        app_label = "shop"
# endregion: models


class Order(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)

    class Meta:
        app_label = "shop"


def fill():
    with connection.schema_editor() as editor:
        for model in (Author, Book, Order):
            editor.create_model(model)
    authors = [Author.objects.create(name=name) for name in ("A. Wren", "B. Marsh", "C. Holm", "D. Finch", "E. Stone")]
    for number in range(10):
        Book.objects.create(id=40 + number, title=f"Volume {number}", author=authors[number % 5])
