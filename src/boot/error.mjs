// @ts-check
/** Something the person who typed the command can mend; its message is the one sentence that they see. */
export class BootError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'BootError';
  }
}
