import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkGuide } from '../../src/content/check-guide.ts';
import { formatProblem } from '../../src/content/problem.ts';
import { readGuide } from '../../src/content/read-guide.ts';

/**
 * Each mistake is one edit of the small, correct guide in tests/fixtures/guide; the check says what is wrong,
 * in which file and line, and what to write.
 */
const fixture = fileURLToPath(new URL('../fixtures/guide', import.meta.url));
const chapter = 'content/chapters/10-hello/chapter.en.mdx';
const quiz = 'content/chapters/10-hello/quiz.en.yaml';
const exercise = 'content/chapters/10-hello/exercises/greet/exercise.en.yaml';
const synonyms = 'content/search/synonyms.en.yaml';
const starter = 'content/chapters/10-hello/exercises/greet/starter.py';
const page = 'content/pages/about.en.mdx';
const rules = 'src/widgets/python-exercise/grader/rules.py';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(fixture, root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** What the check says, but for the word counts: the fixture is short on purpose. */
function problems(): string[] {
  return checkGuide(readGuide(root, 'en'))
    .filter(({ message }) => !/ words; write 1200/.test(message))
    .map(formatProblem);
}

function edit(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}

test('the fixture itself is without a fault', () => {
  expect(problems()).toEqual([]);
});

test('a chapter that is too short is told so', () => {
  const all = checkGuide(readGuide(root, 'en')).map(formatProblem);
  expect(all).toContainEqual(expect.stringMatching(/^content\/chapters\/10-hello\/chapter\.en\.mdx: has \d+ words; write 1200 to 2400$/));
});

test.each([
  ['a missing field', chapter, 'short: Hello\n', '', /chapter\.en\.mdx:2: short: (is missing|Invalid input: expected string)/],
  ['an unknown field', chapter, 'part: 1', 'part: 1\ncolour: red', /unknown field `colour`/],
  ['a wrong field', chapter, 'part: 1', 'part: 4', /:6: part: write 1, 2 or 3/],
  ['broken YAML', chapter, 'sources: [rfc9110]', 'sources: [rfc9110', /not valid YAML/],
  ['no front matter', chapter, '---\ntitle', 'title', /:1: begin the file with front matter/],
  ['broken MDX', chapter, '</Table>', '</Tabel>', /not valid MDX/],
  ['an import', chapter, '## One word', "import x from 'y'\n\n## One word", /imports and exports nothing/],
  ['an expression', chapter, 'See [the end]', '{1 + 1} See [the end]', /`\{` begins an expression/],
  ['a heading without id', chapter, '## One word [#one-word]', '## One word', /end the heading with its id, such as `One word \[#one-word\]`/],
  ['a heading id twice', chapter, '## Recap [#recap]', '### Twice [#one-word]\n\n## Recap [#recap]', /the id `one-word` stands on line \d+ already/],
  ['no recap', chapter, '## Recap [#recap]', '## The end [#end]', /end the chapter with/],
  ['no prediction', chapter, /<Predict[\s\S]*<\/Predict>/.source, '', /open the chapter with a `<Predict>`/],
  ['a prediction without right answer', chapter, 'answer={1}', 'answer={3}', /write `answer=\{1\}` to `answer=\{2\}`/],
  ['a link to a heading that is not there', chapter, '(#recap)', '(#nowhere)', /link `#nowhere`: this chapter has no heading/],
  ['a link to a chapter that is not there', chapter, '(#recap)', '(chapter:nowhere)', /there is no chapter `nowhere`/],
  ['an unknown term', chapter, 'A [server](term:server)', 'A [server](term:servant)', /the glossary has no term `servant`/],
  ['an unknown term in the answer', chapter, 'because a [server](term:server)', 'because a [server](term:servant)', /:5: answer: link `term:servant`: the glossary has no term/],
  ['an unknown term in a note', chapter, '2: The answer.', '2: The [answer](term:reply).', /link `term:reply`/],
  ['an unknown term in a prediction', chapter, '"The server."', '"The [server](term:servant)."', /link `term:servant`/],
  ['an unknown term in the words of a diagram', chapter, '%% The app answers.', '%% The [app](term:ap) answers.', /link `term:ap`/],
  ['a synonym for words that nothing has', synonyms, 'means: server', 'means: elephant', /synonyms\.en\.yaml:1: 0\.means: no heading, term or failure has the word “elephant”/],
  ['a synonym twice', synonyms, '[daemon, httpd]', '[daemon, daemons]', /0\.ask: “daemons” is explained twice/],
  ['a word that the guide does not use', chapter, 'answers, says', 'answers the frontend, says', /"frontend": write front end/],
  ['an unknown source', chapter, 'source:rfc9110#', 'source:rfc9999#', /there is no source `rfc9999`/],
  ['a source that is not listed', chapter, 'sources: [rfc9110]', 'sources: [rfc1034]', /add `rfc9110`, which the chapter cites/],
  ['a link to another site', chapter, '(#recap)', '(https://example.com)', /other sites are linked through content\/sources/],
  ['an unknown component', chapter, '<Table caption="Words">', '<Tafel>', /not valid MDX|<Tafel>: unknown/],
  ['a table without caption', chapter, '<Table caption="Words">', '<Table>', /<Table>: add `caption=`/],
  ['a file that is not there', chapter, 'labs/echo/hello.py region', 'labs/echo/bye.py region', /there is no file `labs\/echo\/bye\.py`/],
  ['a region that is not there', chapter, 'region=greet', 'region=greets', /has no region `greets`/],
  ['a mark beyond the listing', chapter, 'mark=1', 'mark=9', /marks or notes line 9, but only 2 lines are shown/],
  ['a run that was not recorded', chapter, 'run=echo caption', 'run=ohce caption', /run npm run labs:record/],
  ['code in a fence', chapter, '2: The answer.', 'print("hello")', /is not a note/],
  ['a fence without file', chapter, '```python src=labs/echo/hello.py region=greet caption="A greeting" mark=1', '```python', /a fence shows a file/],
  ['a diagram without title', chapter, '  accTitle: A greeting\n', '', /accTitle/],
  ['a diagram without description', chapter, '  accDescr: The browser asks and the app answers.\n', '', /accDescr/],
  ['a diagram without words', chapter, '  %% The browser asks.\n  %% The app answers.\n', '', /%%/],
  ['a diagram without caption', chapter, ' caption="Who asks"', '', /a figure needs `caption=…`/],
  ['an unknown myth', chapter, 'ids="server-first"', 'ids="server-last"', /there is no myth `server-last`/],
  ['a version that no lab recorded', chapter, 'bash: "5.2"', 'bash: "4.0"', /the labs recorded 5\.2, not 4\.0/],
  ['an objective that nobody tests', chapter, 'id: say-hello', 'id: sing', /no question tests the objective `sing`/],
  ['a question about no objective', quiz, 'objective: say-hello', 'objective: sing', /questions\.0\.objective: the chapter has no objective `sing`/],
  ['a question that leads nowhere', quiz, 'see: one-word', 'see: two-words', /questions\.0\.see: .*has no heading `\[#two-words\]`/],
  ['a quiz of another chapter', quiz, 'chapter: hello', 'chapter: bye', /chapter: write `hello`/],
  ['an option without explanation', quiz, 'why: It waits.', 'why: ""', /quiz\.en\.yaml:\d+: questions\.0\.options\.1\.why/],
  ['no right option', quiz, 'text: The client., correct: true', 'text: The client.', /questions\.0/],
  ['a question id twice', quiz, 'id: who-answers', 'id: who-asks', /who-asks/],
  ['a recorded output that differs', quiz, 'text: "`hello`"', 'text: "`Hello`"', /the right option is `Hello`, but line 10 of run `echo` is `hello`/],
  ['a line to point at that is not shown', quiz, 'line: 2, correct', 'line: 7, correct', /line 7 is not shown/],
  ['an exercise that is not there', chapter, '<Exercise id="greet" />', '<Exercise id="great" />', /:\d+: <Exercise>: there is no exercise `great`/],
  ['an exercise shown twice', chapter, '<Exercise id="greet" />', '<Exercise id="greet" />\n\n<Exercise id="greet" />', /:\d+: <Exercise>: the exercise `greet` is shown twice/],
  ['an exercise without id', chapter, '<Exercise id="greet" />', '<Exercise />', /<Exercise>: add `id=`/],
  ['an exercise of an unknown interface', exercise, 'interface: wsgi', 'interface: fcgi', /:2: interface: write cgi, wsgi or asgi/],
  ['an exercise of an unknown kind', exercise, 'kind: write', 'kind: guess', /:3: kind: write write, repair or find/],
  ['an exercise with one hint', exercise, '  - Return it.\n', '', /hints: write 2 to 4 hints/],
  ['an exercise explained nowhere', exercise, 'see: one-word', 'see: two-words', /:5: see: .*has no heading `\[#two-words\]`/],
  ['an exercise that links an unknown term', exercise, 'term:server', 'term:servant', /explain: link `term:servant`: the glossary has no term/],
  ['an exercise that cites an unknown source', exercise, 'source:rfc9110', 'source:rfc9999', /task: link `source:rfc9999`: there is no source/],
  ['a word in an exercise that the guide does not use', exercise, 'Return it.', 'Tell the backend.', /hints\.1: "backend": write upstream/],
  ['an exercise with two requests', exercise, /  - { id: post.*\n/.source, '', /requests: write at least three requests/],
  ['two requests with one id', exercise, 'id: again', 'id: home', /requests: two requests have the same id/],
  ['a path with a query', exercise, 'path: /again', 'path: "/again?x=1"', /requests\.1\.request\.path: write the path without query/],
  ['an unknown field of a request', exercise, 'path: /again', 'url: /again', /requests\.1\.request: unknown field `url`/],
  ['a request of another interface', exercise, 'method: POST', 'scope: websocket', /requests\.2\.request\.scope: belongs to ASGI; the exercise is for wsgi/],
  ['a middleware that no name can be', exercise, 'path: /again', 'middleware: "lambda x"', /requests\.1\.request\.middleware: write the name of a function/],
  ['a request that expects nothing', exercise, '{ status: 200 }', '{}', /requests\.1\.expect: say what must come out/],
  ['an expected header in capitals', exercise, '{ status: 200 }', '{ headers: { Content-Type: text/plain } }', /write names of header fields in lower case/],
  ['an unknown rule', exercise, 'rule: wsgi-status', 'rule: wsgi-state', /wrong\.1\.rule: there is no rule `wsgi-state`/],
  ['a rule that is explained nowhere', rules, '        "hello#one-word"', '        "hello#two-words"', /rules\.py:14: .*has no heading `\[#two-words\]`/],
  ['a rule of no chapter', rules, '        "hello#one-word"', '        "bye#one-word"', /rules\.py:14: there is no chapter `bye`/],
  ['a wrong program that is not there', exercise, 'file: bye', 'file: good-bye', /wrong\.3\.file: there is no file wrong\/good-bye\.py/],
  ['a wrong program that is not listed', exercise, 'file: bye', 'file: good-bye', /wrong: wrong\/bye\.py is not listed/],
  ['three wrong programs', exercise, /  - { file: bye.*\n/.source, '', /wrong: list at least four wrong programs/],
  ['a framework of the other interface', exercise, 'interface: wsgi', 'interface: wsgi\nframework: { name: starlette, explain: The same. }', /framework\.name: starlette is called by asgi; the exercise is for wsgi/],
  ['a framework that the site does not bring', exercise, 'interface: wsgi', 'interface: wsgi\nframework: { name: bottle, explain: The same. }', /framework\.name: write flask or starlette/],
  ['a puzzle without distractor', exercise, /, instead: .*why: "A status is text."/.source, '', /give at least one block an `instead`/],
  ['a distractor without reason', exercise, ', why: "A status is text."', '', /`instead` and `why` stand together/],
  ['a puzzle without subgoal', exercise, '    - { subgoal: announce it }\n', '', /write a subgoal/],
  ['a start without app', starter, 'def app', 'def application', /has no `app`/],
  ['a term twice', 'content/glossary/hello.en.yaml', '- id: server', '- { id: server, term: s, ru: с, definition: d, chapter: hello }\n- id: server', /the term `server` stands in/],
  ['a term of no chapter', 'content/glossary/hello.en.yaml', 'chapter: hello', 'chapter: bye', /there is no chapter `bye`/],
  ['a term of no section', 'content/glossary/hello.en.yaml', 'section: one-word', 'section: two', /has no heading `\[#two\]`/],
  ['a term without Russian', 'content/glossary/hello.en.yaml', '  ru: сервер\n', '', /0\.ru/],
  ['a log line that was typed', 'content/failures/hello.en.yaml', 'line: 10', 'line: 9', /line 9 of run `echo` was typed/],
  ['a log line that is not there', 'content/failures/hello.en.yaml', 'line: 10', 'line: 99', /has 10 lines, not 99/],
  ['a failure without log', 'content/failures/hello.en.yaml', '  log: { lab: echo, run: echo, line: 10 }\n', '', /0\.log/],
  ['a time-out without source', 'content/time-outs/hello.en.yaml', 'sources: [rfc9110]', 'sources: []', /0\.sources: name the source of the default/],
  ['a time-out without log', 'content/time-outs/hello.en.yaml', '  log: { lab: echo, run: echo, line: 10 }\n', '', /0\.log/],
  ['a line of a time-out that was typed', 'content/time-outs/hello.en.yaml', 'line: 10', 'line: 9', /line 9 of run `echo` was typed/],
  ['a version that the lab did not record', 'content/time-outs/hello.en.yaml', 'version: echo 1', 'version: bash 4.4', /the lab `echo` recorded bash 5\.2, not 4\.4/],
  ['a clock that nobody knows', 'content/time-outs/hello.en.yaml', 'clock: whole', 'clock: sand', /0\.clock: write whole, silence, idle/],
  ['a stop of a section that is not there', 'content/chapters/10-hello/chapter.en.mdx', 'hop: browser', 'hop: browser\nstops: { nowhere: name }', /stops\.nowhere.*this chapter has no section `\[#nowhere\]`/],
  ['a section at a stop that is none', 'content/chapters/10-hello/chapter.en.mdx', 'hop: browser', 'hop: browser\nstops: { believed: moon }', /stops\.believed.*write one of browser, name/],
  ['a time-out twice', 'content/time-outs/hello.en.yaml', '- id: no-patience', '- { id: no-patience, hop: app, who: a, setting: b, unset: c, version: d, clock: idle, measures: e, sees: f, status: null, log: { none: g }, chapter: hello, sources: [rfc9110] }\n- id: no-patience', /the time-out `no-patience` stands in/],
  ['a link to a time-out that is not there', chapter, 'See [the end]', 'See [patience](time-out:more) and [the end]', /there is no time-out `more`/],
  ['a myth that no page shows', 'content/myths/hello.en.yaml', '- id: server-first', '- { id: other, statement: s, verdict: wrong, truth: t, chapter: hello }\n- id: server-first', /does not show the myth `other`/],
  ['a component of no section', 'content/cheat-sheet/hello.en.yaml', 'section: one-word', 'section: two', /0\.section: .*has no heading `\[#two\]`/],
  ['a job of more than a line', 'content/cheat-sheet/hello.en.yaml', 'It says hello.', 'It says hello, and hello, and hello, and once more hello to everybody who may come along this way.', /0\.job: write at most 90 characters/],
  ['a list where a sentence stands', 'content/glossary/hello.en.yaml', /  definition: .*/.source, '  definition: "- one\\n- two"', /0\.definition: write one paragraph without lists/],
  ['a heading in an option', quiz, 'text: The client.', 'text: "# The client."', /questions\.0\.options\.\d\.text: write one paragraph/],
  ['a diagram whose fence stands further in', chapter, '```mermaid id=hello', '  ```mermaid id=hello', /:35: the fence of the diagram is not found line by line/],
  ['a component whose name every object has', chapter, '## One word', '<constructor />\n\n## One word', /<constructor>: unknown; a chapter may use/],
  ['an alias that nothing has', quiz, 'id: who-answers', 'id: *who', /quiz\.en\.yaml:\d+: not valid YAML: .*who/],
  ['a sign that turns the order of text', chapter, '## One word', '## One\u202e word', /:\d+: holds U\+202E/],
  ['a byte that no page may hold', starter, 'def app', 'def\0app', /starter\.py:\d+: holds the control character U\+0000/],
  ['line ends of Windows', 'content/glossary/hello.en.yaml', '  ru: сервер\n', '  ru: сервер\r\n', /:\d+: has line ends of another system/],
  ['a page that is no MDX', page, 'The page', '<Table>The page', /about\.en\.mdx(?::1)?: not valid MDX/],
  ['a page with a listing', page, 'The page', '```python src=a.py caption="A"\n```\n\nThe page', /:1: a page has no labs/],
  ['a page with an exercise', page, 'The page', '<Exercise id="a" />\n\nThe page', /:1: <Exercise>: unknown here/],
  ['a page with a table without caption', page, 'The page', '<Table>\n\n| a |\n|---|\n\n</Table>\n\nThe page', /:1: <Table>: add `caption=`/],
  ['an unused source', 'content/sources/hello.yaml', '- id: rfc9110', '- { id: x1, title: x, publisher: x, url: https://x.example/, kind: paper }\n- id: rfc9110', /nothing cites the source `x1`/],
  ['a source with a fragment', 'content/sources/hello.yaml', 'rfc/rfc9110', 'rfc/rfc9110#section-1', /leave the fragment out/],
])('%s is told', (_name, file, from, to, message) => {
  if (from.startsWith('<Predict') || from.includes('.*')) {
    const path = join(root, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(new RegExp(from), to));
  } else edit(file, from, to);
  const said = problems();
  expect(said.some((line) => message.test(line) && line.startsWith(file)), said.join('\n')).toBe(true);
});

test('an exercise that no page shows is told', () => {
  edit(chapter, '<Exercise id="greet" />\n', '');
  expect(problems()).toContainEqual(expect.stringMatching(/^content\/chapters\/10-hello\/exercises\/greet\/exercise\.en\.yaml: the chapter never shows it; write `<Exercise id="greet" \/>`/));
});

test('a framework without a program is told', () => {
  edit(exercise, 'interface: wsgi', 'interface: wsgi\nframework: { name: flask, explain: The same. }');
  expect(problems()).toContainEqual(expect.stringMatching(/exercises\/greet\/framework\.py: is missing; write the program that `framework:` is about/));
});

test('a program of a framework that the exercise does not mention is told', () => {
  writeFileSync(join(root, 'content/chapters/10-hello/exercises/greet/framework.py'), 'app = None\n');
  expect(problems()).toContainEqual(expect.stringMatching(/exercises\/greet\/framework\.py: is not mentioned; add `framework:`/));
});

test.each(['starter.py', 'solution.py', 'exercise.en.yaml'])('an exercise without %s is told', (name) => {
  rmSync(join(root, 'content/chapters/10-hello/exercises/greet', name));
  expect(problems()).toContainEqual(expect.stringMatching(new RegExp(`^content/chapters/10-hello/exercises/greet/${name.replaceAll('.', '\\.')}: is missing`)));
});

test.each([
  ['- { from: /en/bye, to: /en/hello/ }', 'content/moved.yaml:1: 0.from: write the address of a page without the base path, such as /en/wsgi/'],
  ['- { from: /en/hello/, to: /en/about/ }', 'content/moved.yaml: 0.from: /en/hello/ is the address of content/chapters/10-hello/chapter.en.mdx; remove the entry'],
  ['- from: [', expect.stringMatching(/^content\/moved\.yaml:\d: not valid YAML/)],
])('the move %s is told', (entry, problem) => {
  writeFileSync(join(root, 'content/moved.yaml'), `${entry}\n`);
  expect(problems()).toContainEqual(problem);
});

test('a page that is not there is told', () => {
  rmSync(join(root, page));
  expect(problems()).toContainEqual('content/pages/about.en.mdx: is missing; write the text of the page');
});

test('versions that are not what was recorded are told', () => {
  edit('content/chapters/10-hello/labs/echo/transcripts/versions.json', '{', '[');
  expect(problems()).toContainEqual(expect.stringMatching(/^content\/chapters\/10-hello: labs\/echo\/transcripts\/versions\.json is not what was recorded .* run npm run labs:record/));
});

test('a start that is the solution is told', () => {
  const folder = join(root, 'content/chapters/10-hello/exercises/greet');
  cpSync(join(folder, 'solution.py'), join(folder, 'starter.py'));
  expect(problems()).toContainEqual(expect.stringMatching(/greet\/starter\.py: is the solution already/));
});

test('a folder of an exercise with a name in capitals is told', () => {
  const parent = join(root, 'content/chapters/10-hello/exercises');
  cpSync(join(parent, 'greet'), join(parent, 'Greet'), { recursive: true });
  expect(problems()).toContainEqual(expect.stringMatching(/exercises\/Greet: name the folder of an exercise in kebab case/));
});
