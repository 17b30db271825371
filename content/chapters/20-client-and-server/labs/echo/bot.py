from urllib.request import urlopen

# region: bot
with urlopen("http://shop.test:8000/books/42") as response:
    print(response.status, response.headers["Content-Type"])
    print(response.read().decode())
# endregion: bot
