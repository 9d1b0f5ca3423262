import { androidEvent, ndjson, sourceHash } from './events.js';
import { runCli } from './run-cli.js';

const env = { LOOP_SOURCE_HASH: sourceHash };
const { ip: _, ...withoutIp } = androidEvent().context as Record<string, unknown>;
const events = [androidEvent(), { type: 'group' }, { ...androidEvent(), context: withoutIp }];

describe('loop-adapters explain', () => {
  it('prints one JSON line per event for programs', async () => {
    const { code, stdout, stderr } = await runCli(['explain', '-', '--json'], { input: ndjson(events), env });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        {
          input: 'stdin',
          line: 1,
          outcome: expect.objectContaining({ status: 'ready' }),
          parameters: expect.arrayContaining([
            {
              parameter: 'source_hash',
              label: 'Source hash',
              required: true,
              value: '***',
              source: 'settings.sourceHash',
              tried: [{ source: 'settings.sourceHash', result: 'used', note: null }],
            },
          ]),
        },
        { input: 'stdin', line: 2, outcome: expect.objectContaining({ status: 'skipped' }), parameters: [] },
        {
          input: 'stdin',
          line: 3,
          outcome: expect.objectContaining({ status: 'invalid' }),
          parameters: expect.arrayContaining([
            {
              parameter: 'ip',
              label: 'IP address',
              required: true,
              value: null,
              source: null,
              tried: [
                { source: 'context.ip', result: 'absent', note: null },
                { source: 'request_ip', result: 'absent', note: null },
              ],
            },
          ]),
        },
      ],
    });
    expect(stderr).toBe(
      '\n  read     3\n  ready    1\n  skipped  1  unsupported_event_type 1\n  invalid  1  missing_ip 1\n',
    );
  });

  it('shows only what is asked for', async () => {
    const { stdout } = await runCli(['explain', '-', '--only', 'skipped'], { input: ndjson(events), env });
    expect(stdout).toBe(
      'stdin:2  group  skipped\n\nWhy it is skipped\n  unsupported_event_type  (type)\n' +
        '    Loop takes track, identify, screen and page events only. Events of other types are skipped.\n',
    );
  });

  it('stops after as many as are asked for', async () => {
    const { code, stdout } = await runCli(['explain', '-', '--limit', '1', '--json'], { input: ndjson(events), env });
    expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, lines: 1 });
  });

  it('prints nothing of an event that could steer the terminal', async () => {
    const event = {
      ...androidEvent(),
      event: 'a\u001b]0;owned\u0007b',
      properties: { 'k\u001b[2J': 'v\u001b[31m\nx' },
    };
    const { stdout } = await runCli(['explain', '-'], { input: JSON.stringify(event), env });
    expect(stdout).toContain('value[event]     Event name       a ]0;owned b');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it.each([
    [['--only', 'good'], '--only must be ready, skipped or invalid.\n'],
    [['--limit', '0'], '--limit: It must be a whole number of at least 1.\n'],
    [['--limit', 'few'], '--limit: It must be a whole number of at least 1.\n'],
  ])('refuses %j', async (flags, stderr) => {
    expect(await runCli(['explain', '-', ...flags], { env })).toEqual({ code: 2, stdout: '', stderr });
  });
});
