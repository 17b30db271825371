#!/bin/sh
printf "Content-Type: text/plain\n\nThe Long Way Back\n"
