import { whenNear } from '../shared/when-near.ts';

/**
 * Waits until the reader comes near, then fetches what makes an exercise work. Without it, or when it does not come,
 * task, start, hints and solution stand in the page as text. Markup: PythonExercise.astro.
 */
export class PythonExerciseElement extends HTMLElement {
  connectedCallback(): void {
    whenNear(this, () => import('./exercise-view.ts').then(({ openExercise }) => openExercise(this)).catch(() => (this.dataset['plain'] = '')));
  }
}

customElements.define('python-exercise', PythonExerciseElement);
