import { make } from '../shared/dom.ts';
import { readFields, toFields, type ExerciseRequest, type FieldName, type RequestFields } from './own-request.ts';
import type { Strings } from './strings.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Fields for a request of the reader's own; begins with one of the exercise. */
export class RequestForm {
  readonly root: HTMLFormElement;
  readonly #fields = new Map<FieldName, Field>();
  readonly #problem = document.createElement('output');
  readonly #scope: string;
  readonly #text: Strings;

  /**
   * @param idPrefix makes the ids of the fields unique in the page
   * @param send gets a request that can be sent
   */
  constructor(start: ExerciseRequest, isAsgi: boolean, idPrefix: string, text: Strings, send: (request: ExerciseRequest) => void) {
    this.#text = text;
    this.#scope = start.scope ?? 'http';
    const values = toFields(start);
    const rows = namesFor(this.#scope, isAsgi).map((name) => this.#row(name, values, `${idPrefix}-${name}`));
    const button = make('button', 'btn line', text.ownRun);
    this.root = make('form', 'x-own', ...rows, make('p', 'acts', button), this.#problem);
    this.root.noValidate = true;
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      const read = readFields(this.#values(values), this.#scope);
      for (const [name, field] of this.#fields) field.setAttribute('aria-invalid', String(read.kind === 'wrong' && read.field === name));
      this.#problem.textContent = read.kind === 'wrong' ? text.wrong[read.reason] : '';
      if (read.kind === 'wrong') this.#fields.get(read.field)?.focus();
      else send(read.request);
    });
  }

  #row(name: FieldName, values: RequestFields, id: string): HTMLElement {
    const isText = name === 'headers' || name === 'body' || name === 'messages';
    const field: Field = document.createElement(isText ? 'textarea' : 'input');
    field.id = id;
    field.className = 'in-t';
    field.value = values[name];
    field.spellcheck = false;
    field.autocapitalize = 'none';
    field.setAttribute('autocomplete', 'off');
    if (field instanceof HTMLTextAreaElement) field.rows = Math.min(6, Math.max(2, values[name].split('\n').length));
    else if (name === 'parts') field.inputMode = 'numeric';
    this.#fields.set(name, field);
    const label = make('label', '', this.#text.fields[name]);
    label.htmlFor = id;
    const row = make('div', `field x-${name}`, label, field);
    if (name === 'headers') {
      const help = make('p', 'help', this.#text.headersHelp);
      help.id = `${id}-help`;
      field.setAttribute('aria-describedby', help.id);
      row.append(help);
    }
    return row;
  }

  #values(values: RequestFields): RequestFields {
    return { ...values, ...Object.fromEntries([...this.#fields].map(([name, field]) => [name, field.value])) };
  }
}

function namesFor(scope: string, isAsgi: boolean): readonly FieldName[] {
  if (scope === 'websocket') return ['path', 'headers', 'messages'];
  if (scope !== 'http') return [];
  return ['method', 'path', 'headers', 'body', ...(isAsgi ? (['parts'] as const) : [])];
}
