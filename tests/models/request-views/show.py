#!/usr/bin/python3 -S
"""A CGI program that writes down its environment and standard input, both as text whose characters are bytes."""

import json
import os
import sys



def record(entry):
    with open(os.environ['RECORDS'], 'a', encoding='ascii') as records:
        records.write(json.dumps(entry) + '\n')


# The environment first: the program may be ended while it waits for its standard input.
record({key.decode('latin-1'): value.decode('latin-1') for key, value in os.environb.items()})
record({'stdin': sys.stdin.buffer.read().decode('latin-1')})
sys.stdout.write('Content-Type: text/plain\r\nContent-Length: 3\r\n\r\nok\n')
