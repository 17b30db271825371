import { mulberry32 } from '../../lib/random.ts';

/** Numbers in [0, 1) that look random and are the same for the same seed. Neighbouring seeds begin far from each other. */
export function randomFrom(seed: number): () => number {
  return mulberry32(Math.imul(seed | 0, 0x9e3779b1));
}
