import { make } from '../shared/dom.ts';
import type { Editor, EditorOptions } from './editor.ts';

/** Where the reader writes. */
export interface AreaOptions {
  readonly text: string;
  readonly label: string;
  /** Id and text of the sentence that tells how to leave the editor. */
  readonly helpId: string;
  readonly help: string;
  onInput(): void;
  onEscape(): void;
}

/**
 * A plain field with line numbers, which becomes an editor when the reader goes into it: the editor is fetched then
 * and not before. Text and caret move over; when it does not come, the field goes on working.
 */
export class EditorArea {
  readonly root: HTMLElement;
  readonly #options: AreaOptions;
  readonly #numbers = make('pre', '');
  readonly #field = document.createElement('textarea');
  #editor: Editor | undefined;
  #isLoading = false;
  #isComposing = false;
  #marked: number | undefined;

  constructor(options: AreaOptions) {
    this.#options = options;
    this.#numbers.ariaHidden = 'true';
    const field = this.#field;
    field.value = options.text;
    field.spellcheck = false;
    field.autocapitalize = 'none';
    field.setAttribute('autocomplete', 'off');
    field.setAttribute('aria-label', options.label);
    field.setAttribute('aria-describedby', options.helpId);
    this.root = make('div', 'edit', this.#numbers, field);
    field.addEventListener('input', () => {
      this.#count();
      options.onInput();
    });
    field.addEventListener('compositionstart', () => (this.#isComposing = true));
    field.addEventListener('compositionend', () => (this.#isComposing = false));
    // The whole frame is the field, the numbers too.
    this.root.addEventListener('pointerdown', () => void this.#upgrade());
    field.addEventListener('focus', () => void this.#upgrade());
    this.#count();
  }

  get text(): string {
    return this.#editor?.text() ?? this.#field.value;
  }

  set text(text: string) {
    if (this.#editor) this.#editor.setText(text);
    else this.#field.value = text;
    this.markLine(undefined);
  }

  /** Marks a line (from 1), or none. */
  markLine(line: number | undefined): void {
    this.#marked = line;
    this.#editor?.markLine(line);
    this.#count();
  }

  focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.#field.focus();
  }

  #count(): void {
    const lines = Math.max(1, this.#field.value.split('\n').length);
    this.#field.rows = lines;
    const numbers = Array.from({ length: lines }, (_, i) => make('span', i + 1 === this.#marked ? 'marked' : '', `${i + 1}\n`));
    this.#numbers.replaceChildren(...numbers);
  }

  async #upgrade(): Promise<void> {
    if (this.#editor || this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { makeEditor } = await import('./editor.ts');
      while (this.#isComposing) await new Promise((resolve) => setTimeout(resolve, 200));
      this.#swap(makeEditor);
    } catch {
      // The field does all that is needed; the next visit to it tries again.
    } finally {
      this.#isLoading = false;
    }
  }

  #swap(makeEditor: (options: EditorOptions) => Editor): void {
    const field = this.#field;
    const hasFocus = document.activeElement === field;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const backward = selectionDirection === 'backward';
    const host = make('div', 'edit-host');
    const { label, help, onInput, onEscape } = this.#options;
    const editor = makeEditor({
      parent: host,
      text: field.value,
      selection: { anchor: backward ? selectionEnd : selectionStart, head: backward ? selectionStart : selectionEnd },
      label,
      help,
      onInput,
      onEscape,
    });
    this.root.replaceChildren(host);
    this.#editor = editor;
    editor.markLine(this.#marked);
    if (hasFocus) editor.focus();
  }
}
