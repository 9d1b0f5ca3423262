import type { FastifyInstance } from 'fastify';
import { relayCodes } from '../relay-codes.js';
import { admitByHeaders, type KeyedPath, type RouteTools } from './event-routes.js';
import { readMobileRequest } from './mobile-request.js';
import { underWriteKey } from './receive-events.js';
import { Tally } from './tally.js';
import type { Queue } from '../../queue/queue.js';
import { unitsPerEvent } from './turns.js';

/** `GET /mobile`: Loop's own form, as an app sends it to a relay. Its answer has the form of every other. */
export function addMobileRoute(app: FastifyInstance, tools: RouteTools & { readonly queue: Pick<Queue, 'add'> }): void {
  const { admission, settings, observer, turns, queue } = tools;
  for (const path of ['/mobile', '/:writeKey/mobile']) {
    app.get<KeyedPath>(path, async (request, reply) => {
      const client = admission.meet(request.headers, request.ip);
      const sender = admitByHeaders(tools, client, request) ?? admission.admit(client, null);
      const turn = turns.take(unitsPerEvent + request.url.length);
      if (turn !== null) await turn;
      const charged = admission.charge(sender, 1);
      const tally = new Tally();
      try {
        const ip = settings.ipFromConnection ? request.ip : null;
        const read = readMobileRequest(queryOf(request.url), ip, sender.source.translator.settings);
        if (read.status === 'invalid') tally.invalid(0, read.problems);
        else if (read.status === 'skipped') tally.skipped(0, read.reason);
        else {
          const { each } = await queue.add([{ params: underWriteKey(read.params, sender.source.name), id: null }]);
          tally.notes(0, read.leftOut);
          tally.kept(0, each[0] ?? 'accepted');
        }
      } finally {
        charged.settle(tally.counts().accepted);
      }
      observer.received(tally.counts());
      const received = tally.received();
      if (received.invalid === 0) return { success: true, ...received };
      reply.code(400);
      return { success: false, code: 'invalid_request', message: relayCodes.invalid_request, ...received };
    });
    // A page asks whether there is a server at all; this takes no event.
    app.head(path, async (request, reply) => {
      admission.meet(request.headers, request.ip);
      return reply.code(204).send();
    });
  }
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
