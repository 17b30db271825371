/** What a report of a mistake begins with. */
export interface ReportedPage {
  /** Plain text. */
  readonly title: string;
  /** Full address. */
  readonly address: string;
  /** Version of the guide, as in package.json. */
  readonly version: string;
}

/**
 * Address at which a reader can report a mistake, filled in with page and version.
 * @param repository page of the code host, such as `https://code.example/guide`; its `/issues/new` takes `title` and `body`
 */
export function reportAddress(repository: string, { title, address, version }: ReportedPage): string {
  const body = `Page: ${address}\nVersion: ${version}\n\n`;
  return `${repository.replace(/\/+$/, '')}/issues/new?${new URLSearchParams({ title: `${title}: `, body }).toString()}`;
}
