/**
 * What a deployment may set, read once from the environment at build time.
 * `SITE_URL`: scheme and host of the published guide; `BASE_PATH`: where it lives there (`/` or `/docs/`);
 * `REPOSITORY_URL`: page of the code host, for "edit this page"; absent when not set.
 */
export const site = {
  name: 'Request Path',
  url: process.env['SITE_URL'] ?? 'https://request-path.example',
  base: process.env['BASE_PATH'] ?? '/',
  repository: process.env['REPOSITORY_URL'],
} as const;
