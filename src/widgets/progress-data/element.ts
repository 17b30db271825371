import { onProgress, progress } from '../../progress/browser.ts';
import { emptyProgress, merge, stateOfChapter, type Progress } from '../../progress/model.ts';
import { damagedKey } from '../../progress/store.ts';
import { exportName, exportText, importText, largestImport } from '../../progress/transfer.ts';
import { dataIn, find } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import { notice, verdict } from '../shared/verdict-line.ts';
import { importSentence } from './import-sentence.ts';
import type { DataStrings } from './strings.ts';

/** Shows, exports, imports and clears what is kept. Markup: ProgressData.astro. */
export class ProgressDataElement extends HTMLElement {
  #listeners = new AbortController();
  /** What was cleared, for as long as the page is open. */
  #cleared: Progress | undefined;
  #strings: DataStrings | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const dialog = find<HTMLDialogElement>(this, 'dialog');
    for (const button of this.querySelectorAll('[data-export]')) button.addEventListener('click', () => this.#export(), { signal });
    find(this, '[data-export-aside]').addEventListener('click', () => this.#exportAside(), { signal });
    find(this, '[data-import]').addEventListener('change', ({ currentTarget }) => void this.#import(currentTarget as HTMLInputElement), { signal });
    find(this, '[data-clear]').addEventListener('click', () => {
      dialog.returnValue = '';
      dialog.showModal();
    }, { signal });
    dialog.addEventListener('close', () => dialog.returnValue === 'clear' && this.#clear(), { signal });
    find(this, '[data-undo]').addEventListener('click', () => this.#undo(), { signal });
    onProgress(() => this.#render(), signal);
    this.#render();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #text(): DataStrings {
    return (this.#strings ??= dataIn<DataStrings>(this, '[data-strings]'));
  }

  get #locale(): string {
    return this.dataset['locale'] ?? 'en';
  }

  #render(): void {
    const text = this.#text;
    const all = progress.read();
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    const states = rows.map(({ dataset }) => stateOfChapter(all, dataset['row'] ?? ''));
    const read = states.filter((state) => state === 'read').length;
    const answered = Object.keys(all.answers).length;
    const begun = Object.keys(all.exercises).length;
    const exams = Object.values(all.exams).filter(({ answers }) => Object.keys(answers).length > 0).length;
    const counts = [
      fill(fillCount(text.readOf, rows.length, this.#locale), { read }),
      fillCount(text.answered, answered, this.#locale),
      ...(begun ? [fill(fillCount(text.solvedOf, begun, this.#locale), { solved: Object.values(all.exercises).filter(({ passed }) => passed).length })] : []),
      ...(exams ? [fillCount(text.exams, exams, this.#locale)] : []),
    ];
    find(this, '[data-summary]').textContent = read + answered + begun + exams === 0 ? text.nothing : `${counts.join('; ')}.`;
    for (const [i, row] of rows.entries()) {
      const record = all.chapters[row.dataset['row'] ?? ''];
      const day = record?.read && new Date(record.read).toLocaleDateString(this.#locale, { dateStyle: 'long' });
      find(row, '[data-read]').textContent = day ?? (states[i] === 'started' ? text.begun : text.unread);
      find(row, '[data-quiz]').textContent = record?.quiz ? fill(text.quizOf, { right: record.quiz.right, of: record.quiz.of }) : text.noQuiz;
    }
    find(this, '[data-aside]').hidden = aside() === null;
    const { problem } = progress;
    find(this, '[data-problem]').replaceChildren(...(problem ? [notice(text.problem[problem])] : []));
  }

  #export(): void {
    const at = new Date().toISOString();
    save(exportName(at), exportText(progress.read(), at));
    this.#say(true, fill(this.#text.saved, { name: exportName(at) }));
  }

  #exportAside(): void {
    const text = aside();
    if (text !== null) save('request-path-put-aside.txt', text);
  }

  async #import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > largestImport ? ' '.repeat(largestImport + 1) : await file.text().catch(() => undefined);
    input.value = '';
    if (text === undefined) return this.#say(false, `${this.#text.unreadable} ${this.#text.unchanged}`);
    const imported = importText(progress.read(), text);
    // Another tab may have written since: the file is joined with what is kept at the moment of writing.
    if (imported.kind === 'merged') progress.update((now) => merge(now, imported.progress));
    this.#say(imported.kind === 'merged', importSentence(imported, this.#text, this.#locale));
  }

  #clear(): void {
    this.#cleared = progress.read();
    progress.clear();
    this.#say(true, this.#text.cleared);
    find(this, '[data-undo]').hidden = false;
  }

  #undo(): void {
    const cleared = this.#cleared ?? emptyProgress;
    progress.update((now) => merge(cleared, now));
    find(this, '[data-clear]').focus();
    this.#say(true, this.#text.undone);
  }

  #say(isDone: boolean, sentence: string): void {
    find(this, '[data-says]').replaceChildren(verdict(isDone, sentence));
    find(this, '[data-undo]').hidden = true;
  }
}

function aside(): string | null {
  try {
    return localStorage.getItem(damagedKey);
  } catch {
    return null;
  }
}

/** Gives the reader a file. */
function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('progress-data', ProgressDataElement);
