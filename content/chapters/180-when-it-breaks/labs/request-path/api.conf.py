bind = "127.0.0.1:8001"
workers = 1  # one, so that its events are all in one file
worker_class = "uvicorn_worker.UvicornWorker"
forwarded_allow_ips = "127.0.0.1"
accesslog = "/var/log/gunicorn/api-access.log"
errorlog = "/var/log/gunicorn/api-error.log"
control_socket_disable = True
