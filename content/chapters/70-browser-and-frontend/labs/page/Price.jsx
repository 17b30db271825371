import { useEffect, useState } from 'react';

export function Price({ number }) {
  const [book, setBook] = useState(null);

  useEffect(() => {
    fetch(`/api/books/${number}`)
      .then((answer) => answer.json())
      .then(setBook);
  }, [number]);

  return <p>Price: {book ? book.price : '…'}</p>;
}
