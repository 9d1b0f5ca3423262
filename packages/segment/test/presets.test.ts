import { parseFql, validate } from '@segment/destination-subscriptions';
import destination from '../src';
import { exampleFolders } from './examples';

const presets = (destination.presets ?? []).map((preset) => ({
  ...preset,
  condition: parseFql(preset.type === 'automatic' ? preset.subscribe : ''),
}));

/** What a webview and an SDK that names the system alone send. */
const fromMobile = ['page', 'track'].map((type) => ({
  type,
  messageId: `os-name-alone-${type}`,
  context: { os: { name: 'Android' } },
}));

const events = [...exampleFolders.flatMap((folder) => folder.events), ...fromMobile];

function matching(event: object): string[] {
  return presets.filter(({ condition }) => validate(condition, event)).map(({ name }) => name ?? '');
}

it('has subscriptions that Segment can read', () => {
  const defaults = Object.values(destination.actions).map(({ defaultSubscription = '' }) =>
    parseFql(defaultSubscription),
  );
  expect(
    [...presets.map(({ condition }) => condition), ...defaults].filter((condition) => 'error' in condition),
  ).toEqual([]);
});

it('maps every field that has a default, and no other', () => {
  for (const { partnerAction, mapping } of presets) {
    const fields = Object.entries(destination.actions[partnerAction]?.fields ?? {});
    const defaults = fields
      .filter(([, field]) => field.default !== undefined)
      .map(([name, field]) => [name, field.default]);
    expect(Object.entries(mapping ?? {})).toEqual(defaults);
  }
});

it.each([
  ['ex-swift-application-installed', ['App Lifecycle Events']],
  ['ex-swift-application-backgrounded', ['App Lifecycle Events']],
  ['ex-kotlin-application-opened', ['App Lifecycle Events']],
  ['ex-rn-application-updated-ios', ['App Lifecycle Events']],
  ['ex-swift-order-completed', ['Other Track Calls from Mobile']],
  ['ex-web-shell-product-viewed', ['Other Track Calls from Mobile']],
  ['ex-kotlin-screen', ['Screen Calls']],
  ['ex-swift-identify-argentina', ['Identify Calls']],
  ['os-name-alone-track', ['Other Track Calls from Mobile']],
  ['os-name-alone-page', ['Page Calls from Mobile']],
  ['ex-web-products-searched', []],
  ['ex-web-page', []],
  ['ex-swift-group', []],
  ['ex-kotlin-alias', []],
])('%s goes to %j', (messageId, names) => {
  const event = events.find((candidate) => candidate.messageId === messageId) ?? {};
  expect(matching(event)).toEqual(names);
});

it('sends no event twice', () => {
  expect(events.filter((event) => matching(event).length > 1)).toEqual([]);
  for (const { name } of presets) expect(events.some((event) => matching(event).includes(name ?? ''))).toBe(true);
});
