# rule: cgi-no-output
import os

body = os.environ["PATH_INFO"]
