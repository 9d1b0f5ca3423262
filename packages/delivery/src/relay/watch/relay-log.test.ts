import { createRelayLog, faultCode } from './relay-log.js';

test('one JSON object a line, with the time and no process or host', () => {
  const lines: string[] = [];
  const log = createRelayLog('info', { write: (line) => lines.push(line) });
  log('debug', 'request', { status: 200 });
  log('info', 'listening', { port: 8787 });
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { level: 30, time: expect.stringMatching(/^\d{4}-.*Z$/), name: 'loop-relay', port: 8787, msg: 'listening' },
  ]);
});

test.each([
  [Object.assign(new Error('ana@example.com'), { code: 'ENOSPC' }), 'ENOSPC'],
  [Object.assign(new Error('x'), { code: 'ana@example.com' }), 'unknown'],
  [new Error('x'), 'unknown'],
  [null, 'unknown'],
])('%s has the code %s', (error, code) => {
  expect(faultCode(error)).toBe(code);
});
