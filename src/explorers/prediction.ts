/** What a committed guess is: number of the option from 1, or undefined when the reader went on without one. */
export type Guess = number | undefined;

/**
 * Lets an explorer wait for the reader's guess: everything in its frame marked `data-locked` is out of reach until then,
 * and the answer stays hidden. Markup: Prediction.astro, layouts/Explorer.astro.
 * @param host the explorer's element
 * @param onGuess called once
 * @returns a function that opens the explorer without asking, for readers who came by a link to a state
 */
export function awaitGuess(host: Element, onGuess: (guess: Guess) => void, signal: AbortSignal): () => void {
  const form = host.querySelector<HTMLFormElement>('form[data-prediction]');
  if (!form) throw new Error('An explorer needs a <Prediction>.');
  const locked = [...(host.closest('[data-explorer]') ?? host).querySelectorAll<HTMLElement>('[data-locked]')];
  const answer = form.querySelector<HTMLDetailsElement>('[data-answer]');
  const submit = form.querySelector<HTMLButtonElement>('[type="submit"]');
  const said = form.querySelector<HTMLElement>('[data-guessed]');
  const choice = (): HTMLInputElement | null => form.querySelector<HTMLInputElement>('input[type="radio"]:checked');
  for (const part of locked) part.hidden = true;
  if (answer) answer.hidden = true;
  if (submit) submit.disabled = !choice();

  let isOpen = false;
  const open = (guess: Guess, words: string): void => {
    if (isOpen) return;
    isOpen = true;
    for (const part of locked) part.hidden = false;
    if (answer) Object.assign(answer, { hidden: false, open: guess !== undefined });
    for (const field of form.querySelectorAll('input')) field.disabled = true;
    form.querySelector('.acts')?.setAttribute('hidden', '');
    if (said) {
      said.textContent = words;
      if (form.contains(document.activeElement) || document.activeElement === document.body) said.focus({ preventScroll: true });
    }
    onGuess(guess);
  };
  const { guess = '', none = '' } = form.dataset;
  form.addEventListener('change', () => submit && (submit.disabled = !choice()), { signal });
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const chosen = choice();
      if (chosen) open(Number(chosen.value), `${guess}: ${chosen.closest('label')?.textContent.trim() ?? ''}`);
    },
    { signal },
  );
  form.querySelector('[data-skip]')?.addEventListener('click', () => open(undefined, none), { signal });
  return () => open(undefined, '');
}
