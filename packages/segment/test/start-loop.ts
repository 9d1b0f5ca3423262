import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for Loop on this machine. */
export interface LoopStandIn {
  readonly endpoint: string;
  /** The request lines that came, in order: path and query as they were sent. */
  readonly arrived: string[];
  /** Decides on the answer to the request with this number; the first one is 0. */
  answer: (response: ServerResponse, index: number) => void;
  stop(): Promise<void>;
}

export async function startLoop(): Promise<LoopStandIn> {
  const server = createServer((request, response) => {
    standIn.arrived.push(request.url ?? '');
    standIn.answer(response, standIn.arrived.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: LoopStandIn = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mobile`,
    arrived: [],
    answer: (response) => response.end('ok'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return standIn;
}

/** Answers with a status. */
export function status(code: number): LoopStandIn['answer'] {
  return (response) => response.writeHead(code, code < 400 && code >= 300 ? { location: '/elsewhere' } : {}).end('x');
}
