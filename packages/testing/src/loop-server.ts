import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that reached the stand-in for Loop. */
interface Arrival {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface LoopServer {
  /** The Mobile API's URL here. */
  readonly endpoint: string;
  readonly port: number;
  /** GET requests, in the order of arrival. */
  readonly arrivals: readonly Arrival[];
  /** Everything else. */
  readonly others: readonly Arrival[];
  /** Resolves once so many GET requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Answers one request; `count` is how many GET requests have arrived, this one included. */
export type Answering = (response: ServerResponse, count: number, request: IncomingMessage) => void;

/** A stand-in for Loop on this machine. Without `answer` it takes everything and sends no CORS headers. */
export async function startLoopServer(
  answer: Answering = (response) => response.writeHead(200).end('{}'),
  port = 0,
): Promise<LoopServer> {
  const arrivals: Arrival[] = [];
  const others: Arrival[] = [];
  let waits: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const isGet = method === 'GET' && url.startsWith('/mobile');
    (isGet ? arrivals : others).push({ method, url, headers });
    answer(response, arrivals.length, request);
    for (const wait of waits) if (wait.count <= arrivals.length) wait.resolve();
    waits = waits.filter(({ count }) => count > arrivals.length);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${bound}/mobile`,
    port: bound,
    arrivals,
    others,
    arrived: (count) =>
      new Promise((resolve) => {
        if (arrivals.length >= count) resolve();
        else waits.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
