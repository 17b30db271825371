import type { Choices, Stack, StackFile } from '../model.ts';

/** Versions with which the stacks were run; those of the labs (src/lab/requirements.lock). */
export const versions = { flask: '3.1.3', django: '5.2.19', fastapi: '0.165.0', falcon: '4.4.0', gunicorn: '27.0.1', uvicorn: '0.54.0', 'uvicorn-worker': '0.4.0' } as const;

/** A small app that answers, what it needs, and a file to be sent. */
export function appFiles({ choices }: Stack): readonly StackFile[] {
  return [
    { path: 'shop.py', language: 'python', text: appText(choices) },
    { path: 'requirements.txt', language: 'text', text: requirements(choices) },
    ...(choices.staticFiles === 'elsewhere' ? [] : [{ path: 'public/static/shop.css', language: 'css', text: 'body { font-family: serif; }\n' } as const]),
  ];
}

function requirements({ framework, server, hasWebSocket }: Choices): string {
  const uvicorn = `uvicorn${hasWebSocket ? '[standard]' : ''}==${versions.uvicorn}`;
  const needed = {
    'gunicorn-sync': [`gunicorn==${versions.gunicorn}`],
    'gunicorn-threads': [`gunicorn==${versions.gunicorn}`],
    'gunicorn-uvicorn': [`gunicorn==${versions.gunicorn}`, uvicorn, `uvicorn-worker==${versions['uvicorn-worker']}`],
    uvicorn: [uvicorn],
  }[server];
  return `${[`${framework}==${versions[framework]}`, ...needed].join('\n')}\n`;
}

function appText(choices: Choices): string {
  const sendsFiles = choices.staticFiles === 'app';
  switch (choices.framework) {
    case 'flask':
      return flask(sendsFiles);
    case 'django':
      return django(choices.interface, sendsFiles);
    case 'fastapi':
      return fastapi(sendsFiles, choices.hasWebSocket);
    case 'falcon':
      return falcon(choices.interface, sendsFiles, choices.hasWebSocket);
  }
}

function flask(sendsFiles: boolean): string {
  return `from flask import Flask, request

app = Flask(__name__${sendsFiles ? ', static_folder="public/static"' : ', static_folder=None'})


@app.get("/healthz")
def healthz():
    return {"status": "fine"}


@app.get("/books/<int:number>")
def book(number):
    return {"book": number, "scheme": request.scheme, "visitor": request.remote_addr}


# The scheme and the visitor come from the one proxy in front.
from werkzeug.middleware.proxy_fix import ProxyFix  # noqa: E402

app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
`;
}

function django(called: Choices['interface'], sendsFiles: boolean): string {
  const files = sendsFiles
    ? `
from django.views.static import serve
from django.urls import re_path
`
    : '';
  const route = sendsFiles ? `\n    re_path(r"^static/(?P<path>.*)$", serve, {"document_root": BASE / "public/static"}),` : '';
  return `import os
from pathlib import Path

from django.conf import settings

BASE = Path(__file__).parent

settings.configure(
    ALLOWED_HOSTS=["shop.test"],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ.get("SECRET_KEY") or os.urandom(32).hex(),
    # The scheme comes from the proxy in front, which replaces the header.
    SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
)

from django.core.${called} import get_${called}_application  # noqa: E402
from django.http import JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402
${files}

def healthz(request):
    return JsonResponse({"status": "fine"})


def book(request, number):
    return JsonResponse({"book": number, "scheme": request.scheme})


app = get_${called}_application()
urlpatterns = [
    path("healthz", healthz),
    path("books/<int:number>", book),${route}
]
`;
}

function fastapi(sendsFiles: boolean, hasWebSocket: boolean): string {
  const names = ['FastAPI', 'Request', ...(hasWebSocket ? ['WebSocket', 'WebSocketDisconnect'] : [])];
  return `from fastapi import ${names.join(', ')}
${sendsFiles ? 'from fastapi.staticfiles import StaticFiles\n' : ''}
app = FastAPI()


@app.get("/healthz")
def healthz():
    return {"status": "fine"}


@app.get("/books/{number}")
def book(number: int, request: Request):
    return {"book": number, "scheme": request.url.scheme, "visitor": request.client and request.client.host}
${
  hasWebSocket
    ? `

@app.websocket("/chat")
async def chat(socket: WebSocket):
    await socket.accept()
    try:
        while True:
            await socket.send_text(await socket.receive_text())
    except WebSocketDisconnect:
        pass
`
    : ''
}${sendsFiles ? '\n\napp.mount("/static", StaticFiles(directory="public/static"))\n' : ''}`;
}

function falcon(called: Choices['interface'], sendsFiles: boolean, hasWebSocket: boolean): string {
  const isAsync = called === 'asgi';
  const define = isAsync ? 'async def' : 'def';
  return `${sendsFiles ? 'from pathlib import Path\n\n' : ''}import falcon${isAsync ? '.asgi' : ''}


class Health:
    ${define} on_get(self, request, response):
        response.media = {"status": "fine"}


class Book:
    ${define} on_get(self, request, response, number):
        response.media = {"book": number, "scheme": request.forwarded_scheme}
${
  hasWebSocket
    ? `

class Chat:
    async def on_websocket(self, request, socket):
        await socket.accept()
        try:
            while True:
                await socket.send_text(await socket.receive_text())
        except falcon.WebSocketDisconnected:
            pass
`
    : ''
}

app = falcon.${isAsync ? 'asgi.' : ''}App()
app.add_route("/healthz", Health())
app.add_route("/books/{number:int}", Book())
${hasWebSocket ? 'app.add_route("/chat", Chat())\n' : ''}${sendsFiles ? 'app.add_static_route("/static", Path(__file__).parent.resolve() / "public/static")\n' : ''}`;
}
