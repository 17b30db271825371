import { about as locationTester } from '../widgets/location-tester/about.ts';
import { about as nameResolution } from '../widgets/name-resolution/about.ts';
import { about as requestPath } from '../widgets/request-path/about.ts';
import { about as requestViews } from '../widgets/request-views/about.ts';
import { about as stackBuilder } from '../widgets/stack-builder/about.ts';
import { about as timeOuts } from '../widgets/time-outs/about.ts';
import { about as urlAnatomy } from '../widgets/url-anatomy/about.ts';
import { about as workerSimulator } from '../widgets/worker-simulator/about.ts';
import type { ExplorerInfo } from './info.ts';

/** All explorers, the whole way first, then in the order of the way. Each has a page under src/pages/[locale]/explore. */
export const explorers: readonly ExplorerInfo[] = [requestPath, urlAnatomy, nameResolution, requestViews, locationTester, workerSimulator, timeOuts, stackBuilder];
