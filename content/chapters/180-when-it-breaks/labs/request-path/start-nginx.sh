# Starts Nginx without root's right to read everything, so that a file's permissions count as on a real machine.
exec setpriv --bounding-set -dac_override,-dac_read_search --inh-caps -dac_override,-dac_read_search nginx "$@"
