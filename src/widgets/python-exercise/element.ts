/**
 * Waits until the reader comes near, then fetches what makes an exercise work. Without it, or when it does not come,
 * task, start, hints and solution stand in the page as text. Markup: PythonExercise.astro.
 */
export class PythonExerciseElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const load = (): void => {
      this.#listeners.abort();
      import('./exercise-view.ts').then(({ openExercise }) => openExercise(this), () => (this.dataset['plain'] = ''));
    };
    const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(), { rootMargin: '600px' });
    near.observe(this);
    signal.addEventListener('abort', () => near.disconnect());
    this.addEventListener('focusin', load, { signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }
}

customElements.define('python-exercise', PythonExerciseElement);
