/** The classes of tokens.css that give a shape its line, text and wash; `plain` for what belongs to no phase. */
export type Phase = 'reach' | 'accept' | 'translate' | 'process' | 'back' | 'plain';

/** Who belongs to which phase, by the ids that participants have in every diagram. */
const actors: Readonly<Record<string, Phase>> = {
  person: 'reach',
  browser: 'reach',
  script: 'reach',
  stub: 'reach',
  hosts: 'reach',
  resolver: 'reach',
  dns: 'reach',
  root: 'reach',
  tld: 'reach',
  zone: 'reach',
  nginx: 'accept',
  apache: 'accept',
  files: 'accept',
  gateway: 'translate',
  server: 'translate',
  arbiter: 'translate',
  worker: 'translate',
  middleware: 'process',
  auth: 'process',
  cookies: 'process',
  app: 'process',
  cache: 'process',
  db: 'process',
};

/** Phase of a participant; a number at the end (`worker2`) does not matter. */
export function phaseOf(actor: string): Phase {
  return actors[actor.replace(/-?\d+$/, '')] ?? 'plain';
}

const names: ReadonlySet<string> = new Set<Phase>(['reach', 'accept', 'translate', 'process', 'back', 'plain']);

/** The phase among an element's classes. */
export function phaseIn(classes: string): Phase | undefined {
  return classes.split(/\s+/).find((name): name is Phase => names.has(name));
}
