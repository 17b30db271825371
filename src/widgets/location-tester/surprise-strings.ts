import type { Localized } from '../../i18n/locales.ts';
import type { SurpriseId } from './surprises.ts';

/** Why a case goes as it does. Texts with `code` between backticks; the outcome is said before it. */
export const surpriseStrings: Localized<Readonly<Record<SurpriseId, string>>> = {
  en: {
    'regex-beats-prefix': 'A regular expression that matches takes the request from any plain prefix, however long.',
    'no-regex-after': '`^~` is no expression: it is a prefix that keeps its requests from the expressions.',
    'first-regex-wins': 'Of expressions the first in the file wins, not the one that matches more.',
    'prefix-is-no-folder': 'A prefix compares letters, not folders. With a slash at its end it would be a folder.',
    'case-counts': 'Paths are compared letter by letter; only `~*` ignores case. An app or a disk that does not care about case is then open by another spelling.',
    'query-is-not-matched': 'The query takes no part in the choice. `$arg_id` has it.',
    'slash-redirect': 'The location ends in a slash and has a `proxy_pass`, so Nginx sends whoever forgot the slash to the address with it.',
    'proxy-keeps-path': '`proxy_pass` without a path: the target goes on as it came.',
    'proxy-slash-cuts': 'One slash more, and the prefix of the location is cut off.',
    'proxy-double-slash': 'The prefix without a slash is replaced by a slash, and the next one is still there.',
    'encoded-slash-matches': 'Locations are chosen by the decoded path: `%2F` is a slash to them.',
    'encoded-slash-kept': 'Without a path in `proxy_pass` the app gets to see `%2F`, as the visitor sent it.',
    'encoded-slash-lost': 'With a path in `proxy_pass`, Nginx sends the decoded path on. A slash needs no encoding there, so two names became three.',
    'dots-before-location': '`..` is resolved before a location is chosen; a prefix cannot be walked out of.',
    'slashes-merged': 'Doubled slashes count once (`merge_slashes`), so the first location answers. In the other one, the app would have seen the doubled ones.',
    'alias-traversal': 'The location lacks the slash that its `alias` has: what follows `/static` is put behind `/srv/shop/static/`, and here that is `../settings.py`.',
    'root-adds-path': '`root` adds the whole path, `/static/` included: Nginx looks in `/srv/shop/static/static/`.',
    'try-files-directory': '`$uri/` asks whether the folder exists, and it does. Only then an index is looked for, and the app is out of reach.',
    'try-files-last': 'The last word is not looked for, it is where the request goes next. It comes back to the same location, ten times.',
    'index-searches-again': 'Nginx finds `index.html`, then asks itself for `/index.html`, and another location answers that.',
    'return-before-location': 'A `return` outside every location comes before any location is looked for; the health check never answers here.',
    'uri-in-redirect': '`$uri` is decoded, also line breaks: the visitor has written a second field into the answer. `$request_uri` would have kept them encoded.',
  },
};
