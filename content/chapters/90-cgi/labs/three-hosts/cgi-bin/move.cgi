#!/bin/sh
printf 'Location: /cgi-bin/shop.cgi/books/42\n\n'
