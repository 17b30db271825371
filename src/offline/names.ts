/** Every cache of an offline copy begins so; the rest is the version. */
export const cachePrefix = 'request-path-offline:';
