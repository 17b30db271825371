/** The name that stands for the configuration in messages, as a file's name does in those of `nginx -t`. */
export const configName = 'nginx.conf';

/** A configuration that Nginx refuses. `message` is worded as `nginx -t` words it, after its `[emerg]`. */
export class ConfigError extends Error {
  /** The line that it is about, counted from 1. */
  readonly line: number;

  /**
   * @param said what Nginx says, without the place
   * @param line the line, counted from 1
   * @param place whether Nginx ends this message by file and line (some checks come after reading and name none)
   */
  constructor(said: string, line: number, place = true) {
    super(place ? `${said} in ${configName}:${String(line)}` : said);
    this.name = 'ConfigError';
    this.line = line;
  }
}

/** Why the model declines to answer, in words that `strings.ts` turns into a sentence. */
export type NotSimulatedReason = 'config-too-long' | 'target-too-long' | 'line-break' | 'regex-feature' | 'regex-budget' | 'files-too-many';

/** Something that Nginx may well do but this model does not: said, rather than answered wrongly. */
export class NotSimulatedError extends Error {
  readonly reason: NotSimulatedReason;
  /** The line of the configuration that it is about; 0 when it is about none. */
  readonly line: number;
  /** The feature's own text, such as `(?=` or the regular expression. */
  readonly what: string;

  constructor(reason: NotSimulatedReason, line: number, what: string) {
    super(`not simulated: ${reason} ${what}${line > 0 ? ` in ${configName}:${String(line)}` : ''}`);
    this.name = 'NotSimulatedError';
    this.reason = reason;
    this.line = line;
    this.what = what;
  }
}
