// @ts-check
/** Codes of npm and of the network that mean: the registry was not reached. */
const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|EIDLETIMEOUT)\b/;

/**
 * Says in one sentence why `npm ci` failed and what to do.
 * @param {string} log everything that npm printed
 */
export function installProblem(log) {
  const again = 'then run the same command again.';
  const network = unreachable.exec(log)?.[1];
  if (network) {
    return `The packages could not be installed, because npm did not reach its registry (${network}): connect to the network, or set the registry or proxy in your npm settings, ${again}`;
  }

  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(log)?.[1] ?? '';
  const advice =
    {
      ENOSPC: 'the disk is full: free about 1 GB',
      EACCES: 'npm may not write here or in its cache: make both yours',
      EPERM: 'npm may not write here or in its cache: make both yours',
      EROFS: 'npm may not write here or in its cache: make both writable',
      EUSAGE: 'package.json and package-lock.json disagree: run `npm install` and commit both',
      EINTEGRITY: 'a package differs from the one that the lockfile names: run `npm cache clean --force`',
      ESTRICTALLOWSCRIPTS: 'a package wants to run a script at install that package.json does not allow: read the script, then name the package in allowScripts, true or false',
      ENOENT: 'npm itself was not found: install it (it comes with Node)',
    }[code] ?? (code ? `npm stopped (${code}): mend what it names` : 'npm ended early: see what it said');
  return `The packages could not be installed, because ${advice}, ${again}`;
}
