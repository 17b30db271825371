/** The elements of a chapter, in one file. What stands far down and is large comes when the reader comes near it. */
import '../widgets/copy-code/element.ts';
import '../widgets/explorer-embed/element.ts';
import { defineFigureFrame } from '../widgets/figure-frame/element.ts';
import '../widgets/glossary-cards/element.ts';
import '../widgets/parsons-puzzle/element.ts';
import '../widgets/progress-done/element.ts';
import '../widgets/python-exercise/element.ts';
import { whenNear } from '../widgets/shared/when-near.ts';
import { fetchNextInTime } from './next-page.ts';

defineFigureFrame(() => import('../widgets/figure-frame/enlarge.ts'));
whenNear(document.querySelector('chapter-quiz'), () => import('./chapter-end.ts'));
fetchNextInTime();
