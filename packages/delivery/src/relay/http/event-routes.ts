import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RelaySettings } from '../relay-settings.js';
import type { RelayObserver } from '../watch/relay-observer.js';
import { maxEvents, type Admission, type AdmittedClient, type Client } from './admission.js';
import { decodeBody } from './decode-body.js';
import type { HeldBytes } from './held-bytes.js';
import { readJsonShape } from './json-shape.js';
import { parseBody } from './parse-body.js';
import { isPacked, readBody, unpackBody } from './read-body.js';
import type { EventReceiver } from './receive-events.js';
import { Refusal } from './refusal.js';
import { readBatch, readSingle, readWebhook, trackingPaths, type RequestEvents } from './request-events.js';
import type { Turns } from './turns.js';
import { isSigned } from './webhook-signature.js';
import type { WorkLine } from './work-line.js';

/** What every path that takes events shares. */
export interface RouteTools {
  readonly settings: RelaySettings;
  readonly admission: Admission;
  readonly receiver: EventReceiver;
  readonly observer: RelayObserver;
  readonly held: HeldBytes;
  readonly turns: Turns;
  readonly workLine: WorkLine;
}

/** A path that a request named, with the write key in it if the route has one there. */
export interface KeyedPath {
  readonly Params: { readonly writeKey?: string };
  readonly Querystring: { readonly writeKey?: unknown };
}

interface EventRoute {
  readonly maxBytes: number;
  readonly read: (body: unknown) => RequestEvents;
  /** Whether the client is the person's own device. */
  readonly isDevice: boolean;
  /** The shared secret by whose signature a request is known instead of by a write key. */
  readonly webhookSecret?: string | undefined;
}

/** The write key of a request, wherever in the headers it stands; null if it is not there. */
export function admitByHeaders(
  { admission }: Pick<RouteTools, 'admission'>,
  client: Client,
  request: FastifyRequest<KeyedPath>,
): AdmittedClient | null {
  return admission.admitByHeaders(client, request.headers, {
    path: request.params.writeKey,
    query: request.query.writeKey,
  });
}

/** The paths that take events as JSON. */
export function addEventRoutes(app: FastifyInstance, tools: RouteTools): void {
  const { limits, webhookSecret } = tools.settings;
  const add = (path: string, route: EventRoute): void => {
    app.post<KeyedPath>(path, (request) => receive(request, route, tools));
  };
  for (const [path, call] of Object.entries(trackingPaths)) {
    add(`/v1/${path}`, { maxBytes: limits.eventBytes, read: (body) => readSingle(body, call), isDevice: true });
  }
  for (const path of ['/v1/batch', '/v1/b', '/beacon/v1/batch']) {
    add(path, { maxBytes: limits.batchBytes, read: readBatch, isDevice: true });
  }
  // The client is a server of Segment's or RudderStack's: its address is not the person's.
  for (const path of ['/webhook', '/:writeKey/webhook']) {
    add(path, { maxBytes: limits.batchBytes, read: readWebhook, isDevice: false, webhookSecret });
  }
}

async function receive(request: FastifyRequest<KeyedPath>, route: EventRoute, tools: RouteTools): Promise<object> {
  const { admission, held, workLine, settings, observer, receiver } = tools;
  const client = admission.meet(request.headers, request.ip);
  const byHeaders = route.webhookSecret === undefined ? admitByHeaders(tools, client, request) : null;
  if (byHeaders === null) admission.expectKeyInBody(client);
  const packed = isPacked(request.headers['content-encoding']);
  const hold = held.open();
  let inWork = 0;
  try {
    const raw = await readBody(request.raw, route.maxBytes, hold);
    // Nobody knows how long a packed body will be.
    const bytes = packed ? route.maxBytes : raw.length;
    await workLine.enter(bytes);
    inWork = bytes;
    const signed =
      route.webhookSecret === undefined
        ? byHeaders
        : admission.admitSigned(client, isSigned(raw, header(request, 'x-signature'), route.webhookSecret));
    const body = packed ? await unpackBody(raw, route.maxBytes) : raw;
    if (packed) hold.add(body.length);
    const [sender, events] = await readEvents(
      decodeBody(body, header(request, 'content-type')),
      signed,
      client,
      route,
      tools,
    );
    const tally = await receiver.receive({
      ...events,
      bytes: body.length,
      ip: route.isDevice && settings.ipFromConnection ? request.ip : null,
      translator: sender.source.translator,
      writeKey: sender.source.name,
      charge: (count) => admission.charge(sender, count),
    });
    observer.received(tally.counts());
    return { success: true, ...tally.received() };
  } finally {
    hold.release();
    workLine.leave(inWork);
  }
}

/** Finds the write key in the body if it stood nowhere else, and parses what is worth it. */
async function readEvents(
  body: Buffer,
  admitted: AdmittedClient | null,
  client: Client,
  route: EventRoute,
  { admission, turns, settings: { limits } }: RouteTools,
): Promise<[AdmittedClient, RequestEvents]> {
  const turn = turns.take(body.length);
  if (turn !== null) await turn;
  let sender = admitted;
  // What has a key and is short can do no harm, so it is not looked at twice.
  if (sender === null || body.length > limits.eventBytes) {
    const shape = readJsonShape(body, limits);
    if (shape === null) throw new Refusal('too_complex');
    sender ??= admission.admit(client, shape.writeKey);
  }
  const events = route.read(parseBody(body));
  if (events.events.length > maxEvents) throw new Refusal('too_many_events');
  return [sender, events];
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
