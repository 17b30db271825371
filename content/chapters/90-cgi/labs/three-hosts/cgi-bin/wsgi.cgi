#!/usr/bin/python3
# region: app
import sys
from wsgiref.handlers import CGIHandler

sys.path.insert(0, "/srv/three-hosts")
from bookshop import app

CGIHandler().run(app)
# endregion: app
