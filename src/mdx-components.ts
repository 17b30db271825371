import Aside from './components/chapter/Aside.astro';
import Exercise from './components/chapter/Exercise.astro';
import Explorer from './components/chapter/Explorer.astro';
import Figure from './components/chapter/Figure.astro';
import Listing from './components/chapter/Listing.astro';
import Myths from './components/chapter/Myths.astro';
import Note from './components/chapter/Note.astro';
import Predict from './components/chapter/Predict.astro';
import Row from './components/chapter/Row.astro';
import Sketch from './components/chapter/Sketch.astro';
import Table from './components/chapter/Table.astro';

/** The names that a chapter may use without importing them; fences become Listing, Figure and Sketch. */
export const mdxComponents = { Aside, Exercise, Explorer, Figure, Listing, Myths, Note, Predict, Row, Sketch, Table };
