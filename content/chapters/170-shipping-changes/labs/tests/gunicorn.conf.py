wsgi_app = "shop:app"
bind = "127.0.0.1:8000"
control_socket_disable = True  # no file in the home folder
