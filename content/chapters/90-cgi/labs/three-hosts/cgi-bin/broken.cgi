#!/bin/sh
echo "The Long Way Back, 12.50"
