"""A shop that cannot start."""


# region: app
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.failed", "message": "no database at db.shop.test"})
# endregion: app
