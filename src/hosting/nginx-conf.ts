import { always, cacheControl, contentType, forOthers, ownHeaders, pageHeaders } from '../server/headers.ts';
import { hashedPlaces, policiesOf, servedFiles } from './site-list.ts';
import type { Redirect } from './redirects.ts';

/** Where the guide is served by Nginx. */
export interface NginxPlace {
  /** What `listen` gets, such as `80`. */
  readonly listen: string;
  /** Names of the server; `_` answers to any. */
  readonly serverName: string;
  /** Folder from which addresses count; the site is in its folder of the base path. */
  readonly root: string;
  /** Base path with both slashes. */
  readonly base: string;
}

/**
 * A server block that answers as the guide's own server does, and the maps that it reads: for a file that Nginx includes
 * in `http`, such as one in /etc/nginx/conf.d. Texts are sent from the `.gz` copies of the build; Debian's Nginx has no
 * brotli.
 * @param site folder of the built site, from which the policies come
 */
export function nginxConf(site: string, redirects: readonly Redirect[], { listen, serverName, root, base }: NginxPlace): string {
  const paths = servedFiles(site);
  const { pages, others, files } = policiesOf(site, paths);
  const address = (path: string): string => base + path.slice(1);
  const hashed = hashedPlaces(paths, (path) => cacheControl(path) !== 'no-cache');
  const forGood = cacheControl('/_astro/file.00000000.js');

  return `# The guide in Nginx; written by npm run nginx:conf for one build, whose pages' policies it names: write it again with each.
# HTTPS belongs here with \`listen 443 ssl\`, \`http2 on\` (1.25.1 and later) and ssl_certificate.
map $uri $guide_policy {
    default ${quoted(others)};
    ~\\.html$ ${quoted(pages)};
${[...files].map(([path, policy]) => `    ~^${escaped(address(path))}$ ${quoted(policy)};\n`).join('')}}
# A name that never means other bytes is kept for good; everything else is asked for again, and answered by 304.
map $uri $guide_cache {
    default no-cache;
${hashed.folders.map((folder) => `    ~^${escaped(address(folder))} ${quoted(forGood)};\n`).join('')}${hashed.files.map((path) => `    ~^${escaped(address(path))}$ ${quoted(forGood)};\n`).join('')}}
# Pages alone say what no script of theirs may do; an empty value sends nothing.
map $uri $guide_permissions {
    default "";
    ~\\.html$ ${quoted(pageHeaders['Permissions-Policy'])};
}
# Social cards and icons are for other sites, too.
map $uri $guide_shown_by {
    default ${ownHeaders['Cross-Origin-Resource-Policy']};
    "~^${escaped(base)}(?:${forOthers.source.replaceAll('^\\/', '')})" "";
}

server {
    listen ${listen};
    server_name ${serverName};
    root ${root};
    server_tokens off;
    absolute_redirect off;
    merge_slashes off;

    gzip_static on;
    gzip_vary on;
    types {
${typeLines(paths)}
    }
    default_type application/octet-stream;

    add_header Cache-Control $guide_cache always;
    add_header Content-Security-Policy $guide_policy always;
    add_header Permissions-Policy $guide_permissions always;
    add_header Cross-Origin-Resource-Policy $guide_shown_by always;
${Object.entries(always).map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`).join('\n')}

    error_page 403 404 =404 ${base}404.html;
    # One address for each page.
    if ($request_uri ~ "^(${escaped(base)}(?:[\\w.~%-]+/)*)index\\.html(\\?.*)?$") { return 301 $1$2; }
    # What configures other hosts, hidden files, copies that are sent in place of a file; and \`//\`, which names nothing here:
    # sent back in a redirect it would name another host.
    location ~ "//|/\\.|^${escaped(base)}_(?:headers|redirects)$|\\.(?:br|gz)$" { return 404; }
${redirects.map(({ from, to, status }) => `    location = ${from} { return ${status} ${to.replace(/(?=#|$)/, '$is_args$args')}; }\n`).join('')}}
`;
}

/** One line for each media type, with the extensions that the site has; Nginx's own list lacks some and says no charset. */
function typeLines(paths: readonly string[]): string {
  const byType = new Map<string, Set<string>>();
  for (const path of paths) {
    const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1];
    const type = contentType(path);
    if (extension && type !== 'application/octet-stream') byType.set(type, (byType.get(type) ?? new Set()).add(extension));
  }
  return [...byType].map(([type, extensions]) => `        "${type}" ${[...extensions].sort().join(' ')};`).join('\n');
}

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
