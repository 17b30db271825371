"""A shop in Django that insists on https."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["shop.test"],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="only for this lab",
    SECURE_SSL_REDIRECT=True,
)
urlpatterns = [path("books/<int:number>", lambda request, number: HttpResponse(f"Book {number} by {request.scheme}\n"))]
app = get_wsgi_application()
