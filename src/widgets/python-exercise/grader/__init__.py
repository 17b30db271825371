"""Graders for programs that keep CGI, WSGI or ASGI: they play the server, and say which rule was broken.

Plain Python, standard library only: the same in the reader's browser (Pyodide) and under CPython 3.11 or later.

    from grader import wsgi
    wsgi.grade(source, request)             also `await asgi.grade(…)`, `cgi.grade(…)`
    await exercise.run(spec, source)        all requests of an exercise

A result is a dict that JSON can hold:

verdict    "accept" or "reject"
rule       id of the broken rule (rules.py), or None; with it its `text`, its `section` and `guide`, a heading of the guide
sent       what the program did
expected   what it should have done
response   what the client gets: status, reason, headers, body (as UTF-8), bytes (their number), blocks; or None
exchange   what the program was `given`, and the `events` between it and the server: from, kind, text
output     what it printed; `log`: standard error and `wsgi.errors`; `output_cut`: a sentence, when they were cut
error      None, or the reader's `line`, its `source`, `text`, and the `traceback` with the reader's lines only
notes      sentences on what was different from a real server, if anything was

Requests are explained in request.py. An unusable request raises RequestProblem, whose message names the field. On the
command line: `python3 -m grader.wsgi APP.py [--request request.json]`, `python3 -m grader.exercise EXERCISE.json APP.py`;
they exit 0 for accept, 1 for reject, and 2, with a sentence, for errors of their own.

Programs run in this process: who starts a grader limits time and memory. The command line stops them after 5 seconds.
"""
