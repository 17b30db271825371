import Aside from './components/chapter/Aside.astro';
import Figure from './components/chapter/Figure.astro';
import Note from './components/chapter/Note.astro';
import Row from './components/chapter/Row.astro';
import Sketch from './components/chapter/Sketch.astro';
import Table from './components/chapter/Table.astro';

/** The names that a page that is no chapter may use (src/content/checks/pages.ts): those that need no lab, list or exercise. */
export const pageComponents = { Aside, Figure, Note, Row, Sketch, Table };
