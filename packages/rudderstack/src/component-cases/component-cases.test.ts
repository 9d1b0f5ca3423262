import { formatUrl } from '@loop-adapters/core';
import nock from 'nock';
import { join } from 'node:path';
import { build } from '../testing/build.js';
import { loadDestination } from '../testing/built-destination.js';
import { answer, type ComponentCase } from '../testing/rudder-transformer.js';

const secrets = /DEMO-ANDROID-HASH|DEMO-IOS-HASH|[0-9a-f]{64}/;

const built = build();
const destination = loadDestination(built.folder);
// The cases come out of the build, too: they are copied together.
const folder = join(built.folder, 'component-cases/loop');
const [processor = [], router = [], delivery = []] = ['processor', 'router', 'dataDelivery'].map(
  (feature) => jest.requireActual<{ data: ComponentCase[] }>(join(folder, feature, 'data.ts')).data,
);
const { networkCallsData } = jest.requireActual<{ networkCallsData: NetworkCall[] }>(join(folder, 'network.ts'));
const cases = [...processor, ...router, ...delivery];

interface NetworkCall {
  readonly httpReq: { readonly url: string; readonly params: Record<string, string> };
  readonly httpRes: { readonly status: number; readonly data: string | object };
}

afterAll(() => {
  built.remove();
});

beforeEach(() => {
  for (const { httpReq, httpRes } of networkCallsData) {
    const { pathname, search, origin } = new URL(formatUrl(httpReq.url, httpReq.params));
    nock(origin)
      .get((path) => path === pathname + search)
      .reply(httpRes.status, httpRes.data);
  }
});

afterEach(() => {
  nock.cleanAll();
});

it.each(cases)('$feature $version: $description', async (testCase) => {
  await expect(answer(destination, testCase)).resolves.toEqual(testCase.output.response);
});

it('has at least 25 cases, each with an ID of its own', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(25);
});

it('answers a delivery without source hash and without the hash of a person', () => {
  const answers = delivery.map(({ output }) => JSON.stringify(output));
  expect(answers.filter((text) => secrets.test(text))).toEqual([]);
});
