workers = 2
control_socket_disable = True  # no file in the home folder
