"""Three versions of the shop's code, as far as they touch prices."""


# region: v1
class V1:
    def add(self, db, title, pounds):
        db.execute("INSERT INTO books (title, price) VALUES (?, ?)", (title, pounds))

    def read(self, db, title):
        return db.execute("SELECT price FROM books WHERE title = ?", (title,)).fetchone()[0]
# endregion: v1


def to_cents(pounds):
    return round(float(pounds) * 100)


# region: v2
class V2:
    def add(self, db, title, pounds):
        db.execute(
            "INSERT INTO books (title, price, cents) VALUES (?, ?, ?)",
            (title, pounds, to_cents(pounds)),
        )

    def read(self, db, title):
        old, new = db.execute("SELECT price, cents FROM books WHERE title = ?", (title,)).fetchone()
        return to_cents(old) if new is None else new
# endregion: v2


# region: v3
class V3:
    def add(self, db, title, pounds):
        db.execute("INSERT INTO books (title, cents) VALUES (?, ?)", (title, to_cents(pounds)))

    def read(self, db, title):
        return db.execute("SELECT cents FROM books WHERE title = ?", (title,)).fetchone()[0]
# endregion: v3
