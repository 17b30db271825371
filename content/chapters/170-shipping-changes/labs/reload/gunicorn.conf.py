# Gunicorn reads this file by itself when it is started in this folder.
workers = 2
graceful_timeout = 1
control_socket_disable = True  # no file in the home folder
