const request = new XMLHttpRequest();
request.open('GET', '/api/books/42');
request.responseType = 'json';
request.onload = () => {
  document.querySelector('#price').textContent = request.response.price;
};
request.send();
