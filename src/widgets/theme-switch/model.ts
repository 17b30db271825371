/** What a reader may choose; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

/** Where the choice is kept; the inline script of Head.astro reads the same key before the first paint. */
export const themeKey = 'request-path:theme';

/** The stored choice; anything unknown follows the device. */
export function readTheme(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/**
 * The next choice of the button. From `system` it goes to what is not shown now, so that the first press is seen.
 * @param systemIsDark what the device asks for
 */
export function nextTheme(theme: Theme, systemIsDark: boolean): Theme {
  const other = systemIsDark ? 'light' : 'dark';
  if (theme === 'system') return other;
  if (theme === other) return other === 'dark' ? 'light' : 'dark';
  return 'system';
}
