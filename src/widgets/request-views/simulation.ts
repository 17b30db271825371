/** What the element loads when the reader has guessed: the models of all servers, and what is told of their views. */
export { views } from './model.ts';
export { differencesOf, factsOf, paneNames, panesOf, remarksOf } from './panes.ts';
export { connectionOf, toRequest } from './request.ts';
export { segmentsOf } from './segments.ts';
