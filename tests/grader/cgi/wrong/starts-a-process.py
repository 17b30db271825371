# rule: cgi-exception
import subprocess

subprocess.run(["/nowhere/at/all"])  # here
