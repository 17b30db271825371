/** What a client of a WebSocket was told. */
export interface Talk {
  /** Messages of the server, in order. */
  readonly messages: readonly string[];
}

/**
 * Opens a WebSocket, says what is to be said, one message after the other's answer, and leaves.
 * @throws Error when the connection is refused, or an answer does not come within five seconds
 */
export function talk(port: number, path: string, say: readonly string[]): Promise<Talk> {
  return new Promise((resolve, reject) => {
    const messages: string[] = [];
    const socket = new WebSocket(`ws://127.0.0.1:${port}${encodeURI(path)}`);
    const timer = setTimeout(() => reject(new Error('an answer did not come within 5 s')), 5000);
    const next = (): void => {
      const text = say[messages.length];
      if (text === undefined) socket.close();
      else socket.send(text);
    };
    socket.onopen = next;
    socket.onmessage = ({ data }) => {
      messages.push(String(data));
      next();
    };
    socket.onerror = () => reject(new Error('the connection was refused'));
    socket.onclose = () => {
      clearTimeout(timer);
      resolve({ messages });
    };
  });
}
