#!/bin/sh
echo "process $$ begins" >&2
sleep 1
echo "process $$ ends" >&2
printf 'Content-Type: text/plain\n\ndone\n'
