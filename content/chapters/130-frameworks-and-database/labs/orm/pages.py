"""One title, as a page and as JSON."""

from flask import Flask, jsonify, render_template_string

app = Flask(__name__)
TITLE = "Tags & <b>Bold</b>"


# region: forms
@app.get("/careless")
def careless():
    return f"<h1>{TITLE}</h1>"


@app.get("/page")
def page():
    return render_template_string("<h1>{{ title }}</h1>", title=TITLE)


@app.get("/json")
def data():
    return jsonify(title=TITLE)
# endregion: forms


client = app.test_client()
for path in ("/careless", "/page", "/json"):
    answer = client.get(path)
    print(f"{path}: {answer.content_type}\n    {answer.text.strip()}")
