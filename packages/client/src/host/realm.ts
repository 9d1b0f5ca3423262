/**
 * What the code may find around it: a page, a webview, React Native, Node, or nothing but the language.
 * Everything is optional, so whoever uses a member has to say what happens without it.
 */
export interface Realm {
  readonly navigator?: {
    readonly language?: string;
    readonly onLine?: boolean;
    readonly product?: string;
    readonly userAgent?: string;
    readonly userAgentData?: {
      readonly platform?: string;
      readonly getHighEntropyValues?: (hints: string[]) => Promise<{ readonly model?: unknown }>;
    };
  };
  readonly document?: Listening<SecurityPolicyViolation>;
  readonly WorkerGlobalScope?: unknown;
  readonly Intl?: { readonly DateTimeFormat?: () => { resolvedOptions(): { timeZone?: string; locale?: string } } };
  readonly fetch?: (url: string, init: GetInit) => Promise<Answer>;
  readonly AbortController?: new () => { readonly signal: unknown; abort(): void };
  readonly Image?: new () => ImageRequest;
  readonly setTimeout?: (run: () => void, delayMs: number) => unknown;
  readonly clearTimeout?: (timer: unknown) => void;
  readonly addEventListener?: (type: string, listener: () => void) => void;
  readonly removeEventListener?: (type: string, listener: () => void) => void;
}

/** As much of `fetch`'s second argument as is used. */
export interface GetInit {
  readonly method: 'GET' | 'HEAD';
  readonly mode: 'cors' | 'no-cors';
  readonly redirect: 'manual' | 'follow';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly referrerPolicy: 'no-referrer';
  readonly keepalive: boolean;
  readonly signal?: unknown;
}

/** As much of a `Response` as is used. */
export interface Answer {
  readonly type?: string;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text?(): Promise<string>;
}

/** As much of an `Image` as is used. */
interface ImageRequest {
  onload: (() => void) | null;
  onerror: (() => void) | null;
  referrerPolicy: string;
  src: string;
}

/** As much of a `SecurityPolicyViolationEvent` as is used. */
export interface SecurityPolicyViolation {
  readonly blockedURI: string;
  readonly effectiveDirective: string;
  readonly disposition: string;
}

interface Listening<Event> {
  addEventListener?(type: string, listener: (event: Event) => void): void;
  removeEventListener?(type: string, listener: (event: Event) => void): void;
}

/** The realm that this code runs in. */
export const thisRealm = globalThis as unknown as Realm;
