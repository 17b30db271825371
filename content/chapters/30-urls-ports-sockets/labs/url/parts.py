from urllib.parse import urlsplit

# region: parts
url = urlsplit("https://shop.test:8443/books/42?fmt=json#price")
parts = "scheme", "hostname", "port", "path", "query", "fragment"
for part in parts:
    print(f"{part:9}", getattr(url, part))
# endregion: parts
