import type { ServerResponse } from 'node:http';

/** A way for the stand-in to go wrong, on purpose. */
export type Fault =
  /** Any status, with or without a pause asked for: seconds, or a date. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number | Date }
  /** A redirect to another URL. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** The connection is cut before anything is said. */
  | { readonly kind: 'reset' }
  /** Nothing is ever said. */
  | { readonly kind: 'hang' }
  /** The connection is cut in the middle of the status line. */
  | { readonly kind: 'half_status_line' }
  /** The status and the headers come, then half of the body, then the connection is cut. */
  | { readonly kind: 'half_body'; readonly status: number }
  /** The status and the headers come, then half of the body, then nothing. */
  | { readonly kind: 'stalled_body'; readonly status: number };

/** Answers with a fault. Returns the status that the client got to see; null if none. */
export function answerWithFault(response: ServerResponse, fault: Fault): number | null {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, headersOf(fault.retryAfter)).end();
      return fault.status;
    case 'redirect':
      response.writeHead(302, { location: fault.location }).end();
      return 302;
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'hang':
      return null;
    case 'half_status_line':
      response.socket?.end('HTTP/1.1 2');
      return null;
    case 'half_body':
      startBody(response, fault.status, () => response.socket?.destroy());
      return fault.status;
    case 'stalled_body':
      startBody(response, fault.status);
      return fault.status;
  }
}

function startBody(response: ServerResponse, status: number, then?: () => void): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"status":', then);
}

function headersOf(retryAfter: number | Date | undefined): Record<string, string> {
  if (retryAfter === undefined) return {};
  return { 'retry-after': typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString() };
}
