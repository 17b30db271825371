import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { checkGuide } from '../content/check-guide.ts';
import { ContentError, formatProblem, type Problem } from '../content/problem.ts';
import { forgetGuides } from '../content/project-guide.ts';
import { readGuide } from '../content/read-guide.ts';
import { drawMissing } from '../diagrams/draw.ts';
import { MermaidPage } from '../diagrams/mermaid-page.ts';
import { locales } from '../i18n/locales.ts';

/**
 * Stops a build whose content is wrong, with every problem by file and line. In the author's server it draws new
 * diagrams, checks again after each saved file, and shows the first problem in the page.
 */
export function guideContent(): AstroIntegration {
  let root = '';
  return {
    name: 'guide-content',
    hooks: {
      'astro:config:setup': ({ config, command, logger, updateConfig }) => {
        root = fileURLToPath(config.root);
        if (command === 'build' || command === 'sync') {
          const problems = command === 'build' ? problemsOf(root) : [];
          if (problems.length) throw new ContentError(problems);
        }
        if (command === 'dev') {
          updateConfig({ vite: { plugins: [{ name: 'guide-content-watch', configureServer: (server) => watch(server, root, logger) }] } });
        }
      },
    },
  };
}

function problemsOf(root: string): readonly Problem[] {
  return locales.flatMap((locale) => checkGuide(readGuide(root, locale)));
}

interface Logger {
  warn(message: string): void;
  info(message: string): void;
}

function watch(server: ViteDevServer, root: string, logger: Logger): void {
  const content = `${root.replace(/\/$/, '')}/content/`;
  let problems: readonly Problem[] = [];
  let timer: NodeJS.Timeout | undefined;

  const show = (): void => {
    const [first] = problems;
    if (!first) return;
    const more = problems.length > 1 ? `\n\n… and ${problems.length - 1} more; the terminal lists all` : '';
    server.ws.send({
      type: 'error',
      err: {
        message: `${formatProblem(first)}${more}`,
        stack: '',
        plugin: 'content',
        id: first.file,
        loc: { file: `${root}/${first.file}`, line: first.line ?? 1, column: 1 },
      },
    });
  };

  const refresh = async (changed?: string): Promise<void> => {
    forgetGuides();
    try {
      await drawMissing(root, { log: (line: string) => logger.info(line), prune: false, keepBrowser: true });
      problems = problemsOf(root);
    } catch (error) {
      const own = { file: changed ?? 'content', message: (error as Error).message };
      problems = error instanceof ContentError ? error.problems : [own];
    }
    for (const problem of problems) logger.warn(formatProblem(problem));
    if (changed) {
      for (const module of server.moduleGraph.idToModuleMap.values()) {
        if (module.id?.endsWith('.mdx')) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload', path: '*' });
      setTimeout(show, 150);
    }
  };

  server.watcher.add(content);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(content) || path.includes('/content/drawings/') || path.includes('/transcripts/.')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(relative(root, path)), 60);
  });
  server.ws.on('connection', () => setTimeout(show, 150));
  void refresh();
  // The browser that draws takes seconds to start: a saved diagram should not wait for it. Without one, drawing says why.
  void MermaidPage.kept().catch(() => undefined);
}
