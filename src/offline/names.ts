/** Every cache of an offline copy begins so; the rest is the version. */
export const cachePrefix = 'request-path-offline:';
/** A request with this header is for a new copy: it must not be answered from an old one. */
export const forCopyHeader = 'x-for-copy';
