import { findStatic } from './location-tree.ts';
import { finish } from './finish.ts';
import { escapeUri } from './escape.ts';
import { nameOf } from './run.ts';
import type { Block } from './config-types.ts';
import type { Next, Run } from './run.ts';

/** Looks for the location of the current path, then checks what stands before its own phases. */
export function findPhase(run: Run): Next {
  run.uriChanged = false;
  const found = find(run, run.block);
  if (run.block === run.server.block) run.note({ kind: 'no-location' });
  else run.note({ kind: 'chosen', ...nameOf(run.block) });
  if (run.block !== run.server.block) for (const { directive, line } of run.block.notSimulated) run.note({ kind: 'not-simulated', directive, line });

  if (!run.internal && run.block.internal === true) {
    run.note({ kind: 'internal-only', ...nameOf(run.block) });
    return finish(run, 404, 'error');
  }
  if (found !== 'redirect') return { go: 'rewrite' };
  run.note({ kind: 'slash-redirect', ...nameOf(run.block) });
  run.locationField = escapeUri(run.block.name) + (run.args === '' ? '' : `?${run.args}`);
  return finish(run, 301, 'return');
}

/** `ngx_http_core_find_location`: this level's exact and prefix locations, the levels inside, then the expressions. */
function find(run: Run, outer: Block): 'found' | 'redirect' | 'prefix' | 'none' {
  const match = findStatic(outer, run.uri);
  let result: ReturnType<typeof find> = 'none';
  let skipRegexes = false;
  for (const block of match?.passed ?? []) run.note({ kind: 'prefix', ...nameOf(block) });
  if (match) {
    run.block = match.block;
    if (match.kind === 'found') {
      run.note({ kind: 'exact', ...nameOf(match.block) });
      return 'found';
    }
    if (match.kind === 'redirect') return 'redirect';
    result = 'prefix';
    skipRegexes = match.block.modifier === '^~';
    if (match.block.locations.length > 0) {
      run.note({ kind: 'nested', ...nameOf(match.block) });
      result = find(run, match.block);
      if (result === 'found' || result === 'redirect') return result;
    }
  }
  for (const block of outer.locations) {
    if (!block.regex) continue;
    if (skipRegexes) {
      run.note({ kind: 'regex-skipped', ...nameOf(block) });
      continue;
    }
    const found = run.match(block.regex);
    if (!found) {
      run.note({ kind: 'regex-no', ...nameOf(block) });
      continue;
    }
    run.note({ kind: 'regex-yes', ...nameOf(block), captures: found.groups.slice(1) });
    run.block = block;
    if (block.locations.length > 0) {
      run.note({ kind: 'nested', ...nameOf(block) });
      find(run, block);
    }
    return 'found';
  }
  return result;
}
