"""Runs exercises inside the page's worker: calls the graders, and says what this Python does not have."""

import importlib
import json
import sys

from grader import exercise
from grader.request import RequestProblem


class Absent:
    """The last finder: words the error for modules that were not shipped."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        top = name.partition(".")[0]
        if top == "grader" or path is not None:
            return None
        if top in sys.stdlib_module_names:
            why = "it belongs to the standard library, but no exercise needs it"
        else:
            why = "only modules of the standard library are here"
        raise ModuleNotFoundError(f"not part of this exercise's Python: {name} ({why})", name=name)


sys.meta_path.append(Absent)


def attach(archive, extended, imports):
    """Makes what a zip holds importable: packages, and more parts of packages of the standard library. Names as JSON lists."""
    sys.path.append(archive)
    for name in json.loads(extended):
        importlib.import_module(name).__path__.append(f"{archive}/{name.replace('.', '/')}")
    for name in json.loads(imports):
        importlib.import_module(name)


async def run(spec_text, source):
    """Grades `source`; returns the report as JSON, or `{"problem"}` for a request that cannot be sent."""
    try:
        report = await exercise.run(json.loads(spec_text), source)
    except RequestProblem as problem:
        report = {"problem": str(problem)}
    return json.dumps(report, default=repr)
