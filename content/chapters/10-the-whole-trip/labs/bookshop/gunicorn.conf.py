bind = "127.0.0.1:8000"
pidfile = "gunicorn.pid"
accesslog = "gunicorn-access.log"
access_log_format = '%(h)s "%(r)s" %(s)s id=%({x-request-id}i)s'
control_socket_disable = True
