# region: all
# Who listens, and who may knock
bind = "unix:/run/shop.sock"
umask = 0o007

# Who works
workers = 2
worker_class = "uvicorn_worker.UvicornWorker"
timeout = 30
graceful_timeout = 30
keepalive = 75

# Whose word counts
forwarded_allow_ips = "*"

# What is written down
accesslog = "-"
errorlog = "-"
control_socket_disable = True
# endregion: all
