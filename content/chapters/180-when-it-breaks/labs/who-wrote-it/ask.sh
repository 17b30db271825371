# One visit for each number. What came back is thrown away: the logs are what this is about.
ask() { curl -s -o body "$@"; }
shop=https://shop.test
long=$(printf 'x%.0s' {1..9000})

ask $shop/books/42
ask $shop/books/99
ask $shop/static/none.css
ask $shop/account
ask $shop/office/
ask $shop/invoices/7
ask $shop/static/
ask -X DELETE $shop/books/42
ask -d name=ada $shop/static/shop.css
ask -d 'book=42' $shop/orders
ask -H "Cookie: basket=$long" $shop/books/42
ask "$shop/search?q=$long"
ask -H 'Content-Length: 2000000' -d '' $shop/orders
ask $shop/signup
ask $shop/signup
ask $shop/paperback
ask $shop/guide/start
ask $shop/sale
ask $shop/blog/
ask -d name=ada $shop/login
ask -m 1 $shop/report
true
