"""How long a program keeps the event loop, and how far it may go."""

import asyncio
import contextlib
import sys
import threading
import time
import types

from .verdict import Broken, reader_line

#: The page has no threads.
THREADLESS = sys.platform in ("emscripten", "wasi")
NOTE = (
    "A page has no threads: what was handed to asyncio.to_thread or run_in_executor ran in the event loop's own thread. "
    "Under a server the event loop goes on meanwhile, and so it is graded here."
)


class Exited(Exception):
    """SystemExit or KeyboardInterrupt of a program, which must not end the event loop."""


class Clock:
    """Measures each stretch of a program between two awaits, of all its tasks.

    A stretch is too long when it used so much processor time, or called `time.sleep` for so long. A mere wait is counted
    as `waited`: it may be another program's fault, so only one that comes back in a second run counts.
    """

    def __init__(self, limit_ms, filename):
        self.limit, self.filename = (limit_ms or 0) / 1000, filename
        self.longest = self.waited = 0.0
        self.line = None
        self._slept = 0.0
        self._thread = threading.get_ident()
        self._sleep = time.sleep

    def sleep(self, seconds):
        """Stands for `time.sleep`: sleeps, and notes it when it keeps the event loop."""
        if threading.get_ident() == self._thread and not self._elsewhere and isinstance(seconds, (int, float)) and seconds > 0:
            if self.limit and seconds >= self.limit and self.line is None:
                self.line = reader_line(self.filename)
            self._slept += seconds
        self._sleep(seconds)

    _elsewhere = False

    @types.coroutine
    def stepped(self, coroutine):
        """Runs a coroutine step by step, with the time that each takes."""
        value = error = None
        while True:
            self._slept, began, worked = 0.0, time.perf_counter(), _cpu()
            try:
                wanted = coroutine.send(value) if error is None else coroutine.throw(error)
            except StopIteration as stop:
                return stop.value
            except (SystemExit, KeyboardInterrupt) as exit_:
                raise Exited(f"{type(exit_).__name__}: {exit_}").with_traceback(exit_.__traceback__) from None
            finally:
                self._note(time.perf_counter() - began, _cpu() - worked)
            value = error = None
            try:
                value = yield wanted
            except GeneratorExit:
                coroutine.close()
                raise
            except BaseException as thrown:
                error = thrown

    def _note(self, passed, worked):
        kept = max(self._slept, worked)
        self.longest = max(self.longest, kept)
        self.waited = max(self.waited, passed)

    def check(self, other=None):
        """Raises Broken when the event loop was kept for too long; `other` is the clock of a second run, for mere waits."""
        kept = self.longest if self.longest > self.limit else min(self.waited, other.waited) if other else 0
        if self.limit and kept > self.limit:
            sent = f"the event loop stood still for {kept * 1000:.0f} ms"
            raise Broken("asgi-blocking", sent, f"at most {self.limit * 1000:.0f} ms between two awaits: await asyncio.sleep(), or asyncio.to_thread()", self.line)

    @contextlib.contextmanager
    def running(self, run):
        """Measures all tasks that are started meanwhile, and ends those that are left over."""
        loop = asyncio.get_running_loop()
        before, create = asyncio.all_tasks(), loop.create_task

        def inline(_, function, *args):
            future = loop.create_future()

            def work():
                run.notes.append(NOTE)
                self._elsewhere = True
                try:
                    outcome, failed = function(*args), None
                except Exception as error:
                    outcome, failed = None, error
                finally:
                    self._elsewhere = False
                if not future.cancelled():
                    future.set_result(outcome) if failed is None else future.set_exception(failed)

            loop.call_soon(work)
            return future

        async def measured(coroutine):
            return await self.stepped(coroutine)

        # Not by a task factory: Pyodide 314 cannot use one.
        loop.create_task = lambda coroutine, **given: create(measured(coroutine), **given)
        time.sleep = self.sleep
        if THREADLESS:
            loop.run_in_executor = inline
        try:
            yield
        finally:
            del loop.create_task
            time.sleep = self._sleep
            if THREADLESS:
                del loop.run_in_executor
            for task in asyncio.all_tasks() - before:
                task.cancel()


def _cpu():
    return time.thread_time() if hasattr(time, "thread_time") else time.perf_counter()
