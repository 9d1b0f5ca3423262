import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface PageServer {
  /** Where the pages are, without a slash at the end. */
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** The Content-Security-Policy of the pages that follow; null for none. */
  policy: string | null;
  close(): Promise<void>;
}

/**
 * Serves pages to a real browser.
 * @param places folders or files by the path they are served under; the longest that fits wins
 */
export async function startPageServer(places: Readonly<Record<string, string>>): Promise<PageServer> {
  const asked: string[] = [];
  const prefixes = Object.keys(places).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    asked.push(path);
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    const file = prefix === undefined ? null : fileAt(places[prefix] ?? '', path.slice(prefix.length));
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...(pageServer.policy === null ? {} : { 'content-security-policy': pageServer.policy }),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pageServer: PageServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    policy: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  return pageServer;
}

function fileAt(place: string, rest: string): string | null {
  const path = rest === '' ? place : join(place, normalize(`/${rest}`));
  try {
    return statSync(path).isDirectory() ? fileAt(path, 'index.html') : path;
  } catch {
    return null;
  }
}
