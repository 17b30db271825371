import type { Localized } from '../i18n/locales.ts';
import type { Phase } from '../lib/hops.ts';

/** What the guide says about an explorer beside the explorer itself. Each stands in `src/widgets/<name>/about.ts`. */
export interface ExplorerInfo {
  /** Folder in src/widgets, custom element, and address `/en/explore/<name>/`. */
  readonly name: string;
  readonly phase: Phase;
  /** Slug of the chapter that explains it, and embeds it with `<Explorer name="…" />`. */
  readonly chapter: string;
  /** Slugs of further chapters that embed it. */
  readonly alsoIn?: readonly string[];
  readonly text: Localized<ExplorerText>;
}

export interface ExplorerText {
  readonly title: string;
  /** 70 to 160 characters, for search engines, cards and under the title. */
  readonly description: string;
  /** What can be done here, in one or two sentences. Inline Markdown. */
  readonly lead: string;
  /** With what the model was compared, and how often. Inline Markdown. */
  readonly compared: string;
  /** What the model does not know, one sentence each. Inline Markdown. */
  readonly leavesOut: readonly string[];
}
