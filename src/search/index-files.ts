import { close, createIndex, type IndexFile } from 'pagefind';
import { recordPage, type SearchRecord } from './record.ts';

/** What of Pagefind's output a reader's browser asks for; its own interfaces are not used here. */
const wanted = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.[^/]+\.pagefind|(?:fragment|index|filter)\/[^/]+)$/;

/**
 * Makes Pagefind's index, one page a record, added in the order given: the same records make the same bytes.
 * @throws Error naming the record that Pagefind refuses
 */
export async function indexFiles(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.url, content: recordPage(record) });
      if (added.errors.length > 0) throw new Error(`${record.url} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return readerFiles(files);
  } finally {
    await close();
  }
}

function readerFiles(files: readonly IndexFile[]): readonly IndexFile[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (!entry) throw new Error('Pagefind wrote no pagefind-entry.json');
  const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as { languages: Record<string, { wasm: string | null }> };
  const modules = new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
  return files.filter(({ path }) => wanted.test(path) && (!path.startsWith('wasm.') || modules.has(path)));
}
