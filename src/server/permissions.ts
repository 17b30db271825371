/**
 * What the pages may not do, whoever asks: every feature that Chromium 153 names, but for what the site uses and for
 * client hints (`ch-…`), which a server has to ask for and this one does not.
 */
export const closedFeatures = [
  'accelerometer', 'aria-notify', 'autoplay', 'browsing-topics', 'camera', 'captured-surface-control', 'clipboard-read', 'compute-pressure', 'cross-origin-isolated',
  'deferred-fetch', 'deferred-fetch-minimal', 'digital-credentials-get', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid',
  'identity-credentials-get', 'idle-detection', 'interest-cohort', 'keyboard-map', 'language-detector', 'language-model', 'local-fonts', 'local-network',
  'local-network-access', 'loopback-network', 'magnetometer', 'microphone', 'midi', 'on-device-speech-recognition', 'otp-credentials', 'payment', 'picture-in-picture',
  'private-state-token-issuance', 'private-state-token-redemption', 'publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial',
  'storage-access', 'summarizer', 'sync-xhr', 'translator', 'unload', 'usb', 'window-management', 'xr-spatial-tracking',
] as const;

/** What the site uses: its buttons copy code and links. */
export const usedFeatures = ['clipboard-write'] as const;

/** The value of Permissions-Policy. */
export const permissionsPolicy = [...closedFeatures.map((name) => `${name}=()`), ...usedFeatures.map((name) => `${name}=(self)`)].join(', ');
