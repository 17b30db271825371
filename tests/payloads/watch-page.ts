import { expect, type Page } from '@playwright/test';

/** What a page must not do, whatever texts it is given. */
export interface Watched {
  /** Fails when something came alive since the page was opened, or an error went uncaught. */
  check(): Promise<void>;
}

/**
 * Watches a page for what comes alive: a call of `alive()`, a dialog, an element or attribute that could act, a report of
 * its policy, an uncaught error, a request to elsewhere. To be called before the page is opened.
 */
export async function watchPage(page: Page): Promise<Watched> {
  const faults: string[] = [];
  const origin = new URL(process.env['SITE_UNDER_TEST'] ?? 'http://127.0.0.1:4331').origin;
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin && !/^(?:data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) faults.push(`frame: ${frame.url()}`);
  });
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { alive: () => seen.push('alive() was called'), seenAlive: seen });
    addEventListener('securitypolicyviolation', (event) => seen.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    const acts = /^(?:script|iframe|frame|object|embed|applet|base|meta|math|style|img|image|video|audio|animate|set|foreignobject|template|marquee|form)$/;
    /** What the page was built with; it may go and come back. */
    const built = new WeakSet<Node>();
    const look = (node: Node): void => {
      if (!(node instanceof Element)) return;
      const name = node.localName.toLowerCase();
      // Forms that the search or an exercise makes itself send to this site.
      const isOwnForm = name === 'form' && new URL(node.getAttribute('action') ?? '', location.origin).origin === location.origin;
      if (acts.test(name) && !isOwnForm && !built.has(node)) seen.push(`element: ${node.outerHTML.slice(0, 200)}`);
      for (const { name: attribute, value } of node.attributes) {
        if (/^on|^srcdoc$|^style$/i.test(attribute)) seen.push(`attribute: ${attribute}="${value.slice(0, 100)}"`);
        if (/^(?:xlink:)?href$|^src$|action$|^data$/i.test(attribute) && !/^(?:#|\/(?!\/)|\?|blob:)/.test(value) && !value.startsWith(`${location.origin}/`)) seen.push(`address: ${attribute}="${value.slice(0, 100)}"`);
      }
      for (const child of node.children) look(child);
    };
    addEventListener('DOMContentLoaded', () => {
      for (const element of document.querySelectorAll('*')) built.add(element);
      new MutationObserver((changes) => {
        for (const { addedNodes, target, type } of changes) {
          for (const node of addedNodes) look(node);
          if (type === 'attributes') look(target.cloneNode());
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['href', 'src', 'srcdoc', 'action', 'formaction', 'onclick', 'onload', 'onerror', 'onfocus', 'onmouseover'] });
    });
  });
  return {
    async check() {
      // What a text started would come alive a moment later.
      const seen = await page.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return { seen: (globalThis as unknown as { seenAlive: readonly string[] }).seenAlive, polluted: (({}) as { polluted?: unknown }).polluted };
      });
      expect([...new Set([...seen.seen, ...faults])].slice(0, 20)).toEqual([]);
      expect(seen.polluted).toBeUndefined();
    },
  };
}
