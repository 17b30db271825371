const answer = await fetch('/books/42?fmt=json');
const book = await answer.json();
document.querySelector('#price').textContent = book.price;
