import { apacheView } from './apache.ts';
import { gunicornView } from './gunicorn.ts';
import { h11View } from './h11.ts';
import { httptoolsView } from './httptools.ts';
import { nginxView, type NginxView } from './nginx.ts';
import { requestLimit, type Connection, type View } from './view.ts';

/** One request as five programs see it. */
export interface Views {
  /** Nginx 1.22, before it passes the request on. */
  readonly nginx: NginxView;
  /** A CGI program in Apache 2.4. */
  readonly cgi: View;
  /** A WSGI application in Gunicorn 27. */
  readonly wsgi: View;
  /** An ASGI application in Uvicorn 0.54 with httptools. */
  readonly asgi: View;
  /** The same with h11. */
  readonly asgiH11: View;
}

/** Details of the lab that change nothing for readers. */
export interface LabDetails {
  /** Where the CGI program lies. */
  readonly script?: string;
  /** How the access log writes the moment. */
  readonly time?: string;
}

/**
 * Shows one request, sent as it stands, as each server hands it over, or why it refuses it. Never throws.
 * @param raw text (sent as UTF-8) or bytes; what is beyond {@link requestLimit} is not sent
 */
export function views(raw: string | Uint8Array, connection: Connection, { script, time }: LabDetails = {}): Views {
  const bytes = (typeof raw === 'string' ? new TextEncoder().encode(raw) : raw).subarray(0, requestLimit);
  const request = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return {
    nginx: nginxView(request, connection, time),
    cgi: apacheView(request, connection, script),
    wsgi: gunicornView(request, connection),
    asgi: httptoolsView(request, connection),
    asgiH11: h11View(request, connection),
  };
}
