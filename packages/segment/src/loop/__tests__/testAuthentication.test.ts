import { createTestIntegration } from '@segment/actions-core';
import nock from 'nock';
import destination from '..';
import { settings } from './__helpers__/event';

/** Answers the check of one source hash. */
function checkAnswers(sourceHash: string, status: number, body: string, host = 'https://api.retargetly.com') {
  return nock(host).get('/sdk/params').query({ source_hash: sourceHash }).reply(status, body);
}

async function messageOf(input: object): Promise<string> {
  const loop = createTestIntegration(destination);
  return await loop.testAuthentication(input as typeof settings).then(
    () => 'accepted',
    (error: unknown) => (error as Error).message,
  );
}

afterEach(() => {
  nock.cleanAll();
});

it('accepts source hashes that Loop knows', async () => {
  checkAnswers('ANDROID-SECRET', 200, '{}');
  checkAnswers('IOS-SECRET', 200, '{"params":[]}');
  expect(await messageOf(settings)).toBe('accepted');
  expect(nock.pendingMocks()).toEqual([]);
});

it('asks about the one that is set', async () => {
  checkAnswers('IOS-SECRET', 200, '{}');
  expect(await messageOf({ iosSourceHash: 'IOS-SECRET' })).toBe('accepted');
});

it('asks where the endpoint is', async () => {
  checkAnswers('IOS-SECRET', 200, '{}', 'https://loop.example.com');
  const endpoint = 'https://loop.example.com/mobile';
  expect(await messageOf({ iosSourceHash: 'IOS-SECRET', endpoint })).toBe('accepted');
});

it('names the source hash that is wrong', async () => {
  checkAnswers('ANDROID-SECRET', 200, '{}');
  checkAnswers('IOS-SECRET', 200, 'not found');
  expect(await messageOf(settings)).toBe(
    'Credentials are invalid:  Loop does not know this: Source hash for iOS. Copy it again from Loop, without spaces.',
  );
});

it.each([
  ['Loop has an error', () => checkAnswers('IOS-SECRET', 503, '')],
  ['there is no connection', () => nock('https://api.retargetly.com').get(/sdk/).replyWithError('ECONNREFUSED')],
])('does not take it for wrong if %s', async (_, answer) => {
  answer();
  expect(await messageOf({ iosSourceHash: 'IOS-SECRET' })).toBe(
    'Credentials are invalid:  Loop could not be reached, so nobody knows yet if this is right: Source hash for iOS. Try again later.',
  );
});

it('asks for a source hash', async () => {
  expect(await messageOf({ androidSourceHash: '', iosSourceHash: ' ' })).toBe(
    'Credentials are invalid:  Enter the source hash for Android, the one for iOS, or both.',
  );
  expect(await messageOf({})).toMatch(/androidSourceHash/);
});

it('says what is wrong with the other settings, and asks nobody', async () => {
  const message = await messageOf({ androidSourceHash: 'has spaces', country: 'Atlantis' });
  expect(message).toMatch(/Source hash for Android: .+ Country: .+/);
  expect(message).not.toContain('has spaces');
});
