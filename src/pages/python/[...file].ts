import type { APIRoute, GetStaticPaths } from 'astro';
import { contentType } from '../../server/headers.ts';
import { pythonBrotli, pythonFiles, servedPython } from '../../widgets/python-exercise/runtime/runtime-files.ts';

/** Python for the exercises, each file also compressed: a server that compresses on the way would spend seconds on it. */
export const getStaticPaths = (() =>
  servedPython(pythonFiles(process.cwd())).flatMap(({ path, bytes }) => [
    { params: { file: path }, props: { bytes, path, isCompressed: false } },
    { params: { file: `${path}.br` }, props: { bytes, path, isCompressed: true } },
  ])) satisfies GetStaticPaths;

interface Props {
  readonly bytes: Buffer;
  readonly path: string;
  readonly isCompressed: boolean;
}

export const GET: APIRoute<Props & Record<string, unknown>> = async ({ props: { bytes, path, isCompressed } }) => {
  const body = isCompressed ? await pythonBrotli(process.cwd(), bytes) : bytes;
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType(path) } });
};
