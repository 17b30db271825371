"""A plain function: no request, no server, no database."""


# region: price
def price(cents):
    return f"{cents // 100}.{cents % 100:02}"
# endregion: price
