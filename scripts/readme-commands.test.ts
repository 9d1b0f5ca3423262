import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** The commands of a page in their order, each with the folder that the `cd` lines of its block lead to. */
function commandsOf(page: string): { folder: string; command: string }[] {
  const blocks = [...readFileSync(join(root, page), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, block = '']) => {
    let folder = '.';
    return block
      .split('\n')
      .map((line) => line.replace(/\s+#.*/, ''))
      .flatMap((command) => {
        const target = /^cd (\S+)$/.exec(command)?.[1];
        if (target === undefined) return command === '' ? [] : [{ folder, command }];
        folder = join(folder, target);
        return [];
      });
  });
}

/** What is done with a command that serves, once it has printed an address. */
interface Serving {
  readonly address: RegExp;
  readonly visit: (address: string) => Promise<void>;
}

/** Runs a line as a reader would; one that serves is visited and then ended, with all that it started. */
async function run(
  folder: string,
  command: string,
  serving?: Serving,
): Promise<{ code: number | null; printed: string }> {
  const shell = spawn(command, {
    shell: true,
    cwd: join(root, folder),
    detached: true,
    // npx may not look for the command anywhere else.
    env: { ...process.env, NO_COLOR: '1', npm_config_offline: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(shell, 'exit') as Promise<[number | null]>;
  let printed = '';
  let visited: Promise<void> | undefined;
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, address] = serving?.address.exec(printed) ?? [];
      if (address === undefined || visited !== undefined || shell.pid === undefined) return;
      const group = -shell.pid;
      visited = serving?.visit(address).finally(() => process.kill(group, 'SIGTERM'));
    });
  }
  const [code] = await exited;
  await visited;
  return { code, printed };
}

const pages = ['README.md', 'examples/README.md', 'examples/web/README.md'];

it.each(pages)('%s sets everything up before it uses a command', (page) => {
  const commands = commandsOf(page).map(({ command }) => command);
  expect(commands.findIndex((command) => command.startsWith('npx '))).toBeGreaterThan(commands.indexOf('npm start'));
  expect(commands[0]).toBe('npm start');
});

it('README.md explains one event', async () => {
  const [line] = commandsOf('README.md').filter(({ command }) => command.startsWith('npx '));
  const { code, printed } = await run(line!.folder, line!.command);
  expect({ code, events: printed.match(/^examples\/\S+:\d+ .*$/gm) }).toEqual({
    code: 0,
    events: ['examples/segment-kotlin.json:2  track  ready'],
  });
});

it('examples/README.md translates a file', async () => {
  const [line] = commandsOf('examples/README.md').filter(({ command }) => command.startsWith('npx '));
  const { printed } = await run(line!.folder, `${line!.command} 2> /dev/null`);
  const events = JSON.parse(readFileSync(join(root, 'examples/segment-swift.json'), 'utf8')) as unknown[];
  const outcomes = printed.trim().split('\n');
  expect(outcomes.map((outcome) => Object.keys(JSON.parse(outcome) as object)[0])).toEqual(events.map(() => 'input'));
});

it('examples/web/README.md runs the stand-in for Loop, and the page', async () => {
  const [sandbox, page, ...others] = commandsOf('examples/web/README.md').slice(1);
  expect(others).toEqual([]);
  const visited: string[] = [];
  await run(sandbox!.folder, `${sandbox!.command} --port 0`, {
    // Somebody else on this machine may have taken the usual port, so it has another one here.
    address: /(http:\/\/127\.0\.0\.1:\d+)\/mobile/,
    visit: async (address) => {
      visited.push(await textOf(`${address}/requests`));
    },
  });
  await run(page!.folder, page!.command, {
    address: /Local: +(http:\/\/localhost:\d+)\//,
    visit: async (address) => {
      visited.push(await textOf(`${address}/`), await textOf(`${address}/main.js`));
    },
  });
  expect(visited).toEqual([
    expect.stringContaining('"requests":[]'),
    expect.stringContaining('<title>Mercadito</title>'),
    // Vite has found the plugin.
    expect.stringMatching(/import loopPlugin from "\/[^"]*analytics-plugin-loop/),
  ]);
});

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  return response.ok ? text : `${String(response.status)} ${text}`;
}
