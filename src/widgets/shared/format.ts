/** A text that depends on a count, by the plural rules of its language. `{n}` is the count. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Fills `{name}` in a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Picks the form for a count and fills it. */
export function fillCount(forms: Plural, n: number, locale: string): string {
  return fill(forms[new Intl.PluralRules(locale).select(n)] ?? forms.other, { n });
}
