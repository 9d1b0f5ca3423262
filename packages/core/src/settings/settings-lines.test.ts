import { settingsLines } from './settings-lines.js';

const problems = [
  { path: 'exclude.0', message: 'It must be text.' },
  { path: 'app.id', message: 'It must be text.' },
  { path: 'guess.timezone', message: 'It must be true or false.' },
];

it("names settings as the platform does, and others by the core's path", () => {
  const names: Readonly<Record<string, string>> = { exclude: 'Never sent', 'app.id': 'App ID' };
  expect(settingsLines(problems, (path) => names[path] ?? null)).toBe(
    'Never sent: It must be text. App ID: It must be text. guess.timezone: It must be true or false.',
  );
});

it('shows paths without names', () => {
  expect(settingsLines(problems.slice(0, 1))).toBe('exclude.0: It must be text.');
});
