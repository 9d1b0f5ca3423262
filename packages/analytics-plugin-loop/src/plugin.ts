import { createClient } from '@loop-adapters/client';
import type { Explanation } from '@loop-adapters/core/bare';
import { sha256, sha512 } from '@loop-adapters/core/small-hash';
import { toEvent, type HookPayload } from './event.js';
import { parseLoopSettings, type LoopPluginSettings } from './settings.js';

/** What `analytics` hands to a hook, as far as it is used. */
export interface Hook {
  readonly payload: HookPayload;
  readonly instance: Instance;
}

/** The instance of `analytics`, as far as it is used. */
interface Instance {
  user(key: 'traits'): unknown;
}

/** A plugin for the npm package `analytics`. */
export interface LoopPlugin {
  readonly name: 'loop';
  /** Shows in the state of `analytics`, so no secret stands in it. */
  readonly config: { readonly page: boolean };
  readonly initialize: (hook: Pick<Hook, 'instance'>) => void;
  readonly loaded: () => boolean;
  readonly track: (hook: Hook) => void;
  readonly identify: (hook: Hook) => void;
  readonly page?: (hook: Hook) => void;
  readonly reset: () => void;
  readonly methods: LoopMethods;
  readonly [key: string]: unknown;
}

/** What `analytics.plugins.loop` can do. */
export interface LoopMethods {
  /**
   * What would be sent for an event, where every value comes from, and why not, if not. Nothing is sent. It rejects if a
   * part of the code can't be loaded.
   *
   * @example await analytics.plugins.loop.explain({ type: 'track', event: 'Product Viewed' })
   */
  readonly explain: (event: HookPayload) => Promise<Explanation>;
}

/**
 * The instance of `analytics` with the plugin's methods, for TypeScript: the types of `analytics` do not know them.
 *
 * @example const analytics = Analytics({ plugins: [loopPlugin(options)] }) as WithLoop<AnalyticsInstance>;
 */
export type WithLoop<Instance extends { readonly plugins: object }> = Instance & {
  readonly plugins: { readonly loop: LoopMethods };
};

/**
 * Sends the events of `analytics` to Loop.
 *
 * The hooks never throw, reject or return anything, and keep nobody waiting.
 *
 * @throws SettingsError that lists every problem of the settings.
 */
export function loopPlugin(settings: LoopPluginSettings): LoopPlugin {
  const { page, report, client } = parseLoopSettings(settings);
  const loop = createClient(client, { sha256, sha512, report });
  let analytics: Instance | null = null;

  const send = ({ payload, instance }: Hook): void => {
    loop.send(toEvent(payload, traitsOf(instance)));
  };
  return {
    name: 'loop',
    config: { page },
    initialize: ({ instance }) => {
      analytics = instance;
      loop.start();
    },
    loaded: () => true,
    track: send,
    identify: send,
    ...(page ? { page: send } : {}),
    reset: () => {
      loop.reset();
    },
    methods: {
      explain: (event) => loop.explain(toEvent(event, analytics === null ? null : traitsOf(analytics))),
    },
  };
}

/** What `analytics` knows of the user; a `track` does not carry it. */
function traitsOf(instance: Instance): unknown {
  try {
    return instance.user('traits');
  } catch {
    // Its storage may be closed to it.
    return null;
  }
}
