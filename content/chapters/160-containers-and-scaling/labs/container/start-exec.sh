#!/bin/sh
# region: start
echo "migrating the database"
exec gunicorn --bind 0.0.0.0:8000 shop:app
# endregion: start
