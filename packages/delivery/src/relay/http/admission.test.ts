import type { AppSource } from '../app-sources.js';
import { readRelaySettings, type RelaySettingsInput } from '../relay-settings.js';
import { Admission, type AdmittedClient } from './admission.js';
import { Refusal } from './refusal.js';
import { WriteKeys } from './write-keys.js';

const phone = '203.0.113.7';
const other = '198.51.100.9';

function setUp(settings: Partial<RelaySettingsInput> = {}) {
  let nowMs = 0;
  const keys = new WriteKeys([
    ['KEY', { name: null } as AppSource],
    ['KEY-2', { name: null } as AppSource],
  ]);
  const admission = new Admission(
    readRelaySettings({ writeKeys: ['KEY'], ...settings }),
    () => ({ keys, common: null }),
    () => nowMs,
  );
  return {
    admission,
    pass: (seconds: number): void => void (nowMs += seconds * 1000),
    admit: (ip: string, key = 'KEY', headers = {}): AdmittedClient => admission.admit(admission.meet(headers, ip), key),
  };
}

/** The code and the wait of a refusal, or `null`. */
function refusalOf(run: () => unknown): [string, number | null] | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.retryAfterSeconds];
    throw error;
  }
}

describe('what one client may send', () => {
  test('its debt is one batch at most, and does not stop another', () => {
    const { admission, admit, pass } = setUp({ limits: { eventsPerSecondPerAddress: 100 } });
    const clients = Array.from({ length: 200 }, () => admit(phone));
    // Two hundred were let in at once; only those that find something in the bucket get through.
    const charged = clients.map((client) => refusalOf(() => admission.charge(client, 2499)));
    expect(charged.filter((refusal) => refusal === null)).toHaveLength(2);
    expect(refusalOf(() => admit(phone))).toEqual(['rate_limited', 25]);
    expect(refusalOf(() => admit(other))).toBeNull();
    pass(24);
    expect(refusalOf(() => admit(phone))).toEqual(['rate_limited', 1]);
    pass(1);
    expect(refusalOf(() => admit(phone))).toBeNull();
  });

  test('what is not accepted costs nothing', () => {
    const { admission, admit } = setUp({ limits: { eventsPerSecondPerAddress: 1 } });
    for (let time = 0; time < 100; time++) admission.charge(admit(phone), 2500).settle(0);
    expect(refusalOf(() => admit(phone))).toBeNull();
  });

  test('this machine has no limit of its own', () => {
    const { admission, admit } = setUp({ limits: { eventsPerSecondPerAddress: 1 } });
    for (let time = 0; time < 100; time++) admission.charge(admit('127.0.0.1'), 2500).settle(2500);
    expect(refusalOf(() => admit('127.0.0.1'))).toBeNull();
  });

  test('a write key has a ceiling, which one address can not use up', () => {
    const { admission, admit, pass } = setUp({ limits: { eventsPerSecond: 100 } });
    for (let second = 0; second < 1000; second++) {
      // As much as it is let.
      if (refusalOf(() => admit(phone)) === null) admission.charge(admit(phone), 2500).settle(2500);
      expect(refusalOf(() => admit(other))).toBeNull();
      pass(1);
    }
    for (let n = 0; n < 20; n++) {
      const client = `203.0.113.${n}`;
      if (refusalOf(() => admit(client)) === null) admission.charge(admit(client), 2500).settle(2500);
    }
    expect(refusalOf(() => admit(other))?.[0]).toBe('rate_limited');
    expect(refusalOf(() => admit(other, 'KEY-2'))).toBeNull();
  });
});

describe('wrong keys', () => {
  test('an address that sends many is slowed down; one with the right key is not', () => {
    const { admission, admit, pass } = setUp();
    const codes = Array.from({ length: 150 }, () => refusalOf(() => admit(phone, 'WRONG'))?.[0]);
    expect([codes.slice(0, 100), codes.slice(100)]).toEqual([
      Array.from({ length: 100 }, () => 'unauthorized'),
      Array.from({ length: 50 }, () => 'rate_limited'),
    ]);
    const keyless = (ip: string) => refusalOf(() => admission.expectKeyInBody(admission.meet({}, ip)));
    expect([keyless(phone), keyless(other)]).toEqual([['rate_limited', 1], null]);
    expect(refusalOf(() => admit(phone))).toBeNull();
    pass(1);
    expect([keyless(phone), refusalOf(() => admit(phone, 'WRONG'))?.[0]]).toEqual([null, 'unauthorized']);
  });
});

describe('the origin of a page', () => {
  const allowedOrigins = ['https://www.example.com'];

  test.each([
    [{}, null],
    [{ origin: 'https://www.example.com' }, null],
    [{ origin: 'https://www.example.org' }, 'origin_not_allowed'],
    [{ origin: 'https://www.example.com:8443' }, 'origin_not_allowed'],
    [{ origin: 'null' }, 'origin_not_allowed'],
    [{ origin: '' }, 'origin_not_allowed'],
  ])('%j: %j', (headers, code) => {
    const { admission } = setUp({ allowedOrigins });
    expect(refusalOf(() => admission.meet(headers, phone))?.[0] ?? null).toBe(code);
  });

  test('none is allowed if none is listed', () => {
    const { admission } = setUp();
    expect(refusalOf(() => admission.meet({ origin: 'https://www.example.com' }, phone))).toEqual([
      'origin_not_allowed',
      null,
    ]);
  });
});
