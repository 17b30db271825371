CREATE TABLE author (id integer PRIMARY KEY, name text);
CREATE TABLE book (id integer PRIMARY KEY, title text, price text, author_id integer REFERENCES author);
INSERT INTO author VALUES (1, 'A. Wren'), (2, 'B. Marsh'), (3, 'C. Holm'), (4, 'D. Finch'), (5, 'E. Stone');
INSERT INTO book VALUES
  (40, 'Low Water', '12.00', 1), (41, 'The Ferry', '9.50', 2), (42, 'The Long Way Back', '18.00', 3),
  (43, 'Salt', '11.00', 4), (44, 'A Quiet Year', '14.00', 5), (45, 'North Road', '10.00', 1),
  (46, 'Tin Roofs', '8.00', 2), (47, 'The Orchard', '16.00', 3), (48, 'Night Train', '13.00', 4), (49, 'Harbour', '15.00', 5);
