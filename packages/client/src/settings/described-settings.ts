/** One setting as the docs show it. */
export interface DescribedSetting {
  /** Path of the setting. */
  readonly setting: string;
  readonly type: string;
  readonly default: string;
  readonly description: string;
}

const value = 'text, or a function';

/** The client's own settings for people. It is for the docs alone, so that no page has to load it. */
export const describedSettings: readonly DescribedSetting[] = [
  {
    setting: 'advertisingId',
    type: value,
    default: '',
    description: 'Advertising ID: Google’s on Android, IDFA on iOS. Without one the event is skipped.',
  },
  {
    setting: 'ip',
    type: value,
    default: '',
    description: 'IP address of the device. With `relay` it is not needed: the relay sees it.',
  },
  { setting: 'app.id', type: value, default: '', description: 'Package name or bundle ID of the app.' },
  { setting: 'app.name', type: value, default: '', description: 'Name of the app.' },
  {
    setting: 'country',
    type: value,
    default: '',
    description:
      'Country of the device, such as `AR`, or a function that finds it out. It comes before any guess, and after what the event itself says.',
  },
  {
    setting: 'device.model',
    type: value,
    default: 'by client hints in Chromium',
    description: 'Model of the device, such as `Pixel6` or `iPhone15,2`.',
  },
  { setting: 'device.manufacturer', type: value, default: '', description: 'Manufacturer of the device.' },
  {
    setting: 'device.type',
    type: value,
    default: 'by client hints or user agent',
    description: '`android` or `ios`. Events of other platforms are skipped.',
  },
  {
    setting: 'device.id',
    type: value,
    default: '',
    description: 'Vendor ID of the device. It is never sent: an advertising ID that equals it is not used.',
  },
  {
    setting: 'installedApps',
    type: 'list of texts, or a function',
    default: '',
    description: 'Names of installed apps.',
  },
  {
    setting: 'trackingStatus',
    type: '`"authorized"`, `"denied"`, `"restricted"`, `"notDetermined"`, `"unavailable"`, 0 to 3, or a function',
    default: '',
    description: 'Status of App Tracking Transparency. Asked for with every event.',
  },
  {
    setting: 'adTrackingEnabled',
    type: 'true or false, or a function',
    default: '',
    description: 'Whether the person allows ad tracking. Asked for with every event.',
  },
  {
    setting: 'consent',
    type: 'true, false, a function, or `{ required, granted }`',
    default: 'not checked',
    description: 'Whether the person agrees. See [Consent](#consent).',
  },
  {
    setting: 'valueTimeoutMs',
    type: 'number',
    default: '`3000`',
    description: 'How long an event waits for a function of yours, in milliseconds.',
  },
  {
    setting: 'queueSize',
    type: 'number',
    default: '`500`',
    description: 'How many events may wait in memory. Over it, the oldest is given up.',
  },
  {
    setting: 'imageFallback',
    type: 'true or false',
    default: '`false`',
    description: 'Whether an image may carry an event that the page’s policy does not let fetch carry.',
  },
];
