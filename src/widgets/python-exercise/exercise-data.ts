import type { Locale } from '../../i18n/locales.ts';
import type { PuzzleKey } from '../parsons-puzzle/model.ts';
import type { ExerciseRequest } from './own-request.ts';
import type { PackageArchive } from './runtime/protocol.ts';

/** What `exercises.json` of a chapter holds. */
export interface ExerciseFileData {
  readonly exercises: readonly ExerciseData[];
}

/** What the scripts of an exercise and of its puzzle work with. */
export interface ExerciseData {
  readonly id: string;
  /** Slug of the chapter. */
  readonly chapter: string;
  readonly locale: Locale;
  readonly interface: 'wsgi' | 'asgi' | 'cgi';
  readonly starter: string;
  /** Requests and what must come back, as the graders take them; titles are plain text. */
  readonly requests: readonly { readonly id: string; readonly title: string; readonly request: ExerciseRequest; readonly expect?: unknown }[];
  /** Address of the runtime's manifest. */
  readonly manifest: string;
  /** Bytes that are downloaded before the first run. */
  readonly bytes: number;
  /** Of the puzzle before it. */
  readonly puzzle?: PuzzleKey;
  /** The same with a framework. */
  readonly framework?: {
    readonly source: string;
    /** The source as the page shows it: markup of ExerciseCode.astro. */
    readonly html: string;
    /** Its address is relative to the page. */
    readonly archive: PackageArchive;
    /** Bytes of the archive that travel. */
    readonly bytes: number;
  };
}
