import Aside from '../chapter/Aside.astro';
import Figure from '../chapter/Figure.astro';
import Listing from '../chapter/Listing.astro';
import Myths from '../chapter/Myths.astro';
import Note from '../chapter/Note.astro';
import Row from '../chapter/Row.astro';
import Sketch from '../chapter/Sketch.astro';
import Table from '../chapter/Table.astro';
import BookExercise from './BookExercise.astro';
import BookExplorer from './BookExplorer.astro';
import BookPredict from './BookPredict.astro';

/** What a chapter is made of in the book: as on its page (src/mdx-components.ts), but for what is worked with there. */
export const bookComponents = { Aside, Exercise: BookExercise, Explorer: BookExplorer, Figure, Listing, Myths, Note, Predict: BookPredict, Row, Sketch, Table };
