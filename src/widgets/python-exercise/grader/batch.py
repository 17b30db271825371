"""Grades many programs in one process, for tests. `python3 -m grader.batch` reads jobs as JSON from standard input.

A job is {"interface", "source", "request"}, or {"exercise", "source"} with an exercise as grader/exercise.py wants it. The
answer is a list with a result for each job, in their order; {"verdict": "error", "message"} for a job that cannot be graded.
"""

import asyncio
import inspect
import json
import sys

from . import exercise
from .command import grader
from .request import RequestProblem


async def run(jobs):
    """The results of `jobs`."""
    return [await _one(job) for job in jobs]


async def _one(job):
    try:
        if "exercise" in job:
            return await exercise.run(job["exercise"], job["source"])
        result = grader(job["interface"])(job["source"], job.get("request"))
        return await result if inspect.isawaitable(result) else result
    except RequestProblem as problem:
        return {"verdict": "error", "message": str(problem)}


if __name__ == "__main__":
    json.dump(asyncio.run(run(json.load(sys.stdin))), sys.stdout)
