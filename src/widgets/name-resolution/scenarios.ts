import type { Zone } from './world.ts';

/** What a reader can set; texts as typed. */
export interface Settings {
  readonly name: string;
  readonly type: 'A' | 'AAAA';
  readonly hosts: string;
  /** As in the line `hosts:` of nsswitch.conf. */
  readonly sources: Sources;
  readonly doh: boolean;
  readonly resolver: 'answers' | 'silent';
  /** Texts and states of the zones {@link zoneOrigins}. */
  readonly zones: readonly { readonly text: string; readonly state: Zone['state'] }[];
}

export const sourceOrders = ['files dns', 'dns files', 'files', 'dns'] as const;
export type Sources = (typeof sourceOrders)[number];

export const zoneStates = ['answers', 'silent', 'lame'] as const satisfies readonly Zone['state'][];

/** The zones that can be changed; the root only names the servers of `test`. */
export const zoneOrigins = ['test', 'shop.test', 'cdn.test'] as const;

/** Seconds for which "there is none" is kept, in every zone of the explorer. */
export const negativeTtl = 60;

const testZone = 'shop.test  3600  NS  ns.shop.test\ncdn.test   3600  NS  ns.cdn.test';
const shopZone = `shop.test         300  A      192.0.2.80
shop.test         300  AAAA   2001:db8::80
www.shop.test     300  CNAME  shop.test
static.shop.test  60   CNAME  edge.cdn.test
post.shop.test    300  TXT    letters only`;
const cdnZone = 'edge.cdn.test  120  A  192.0.2.200';
const hosts = '127.0.0.1  localhost\n192.0.2.10  dev.shop.test';

export type ScenarioName = 'cold' | 'file' | 'alias' | 'no-name' | 'no-data' | 'only-ipv6' | 'circle' | 'lame' | 'silent-zone' | 'silent-resolver' | 'mistakes';

const base: Settings = {
  name: 'www.shop.test',
  type: 'A',
  hosts,
  sources: 'files dns',
  doh: false,
  resolver: 'answers',
  zones: [
    { text: testZone, state: 'answers' },
    { text: shopZone, state: 'answers' },
    { text: cdnZone, state: 'answers' },
  ],
};

const shop = (text: string, state: Zone['state'] = 'answers'): Settings['zones'] => base.zones.map((zone, i) => (i === 1 ? { text, state } : zone));

/** Examples to begin with; the first is what the page shows. */
export const scenarios: Readonly<Record<ScenarioName, Settings>> = {
  cold: base,
  file: { ...base, name: 'shop.test', hosts: '127.0.0.1   localhost\n192.0.2.10  shop.test www.shop.test' },
  alias: { ...base, name: 'static.shop.test' },
  'no-name': { ...base, name: 'wwww.shop.test' },
  'no-data': { ...base, name: 'post.shop.test' },
  'only-ipv6': { ...base, name: 'shop.test', zones: shop('shop.test  300  AAAA  2001:db8::80') },
  circle: { ...base, name: 'one.shop.test', zones: shop('one.shop.test    300  CNAME  other.shop.test\nother.shop.test  300  CNAME  one.shop.test') },
  lame: { ...base, zones: shop(shopZone, 'lame') },
  'silent-zone': { ...base, zones: shop(shopZone, 'silent') },
  'silent-resolver': { ...base, resolver: 'silent' },
  mistakes: { ...base, name: 'shop.test', hosts: '127.0.0.1         localhost\n192.0.2.10:8000   shop.test\nhttp://192.0.2.10 www.shop.test\n582.33.96.77      api.shop.test' },
};
