import { defaultKeymap, history, historyKeymap, indentWithTab, simplifySelection } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import { HighlightStyle, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** What an editor starts with. */
export interface EditorOptions {
  /** Element that gets the editor, in a shadow root of its own. */
  readonly parent: HTMLElement;
  readonly text: string;
  /** Places in the text. */
  readonly selection: { readonly anchor: number; readonly head: number };
  /** Name for screen readers, and how to leave by keyboard. */
  readonly label: string;
  readonly help: string;
  /** The reader has typed. */
  onInput(): void;
  /** Escape was pressed: the next Tab leaves. */
  onEscape(): void;
}

/** An editor in the page. */
export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Marks a line (from 1), or none. */
  markLine(line: number | undefined): void;
  focus(): void;
}

/** After Escape, so many milliseconds are left to press Tab: an hour, which is no limit for anybody. */
const timeToLeave = 3_600_000;

const setMark = StateEffect.define<number | undefined>();
const marked = Decoration.line({ class: 'marked' });
const mark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, { effects, changes, state }) {
    let next = value.map(changes);
    for (const effect of effects) {
      if (!effect.is(setMark)) continue;
      const line = effect.value;
      next = line === undefined || line > state.doc.lines ? Decoration.none : Decoration.set(marked.range(state.doc.line(line).from));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The colours of listings. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--reach-text)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string), tags.escape], color: 'var(--accept-text)' },
  { tag: tags.comment, color: 'var(--ink-2)' },
  { tag: [tags.number, tags.bool, tags.null, tags.self, tags.atom], color: 'var(--translate-text)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.function(tags.propertyName), tags.definition(tags.className)], color: 'var(--return-text)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'var(--t-code)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65', scrollbarWidth: 'thin' },
  '.cm-content': { padding: '0.6rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.9rem' },
  '.cm-gutters': { backgroundColor: 'var(--stock)', color: 'var(--ink-2)', border: '0', borderInlineEnd: '1px solid var(--rule)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.6rem 0 0.9rem', minWidth: '2ch' },
  '.marked': { backgroundColor: 'var(--process-wash)', boxShadow: 'inset 4px 0 var(--process-line)' },
});

/**
 * Makes an editor for Python. It lives in a shadow root: there CodeMirror's styles are constructed sheets, which a
 * strict Content-Security-Policy allows; in the page itself they would be inline styles.
 */
export function makeEditor(options: EditorOptions): Editor {
  const root = options.parent.attachShadow({ mode: 'open' });
  const help = document.createElement('p');
  help.id = 'help';
  help.hidden = true;
  help.textContent = options.help;
  root.append(help);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.text, selection: options.selection, extensions: extensions(options) }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, effects: setMark.of(undefined) }),
    markLine: (line) => view.dispatch({ effects: setMark.of(line) }),
    focus: () => view.focus(),
  };
}

function extensions({ label, onInput, onEscape }: EditorOptions): Extension {
  const leave = (view: EditorView): boolean => {
    simplifySelection(view);
    view.setTabFocusMode(timeToLeave);
    onEscape();
    return true;
  };
  return [
    lineNumbers(),
    history(),
    new LanguageSupport(pythonLanguage),
    indentUnit.of('    '),
    indentOnInput(),
    syntaxHighlighting(colours),
    theme,
    mark,
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': 'help', autocapitalize: 'none', tabindex: '0' }),
    keymap.of([{ key: 'Escape', run: leave }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
    EditorView.domEventHandlers({ blur: (_, view) => view.setTabFocusMode(false) }),
    EditorView.updateListener.of(({ docChanged }) => void (docChanged && onInput())),
  ];
}
