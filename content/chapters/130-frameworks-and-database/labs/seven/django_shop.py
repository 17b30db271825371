"""The endpoint in Django, in one file; a real project spreads this over settings.py, urls.py and views.py."""

from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["shop.test"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
)

# region: app
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe
from books import as_text, find


@require_safe
def show(request, book_id):
    book = find(book_id)
    if book is None:
        raise Http404
    if request.GET.get("fmt") == "json":
        return JsonResponse(book)
    return HttpResponse(as_text(book), content_type="text/plain; charset=utf-8")


urlpatterns = [path("books/<int:book_id>", show)]
app = get_wsgi_application()
# endregion: app
