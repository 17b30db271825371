import { nextTheme, readTheme, themeKey, type Theme } from './model.ts';

/** Changes the theme of all pages and remembers it. Markup: ThemeSwitch.astro. */
export class ThemeSwitchElement extends HTMLElement {
  #listeners = new AbortController();
  #theme: Theme = 'system';

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#theme = readTheme(stored());
    this.addEventListener('click', () => this.#press(), { signal });
    // Another tab of the guide changed it.
    addEventListener('storage', ({ key, newValue }) => key === themeKey && this.#show(readTheme(newValue)), { signal });
    this.#show(this.#theme);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #press(): void {
    this.#show(nextTheme(this.#theme, matchMedia('(prefers-color-scheme: dark)').matches));
    try {
      if (this.#theme === 'system') localStorage.removeItem(themeKey);
      else localStorage.setItem(themeKey, this.#theme);
    } catch {
      // Storage is full or forbidden: the choice holds for this page.
    }
  }

  #show(theme: Theme): void {
    this.#theme = theme;
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    this.querySelector('button')?.setAttribute('aria-label', this.dataset[theme] ?? theme);
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(themeKey);
  } catch {
    return null;
  }
}

customElements.define('theme-switch', ThemeSwitchElement);
