import cors from '@fastify/cors';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Settings } from '@loop-adapters/core';
import type { Queue } from '../../queue/queue.js';
import { QueueError } from '../../queue/queue-error.js';
import type { EventAllowance } from './event-allowance.js';
import { bodyWriteKey, readBatch, readSingle, readWebhook, trackingPaths } from './incoming.js';
import type { Intake, Taken } from './intake.js';
import { readMobileRequest } from './mobile-request.js';
import { parseBody, unpackBody } from './read-body.js';
import { Refusal } from './refusal.js';
import { relayCodes, relayStatuses, type RelayCode } from '../relay-codes.js';
import { faultCode } from '../watch/relay-log.js';
import type { RelayMetrics } from '../watch/relay-metrics.js';
import type { RelayObserver } from '../watch/relay-observer.js';
import type { RelaySettings } from '../relay-settings.js';
import { isSigned } from './webhook-signature.js';
import { readBasicUser, WriteKeys } from './write-keys.js';

/** What stands behind the door. */
export interface Behind {
  readonly intake: Intake;
  readonly queue: Pick<Queue, 'add'>;
  readonly observer: RelayObserver;
  readonly metrics: RelayMetrics;
  /** The core's settings. */
  readonly loop: Settings;
  readonly allowance: EventAllowance | null;
  /** Whether events can be kept at the moment. */
  readonly isReady: () => Promise<boolean>;
}

/** A path that a request named, with the write key in it if the route has one there. */
interface KeyedPath {
  readonly Params: { readonly writeKey?: string };
  readonly Querystring: { readonly writeKey?: unknown };
}

/** When a client may come again while the queue takes nothing. Nobody knows, so it is a guess that hammers nobody. */
const retryAfterSeconds = 5;

/** How long a request may take to come in: a client that sends a byte a second must not keep the relay from stopping. */
const requestMs = 30_000;

/** Longest path and query: Loop's own form is a URL of 8,000 characters, and some settings allow more. */
const maxHeaderBytes = 128 * 1024;

/**
 * The HTTP side of the relay: paths, authentication, limits, answers. Fastify writes no log here, because its lines
 * hold URLs and errors; the observer counts and logs instead.
 */
