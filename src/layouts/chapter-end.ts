/** What stands at the end of a chapter, in one file: whoever comes near one part of it comes to all. */
import '../widgets/chapter-quiz/element.ts';

export { DoneView } from '../widgets/progress-done/done-view.ts';
