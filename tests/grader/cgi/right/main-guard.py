import sys


def main():
    sys.stdout.write("Content-Type: text/plain\n\nhello")
    sys.stdout.close()


if __name__ == "__main__":
    main()
