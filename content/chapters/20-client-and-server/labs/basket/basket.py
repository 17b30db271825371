from http.server import BaseHTTPRequestHandler, HTTPServer

# region: basket
baskets = {}

class Shop(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.basket().append(self.rfile.read(length).decode())
        self.do_GET()

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"In your basket: {self.basket()}\n".encode())

    def basket(self):
        customer = self.headers.get("Cookie", "somebody")
        return baskets.setdefault(customer, [])
# endregion: basket

    def log_message(self, format, *args):
        pass


HTTPServer(("", 8000), Shop).serve_forever()
