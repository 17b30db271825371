const answer = await fetch('/api/books/42');
if (!answer.ok) throw new Error(`status ${answer.status}`);
const book = await answer.json();
document.querySelector('#price').textContent = book.price;
