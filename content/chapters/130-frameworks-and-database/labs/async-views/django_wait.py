"""A Django project with two views that wait half a second, served by WSGI and by ASGI."""

import asyncio
import time

from django.conf import settings

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["shop.test"])

from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path


# region: views
async def wait_async(request):
    await asyncio.sleep(0.5)
    return HttpResponse("ok")


def wait_sync(request):
    time.sleep(0.5)
    return HttpResponse("ok")
# endregion: views


urlpatterns = [path("async", wait_async), path("sync", wait_sync)]
wsgi_app = get_wsgi_application()
asgi_app = get_asgi_application()
