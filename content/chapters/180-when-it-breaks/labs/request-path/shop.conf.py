bind = "127.0.0.1:8000"
workers = 2
timeout = 5
accesslog = "/var/log/gunicorn/access.log"
access_log_format = 'shop "%(r)s" %(s)s'
errorlog = "/var/log/gunicorn/error.log"
control_socket_disable = True
