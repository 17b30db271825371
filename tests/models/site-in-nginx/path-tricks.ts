const long = 'a'.repeat(9000);

/** Targets that try to leave the site, to see what is hidden in it, or to have a reader sent elsewhere. */
export const pathTricks: readonly string[] = [
  ...['/../secret.txt', '/en/../../secret.txt', '/en/../../../../../../etc/passwd', '/./../secret.txt', '/..', '/../', '/en/..', '/...//secret.txt'],
  ...['/%2e%2e/secret.txt', '/en/%2e%2e/%2e%2e/secret.txt', '/%2E%2E/secret.txt', '/.%2e/secret.txt', '/%2e./secret.txt', '/%252e%252e/secret.txt', '/%c0%ae%c0%ae/secret.txt', '/%uff0e%uff0e/secret.txt'],
  ...['/..%2fsecret.txt', '/..%2Fsecret.txt', '/en%2f..%2f..%2fsecret.txt', '/%2f..%2fsecret.txt', '/..%252fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt', '/en\\..\\..\\secret.txt', '/%5c..%5csecret.txt'],
  ...['/_astro../secret.txt', '/_astro/../../secret.txt', '/_astro/..;/secret.txt', '/en/..;/..;/secret.txt', '/en/.../secret.txt', '/en/wsgi/../../../secret.txt', '/docs/../../secret.txt'],
  ...['/%00', '/%00/../secret.txt', '/en/wsgi/%00', '/en/wsgi.md%00.html', '/secret.txt%00.md', '/en/\0wsgi/', '/en/wsgi/index.html%00'],
  ...['/.hidden', '/%2ehidden', '/en/../.hidden', '/.git/config', '/en/.htaccess', '/.env', '/_headers', '/_redirects', '/%5fheaders', '/_headers%20', '/_headers/', '/en/wsgi.md.gz', '/en/wsgi.md.br', '/en/wsgi.md%2egz', '/en/wsgi/index.html.gz'],
  ...['//evil.test', '//evil.test/', '//evil.test/..', '///evil.test/%2e%2e', '//evil.test/index.html', '//evil.test/en/wsgi/index.html', '/\\evil.test/index.html', '/%5cevil.test/index.html', '/%2f%2fevil.test/index.html', '/%2fevil.test/%2e%2e/index.html'],
  ...['//en/wsgi', '///en', '/en//wsgi', '/%2fen', '/%2fen/wsgi', '/en/%2fwsgi', '/%09/evil.test/index.html', '/%0d%0aLocation:%20https://evil.test/index.html', '/en%0d%0aSet-Cookie:%20a=b', '/en/wsgi%0d%0aX-Evil:%201', '/en/wsgi?%0d%0aX-Evil:%201', '/index.html?%0d%0aX-Evil:%201', '/en/wsgi?next=//evil.test/'],
  ...['http://evil.test/en/wsgi', 'http://evil.test//evil.test/', 'https://evil.test/index.html', 'http://guide.test/../secret.txt', 'file:///etc/passwd', '*', 'evil.test:443', '', 'en/wsgi/', '?', '#', '/#/../secret.txt', '/en/wsgi#x', '/en/wsgi/?../../secret.txt'],
  ...[`/${long}`, `/en/${long}/../wsgi/`, `/?${long}`, `/${'../'.repeat(3000)}etc/passwd`, `/${'%2e%2e%2f'.repeat(900)}etc/passwd`, `/${'a/'.repeat(4000)}`, `/en/wsgi/?${'a=b&'.repeat(4500)}`],
  ...['/%', '/%2', '/%zz', '/%e2%28%a1', '/\xff\xfe', '/en/\x7f', '/en/wsgi/ extra', '/en/wsgi/\tx', '/en/~root/', '/en/wsgi/;/', '/en/*', '/en/wsgi/:', '/con', '/en/wsgi/::$DATA', '/proc/self/environ', '/etc/passwd', '/server-status', '/cgi-bin/test'],
];
