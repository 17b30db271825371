import { runTool } from '../tools/run-tool.ts';
import { readCommandLine, projectRoot, runSession } from './lab-session.ts';
import { recordLab } from './record-lab.ts';

const help = `npm run labs:record [-- pattern] [--once] [--fresh]

Runs the labs content/chapters/*/labs/*/lab.yaml (those whose path contains the pattern) and writes beside
each lab.yaml transcripts/<run>.txt, one for each run, and transcripts/versions.json.
A lab is run twice: what differs the second time must be declared under \`volatile\`, or the lab changed.
Transcripts that differ from the new ones in volatile parts only are kept as they are.

  --once    run each lab once only
  --fresh   write all transcripts anew
  --chapters FOLDER   take the labs of another folder of chapters

A lab.yaml:

  title: The hosts file
  needs: [namespace, python, curl]     # all names: src/lab/needs.ts
  files: [../shared]                   # optional: copied beside the lab's folder as it lies here
  setup: |                             # optional bash, not shown; stops at the first command that fails
    mount --bind hosts /etc/hosts
  serve:                               # optional; each starts when the one before is ready
    - name: app                        # output in app.log, process id in app.pid
      run: python3 server.py           # stays in the foreground
      ready: { port: 8000 }            # or { udp: 53 }, { unix: app.sock }, { file: x }, { log: "words in its log" };
                                       # with port and udp: address: 127.0.0.20 when several share the port
  runs:
    - id: look-up                      # transcripts/look-up.txt
      commands:                        # typed in one shell, in order; variables and cd last from run to run
        - getent ahosts shop.test
        - curl -s http://shop.test/
      exit: [0, 0]                     # optional: exit status of each command
      volatile:                        # optional: compared as if it was \`as\`; regular expressions, flags gm
        - { match: "^date: .*$", as: "date: D" }
  versions: { curl: curl --version }   # the first version in what it prints is stored
  limit: 60                            # optional: seconds for the whole lab

What a lab sees: its folder, copied to /srv/<lab> (the home and working folder); root's rights, any port; a
network with nothing but lo (every 127.x.y.z); the machine's files, read-only; empty /tmp, /run, /var/log;
/etc/hosts with localhost only, name servers 127.0.0.53, nsswitch "hosts: files dns" (mount --bind your own
file over them); host name lab; the Python packages of src/lab/requirements.in when it needs venv. LC_ALL=C,
TZ=UTC. Commands read from /dev/null. Everything that was started ends with the lab.
A YAML anchor shares rules between runs: \`volatile: &dates [...]\`, then \`volatile: *dates\`.
`;

await runTool(async () => {
  if (process.argv.includes('--help')) {
    console.log(help);
    return 0;
  }
  const { chapters, pattern, flags } = readCommandLine(process.argv.slice(2), ['--once', '--fresh']);
  return await runSession({
    root: projectRoot,
    chapters,
    pattern,
    requireAll: false,
    work: (folder, lab, surroundings) =>
      recordLab(folder, lab, surroundings, { once: flags.has('--once'), fresh: flags.has('--fresh') }),
  });
});
