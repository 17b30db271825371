CREATE TABLE book (id integer PRIMARY KEY, title text, price text);
CREATE TABLE orders (id serial PRIMARY KEY, book_id integer);
INSERT INTO book VALUES (41, 'The Ferry', '9.50'), (42, 'The Long Way Back', '18.00');
