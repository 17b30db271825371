"""A report for which the database takes six seconds. The address says who may wait how long."""

import logging
import os
import subprocess
from time import monotonic
from urllib.parse import parse_qs

log = logging.getLogger("gunicorn.error")


# region: report
def ask_database(limit):
    """Runs the slow query; psql stands for a driver, and as a process of its own it can be stopped."""
    settings = {"PGOPTIONS": f"-c statement_timeout={limit}s"}
    query = ["psql", "-c", "SELECT pg_sleep(6)"]
    return subprocess.Popen(query, env=os.environ | settings, stdout=-1, stderr=-1, text=True)


def app(environ, start_response):
    asked = parse_qs(environ["QUERY_STRING"])
    db, own = (int(asked[name][0]) if name in asked else 0 for name in ("db", "app"))
    started = monotonic()
    driver = ask_database(limit=db)
    try:
        _, errors = driver.communicate(timeout=own or None)
        reason = errors.strip() or "done"
    except subprocess.TimeoutExpired:
        driver.terminate()
        reason = "the app waits no longer"
    log.warning("report: %s, after %.1f s", reason, monotonic() - started)
    start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
    return [f"No report today: {reason}\n".encode()]
# endregion: report
