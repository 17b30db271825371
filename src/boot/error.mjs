/** Something the person who typed the command can mend; its message is the one sentence that they see. */
export class BootError extends Error {
  name = 'BootError';
}
