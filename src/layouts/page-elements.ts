/** The elements of every page, in one file: each file of its own would cost its headers and a turn on the line. */
import '../widgets/page-contents/element.ts';
import '../widgets/progress-marks/element.ts';
import '../widgets/site-search/element.ts';
import '../widgets/theme-switch/element.ts';
import { layOutRest } from './lay-out-rest.ts';

layOutRest();