export async function createDoor(settings: RelaySettings, behind: Behind): Promise<FastifyInstance> {
  const { observer, metrics, intake } = behind;
  const { limits } = settings;
  const keys = new WriteKeys(settings.writeKeys);
  const app: FastifyInstance = fastify({
    logger: false,
    trustProxy: trustOf(settings.trustedProxies),
    bodyLimit: limits.batchBytes,
    exposeHeadRoutes: false,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: maxHeaderBytes },
    routerOptions: { maxParamLength: 128 },
    onProtoPoisoning: 'ignore',
  });

  // Bodies stay bytes: a signature is over bytes, and SDKs send JSON as text/plain.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  if (settings.allowedOrigins.length > 0) {
    await app.register(cors, {
      origin: [...settings.allowedOrigins],
      methods: ['GET', 'POST'],
      // Which headers are allowed is left out: those are that the page asks for, and each SDK has some of its own.
      exposedHeaders: ['retry-after'],
      // The SDKs send cookies only where they are told to, and the relay has no use for them.
      credentials: false,
      maxAge: 600,
    });
  }

  app.addHook('onResponse', async (request, reply) => {
    observer.answered(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, new Refusal('not_found')));
  app.setErrorHandler((error: FastifyError | Refusal | QueueError, _request, reply) => {
    if (error instanceof QueueError) observer.notKept(error.code);
    const refusal = refusalOf(error);
    if (refusal.code === 'internal_error') observer.broken(faultCode(error));
    return refuse(reply, refusal);
  });

  /** Before the body is read. */
  const checkRate = async (): Promise<void> => {
    const waitSeconds = behind.allowance?.waitSeconds() ?? 0;
    if (waitSeconds > 0) throw new Refusal('rate_limited', waitSeconds);
  };

  const take = async (events: readonly unknown[], bytes: number, ip: string | null): Promise<object> => {
    behind.allowance?.take(events.length);
    return answer(await intake.take(events, bytes, ip));
  };

  /** Reads a body whose write key may stand in it. */
  const readKeyed = async (request: FastifyRequest<KeyedPath>, maxBytes: number): Promise<[unknown, number]> => {
    const key = requestWriteKey(request);
    if (key !== null && !keys.accept(key)) throw new Refusal('unauthorized');
    const bytes = await bodyOf(request, maxBytes);
    const body = parseBody(bytes);
    if (key === null && !keys.accept(bodyWriteKey(body) ?? '')) throw new Refusal('unauthorized');
    return [body, bytes.length];
  };

  const clientIp = (request: FastifyRequest): string | null => (settings.ipFromConnection ? request.ip : null);

  for (const [path, call] of Object.entries(trackingPaths)) {
    const options = { bodyLimit: limits.eventBytes, onRequest: checkRate };
    app.post<KeyedPath>(`/v1/${path}`, options, async (request) => {
      const [body, bytes] = await readKeyed(request, limits.eventBytes);
      return take(readSingle(body, call), bytes, clientIp(request));
    });
  }

  for (const path of ['/v1/batch', '/v1/b', '/beacon/v1/batch']) {
    app.post<KeyedPath>(path, { onRequest: checkRate }, async (request) => {
      const [body, bytes] = await readKeyed(request, limits.batchBytes);
      return take(readBatch(body), bytes, clientIp(request));
    });
  }

  for (const path of ['/webhook', '/:writeKey/webhook']) {
    app.post<KeyedPath>(path, { onRequest: checkRate }, async (request) => {
      const { webhookSecret } = settings;
      if (webhookSecret === undefined && !keys.accept(requestWriteKey(request) ?? ''))
        throw new Refusal('unauthorized');
      const signed = rawBody(request);
      if (webhookSecret !== undefined && !isSigned(signed, header(request, 'x-signature'), webhookSecret)) {
        throw new Refusal('wrong_signature');
      }
      const bytes = await bodyOf(request, limits.batchBytes);
      // The client is a server of Segment's or RudderStack's: its address is not the person's.
      return take(readWebhook(parseBody(bytes)), bytes.length, null);
    });
  }

  for (const path of ['/mobile', '/:writeKey/mobile']) {
    app.get<KeyedPath>(path, { onRequest: checkRate }, async (request, reply) => {
      if (!keys.accept(requestWriteKey(request) ?? '')) throw new Refusal('unauthorized');
      behind.allowance?.take(1);
      const read = readMobileRequest(queryOf(request.url), clientIp(request), behind.loop);
      if (read.status === 'invalid') {
        observer.taken({ ...nothing, invalid: [{ problems: read.problems }] }, []);
        reply.code(400);
        return { ...refusalBody('invalid_request'), problems: read.problems };
      }
      const { duplicates } = await behind.queue.add([{ params: read.params, id: null }]);
      observer.taken({ ...nothing, accepted: 1, duplicates }, read.leftOut);
      return { success: true, accepted: 1, leftOut: read.leftOut };
    });
    // A page asks whether there is a server at all; this takes no event.
    app.head(path, async (_request, reply) => reply.code(204).send());
  }

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (await behind.isReady()) return { status: 'ok' };
    reply.code(503);
    return { status: 'unavailable' };
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.contentType);
    return metrics.text();
  });
  return app;
}

/** Fastify's own form of the setting: a number of proxies counts from the connection on. */
function trustOf(
  proxies: RelaySettings['trustedProxies'],
): false | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === undefined) return false;
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}

const nothing = { accepted: 0, duplicates: 0, skipped: [], invalid: [] };

function answer(taken: Taken): object {
  return { success: true, ...taken };
}

function refusalBody(code: RelayCode): { success: false; code: RelayCode; message: string } {
  return { success: false, code, message: relayCodes[code] };
}

function refuse(reply: FastifyReply, { code, retryAfterSeconds }: Refusal): FastifyReply {
  if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
  if (code === 'unauthorized') reply.header('www-authenticate', 'Basic realm="write key"');
  return reply.code(relayStatuses[code]).send(refusalBody(code));
}

function refusalOf(error: FastifyError | Refusal | QueueError): Refusal {
  if (error instanceof Refusal) return error;
  return error instanceof QueueError ? new Refusal('unavailable', retryAfterSeconds) : new Refusal(codeOf(error));
}

/** What Fastify found wrong with a request. Its message may quote the request, so it goes nowhere. */
function codeOf(error: FastifyError): RelayCode {
  const status = error.statusCode ?? 500;
  if (status === 413) return 'too_large';
  if (status === 503) return 'unavailable';
  return status < 500 ? 'unreadable_request' : 'internal_error';
}

/** Where the write key stands, other than in the body: the path, a header, or the query of a beacon. */
function requestWriteKey(request: FastifyRequest<KeyedPath>): string | null {
  const { writeKey } = request.params;
  if (writeKey !== undefined) return writeKey;
  const named = header(request, 'x-write-key') ?? readBasicUser(header(request, 'authorization'));
  if (named !== null) return named;
  const { writeKey: queried } = request.query;
  return typeof queried === 'string' ? queried : null;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function rawBody({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function bodyOf(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  return unpackBody(rawBody(request), header(request, 'content-encoding'), maxBytes);
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}
