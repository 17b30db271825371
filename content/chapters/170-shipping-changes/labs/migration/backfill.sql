UPDATE books SET cents = CAST(round(price * 100) AS INTEGER) WHERE cents IS NULL;
