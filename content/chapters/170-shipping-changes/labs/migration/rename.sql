ALTER TABLE books RENAME COLUMN price TO cents;
UPDATE books SET cents = CAST(round(cents * 100) AS INTEGER);
