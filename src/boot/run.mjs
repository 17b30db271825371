// @ts-check
/*
 * First file of every npm script: `node src/boot/run.mjs <command> [options]`.
 * It looks at the version before anything else is loaded, so it keeps to what an old Node can parse.
 */
var running = process.versions.node;

if (Number(running.split('.')[0]) < 20) {
  console.error(
    'Request Path needs Node 20 or later; this is ' + running + ': install a current one from https://nodejs.org ' +
      '(or with nvm, fnm, or your system\'s packages) and run the same command again.',
  );
  process.exitCode = 1;
} else {
  import('./main.mjs').then(function (boot) {
    return boot.main(process.argv.slice(2));
  });
}
