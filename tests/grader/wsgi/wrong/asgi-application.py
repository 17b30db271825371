# rule: wsgi-arguments
async def app(scope, receive, send):  # here
    pass
