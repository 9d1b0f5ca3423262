import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Arrival } from './arrivals.js';
import { Mobile } from './mobile.js';
import { readSandboxOptions, type SandboxOptions, type SandboxOptionsInput } from './sandbox-options.js';
import { readQuery } from './query.js';
import { sendJson } from './send-json.js';

/** A running stand-in for Loop. */
export interface Sandbox {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** What goes into the setting `endpoint`: `url` and `/mobile`. */
  readonly endpoint: string;
  /** The newest requests to `/mobile`, oldest first, source hashes masked, each with its answer. */
  requests(): readonly Arrival[];
  /** How many requests there were to `/mobile`, and to how many the answer was 2xx. */
  counts(): { readonly total: number; readonly accepted: number };
  /** Forgets the requests and the counts. */
  clear(): void;
  /** Stops at once; connections that are open are cut. */
  close(): Promise<void>;
}

/** Stands in every answer, so that nobody takes one for Loop's. */
const notice = 'Stands in for the public contract of the Loop Mobile API. This is not Loop.';

/**
 * Starts a stand-in for Loop's Mobile API: it checks every request against the public contract and can fail in the
 * ways that networks and servers fail. It is made from what Loop publishes and is not Loop: what it accepts, Loop may
 * still refuse.
 *
 * - `GET /mobile`: 200 `{"status":"ok"}`, or 400 with every problem as JSON.
 * - `GET /sdk/params?source_hash=…`: a JSON object for a source hash that exists, else nothing, as Loop's SDKs expect.
 * - `GET /requests`: what arrived; `DELETE /requests` forgets it.
 *
 * @param options see {@link SandboxOptionsInput}; everything has a default
 * @throws SettingsError that lists every problem of the options; an `Error` if it can't listen
 */
export async function startSandbox(options: SandboxOptionsInput = {}): Promise<Sandbox> {
  const parsed = readSandboxOptions(options);
  const mobile = new Mobile(parsed);
  const server = createServer((request, response) => {
    answer(request, response, mobile, parsed);
  });
  await listen(server, parsed);
  const { port } = server.address() as AddressInfo;
  const url = `http://${parsed.host.includes(':') ? `[${parsed.host}]` : parsed.host}:${String(port)}`;
  return {
    url,
    endpoint: `${url}/mobile`,
    requests: () => mobile.arrivals.list(),
    counts: () => mobile.arrivals.counts(),
    clear: () => {
      mobile.arrivals.clear();
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, { host, port }: SandboxOptions): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const place = `${host}, port ${String(port)}`;
    throw new Error(`The sandbox can't listen on ${place} (${code}). Choose another port.`, { cause: error });
  }
}

const methods: ReadonlyMap<string, readonly string[]> = new Map([
  ['/mobile', ['GET', 'HEAD']],
  ['/sdk/params', ['GET']],
  ['/requests', ['GET', 'DELETE']],
]);

function answer(request: IncomingMessage, response: ServerResponse, mobile: Mobile, options: SandboxOptions): void {
  response.setHeader('x-loop-sandbox', notice);
  const { url = '', method = '' } = request;
  const [path = '', ...rest] = url.split('?');
  const query = rest.join('?');

  const allowed = methods.get(path);
  if (allowed === undefined) {
    sendJson(response, 404, { error: 'not_found', sandbox: notice, paths: [...methods.keys()] });
  } else if (!allowed.includes(method)) {
    sendJson(response, 405, { error: 'method_not_allowed', allowed }, { allow: allowed.join(', ') });
  } else if (path === '/mobile') {
    // So that a page that is tried out may read the answer. What arrived (`/requests`) is no page's business.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'retry-after');
    // A page asks whether there is a server. That is no event.
    if (method === 'HEAD') response.writeHead(200).end();
    else mobile.answer(query, response);
  } else if (path === '/sdk/params') {
    answerCredentialCheck(response, readQuery(query).params.source_hash, options);
  } else if (method === 'DELETE') {
    mobile.arrivals.clear();
    response.writeHead(204).end();
  } else {
    const { arrivals } = mobile;
    sendJson(response, 200, { sandbox: notice, ...arrivals.counts(), requests: arrivals.list() });
  }
}

/** Loop's SDKs take "no JSON object came back" as a wrong source hash, so for an unknown one the answer is empty. */
function answerCredentialCheck(
  response: ServerResponse,
  sourceHash: string | undefined,
  { sourceHashes }: SandboxOptions,
): void {
  const wellFormed = sourceHash !== undefined && /^\S+$/.test(sourceHash);
  const known = wellFormed && (sourceHashes?.includes(sourceHash) ?? true);
  if (known) sendJson(response, 200, { status: 'ok' });
  else response.writeHead(200, { 'content-type': 'text/plain' }).end();
}
