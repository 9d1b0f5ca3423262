import type { DestinationDefinition } from '@segment/actions-core';
import { defaultValues } from '@segment/actions-core';
import identifyUser from './identifyUser';
import trackEvent from './trackEvent';

/** What the mobile SDKs send by themselves. Source: Segment's mobile spec. */
const lifecycleEvents = [
  'Application Installed',
  'Application Opened',
  'Application Updated',
  'Application Backgrounded',
  'Application Foregrounded',
];

const isLifecycle = lifecycleEvents.map((name) => `event = "${name}"`).join(' or ');
const isNoLifecycle = lifecycleEvents.map((name) => `event != "${name}"`).join(' and ');

/**
 * Browsers and servers send neither; some mobile SDKs send the system's name alone. What is no phone or tablet is skipped
 * by the action.
 */
const isMobile = '(context.device.type != null or context.os.name != null)';

/** The usual subscriptions. No event matches two of them, or Loop would get it twice. */
export const presets: NonNullable<DestinationDefinition['presets']> = [
  {
    name: 'App Lifecycle Events',
    subscribe: `type = "track" and (${isLifecycle})`,
    partnerAction: 'trackEvent',
    mapping: defaultValues(trackEvent.fields),
    type: 'automatic',
  },
  {
    name: 'Other Track Calls from Mobile',
    subscribe: `type = "track" and ${isMobile} and ${isNoLifecycle}`,
    partnerAction: 'trackEvent',
    mapping: defaultValues(trackEvent.fields),
    type: 'automatic',
  },
  {
    name: 'Screen Calls',
    subscribe: 'type = "screen"',
    partnerAction: 'trackEvent',
    mapping: defaultValues(trackEvent.fields),
    type: 'automatic',
  },
  {
    name: 'Page Calls from Mobile',
    subscribe: `type = "page" and ${isMobile}`,
    partnerAction: 'trackEvent',
    mapping: defaultValues(trackEvent.fields),
    type: 'automatic',
  },
  {
    name: 'Identify Calls',
    subscribe: 'type = "identify"',
    partnerAction: 'identifyUser',
    mapping: defaultValues(identifyUser.fields),
    type: 'automatic',
  },
];
