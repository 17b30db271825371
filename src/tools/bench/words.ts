/** Words of the field, for texts that compress and are searched like ours. */
const bank =
  'address answer app application balancer body browser buffer byte cache certificate chain child client clock code command connection container cookie copy core count database deadline descriptor disk error event file firewall frame gateway header host image interface kernel key language layer library limit line link list listener load lock log loop machine message method middleware module name network node object option order packet page parent part path peer pool port process program protocol proxy query queue reader record region registry release reply request resolver resource response retry route rule runtime schema script secret section segment server service session signal site socket stack state status stream string system table task test thread token tool upstream user value version worker zone'.split(' ');
const verbs = 'accepts adds answers asks binds blocks calls carries changes checks closes copies counts drops ends fills finds follows forwards gets gives handles holds joins keeps knows leaves lists loads looks makes matches moves names needs opens passes prints puts reads refuses repeats returns runs sends shows signs splits starts stops takes tells tests turns uses waits wants writes'.split(' ');
const links = 'after before beside beyond for from in into of on through to under with without'.split(' ');

/** One of a list. @throws RangeError when it is empty */
export function pick<T>(random: () => number, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('Nothing to pick from.');
  return list[Math.floor(random() * list.length)] as T;
}

/** Some words in a row, such as `socket queue`. */
export function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => pick(random, bank)).join(' ');
}

/** A sentence of about so many words, with a full stop: `The socket passes a queue to the server.` */
export function sentence(random: () => number, about = 12): string {
  let text = `The ${pick(random, bank)} ${pick(random, verbs)} a ${pick(random, bank)}`;
  while (text.split(' ').length < about - 2) text += ` ${pick(random, links)} the ${pick(random, bank)}`;
  return `${text}.`;
}
