# Gunicorn reads this file by itself when it is started in this folder.
control_socket_disable = True  # no file in the home folder
