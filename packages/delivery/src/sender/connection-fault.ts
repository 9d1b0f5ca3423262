/** Why no answer came. */
export interface ConnectionFault {
  readonly code: 'timeout' | 'no_connection' | 'connection_lost' | 'unreadable_answer';
  /** The code of Node or undici, such as `ECONNREFUSED`; null if there is none that can be shown. */
  readonly cause: string | null;
}

const timeouts = /^(?:UND_ERR_(?:HEADERS|BODY|CONNECT)_TIMEOUT|ETIMEDOUT)$/;
const unreadable = /^UND_ERR_HEADERS_OVERFLOW$/;
const noConnection =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_|EHOST|ENET|EADDR|EACCES|EPERM|CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/**
 * Reads an error of undici's. Only its code is read, never its message: a message can hold the URL with the source
 * hash and the person's identifiers.
 */
export function readConnectionFault(error: Error | null): ConnectionFault {
  // undici's parser has no code for the commonest case, an answer that doesn't start with "HTTP/".
  if (error?.name === 'HTTPParserError') return { code: 'unreadable_answer', cause: error.name };
  const cause = codeOf(error);
  if (cause === null) return { code: 'connection_lost', cause };
  if (timeouts.test(cause)) return { code: 'timeout', cause };
  if (unreadable.test(cause)) return { code: 'unreadable_answer', cause };
  return { code: noConnection.test(cause) ? 'no_connection' : 'connection_lost', cause };
}

function codeOf(error: Error | null): string | null {
  const code: unknown = error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}
