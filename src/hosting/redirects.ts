/** Where another address answers. */
export interface Redirect {
  /** Path with the base path. */
  readonly from: string;
  /** Path with the base path; may name a section. */
  readonly to: string;
  /** 301: for good; 302: the edition that `/` leads to may become another one. */
  readonly status: 301 | 302;
}

/** The text of `_redirects`, as Cloudflare Pages, Netlify and the guide's own server read it. */
export function redirectsText(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to, status }) => `${from} ${to} ${status}\n`).join('');
}

/** Reads `_redirects`; lines that it did not write are passed over. */
export function readRedirects(text: string): readonly Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [, from, to, status] = /^(\/\S*) (\/\S*) (301|302)$/.exec(line) ?? [];
    return from && to ? [{ from, to, status: Number(status) as 301 | 302 }] : [];
  });
}

/** The page that sends readers on where a host knows no redirects. */
export function forwardingPage(to: string, name: string, policy: string): string {
  return (
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><meta http-equiv="refresh" content="0; url=${to}">` +
    `<meta name="robots" content="noindex"></head><body><p>This page is at <a href="${to}">${to}</a>.</p></body></html>\n`
  );
}
