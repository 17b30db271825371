"""The same half second in a FastAPI function without `async`."""

import time

from fastapi import FastAPI

SECONDS = 0.5


# region: fastapi
fastapi_app = FastAPI()


@fastapi_app.get("/")
def price():  # no async: FastAPI runs it in a thread of its pool
    time.sleep(SECONDS)
    return "ok"
# endregion: fastapi
