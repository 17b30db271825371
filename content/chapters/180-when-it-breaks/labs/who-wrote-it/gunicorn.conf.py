bind = "127.0.0.1:8000"
worker_class = "gthread"
threads = 8
accesslog = "gunicorn-access.log"
# %(L)s: seconds that the request took here.
access_log_format = '%(s)s took=%(L)s id=%({x-request-id}i)s "%(r)s"'
control_socket_disable = True
