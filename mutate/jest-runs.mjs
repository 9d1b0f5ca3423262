import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A run of Jest whose break makes it go on for ever is ended after this, in milliseconds. */
const longestMs = 120_000;

/**
 * Tests that run what is built, or a hundred thousand random inputs: they would notice too, but take minutes. And those
 * of the data files, which were looked at before.
 */
const leftOut =
  /(?:in-hermes|bare-realm|bare|readme|types|planted-data|phone-forms|examples|corpora|vectors)\.test\.ts$/;

/**
 * Jest over the core's tests in a tree.
 *
 * @param tree a folder that `makeTree` made
 */
export class JestRuns {
  constructor(tree) {
    this.tree = tree;
    this.config = join(tree, 'mutate.jest.config.mjs');
    this.coverage = join(tree, 'coverage-of-breaks');
    writeFileSync(
      join(tree, 'keep-coverage.cjs'),
      `const { writeFileSync } = require('node:fs');
      afterAll(() => {
        const folder = process.env.COVERAGE_OF_BREAKS;
        const found = globalThis.__stryker__?.mutantCoverage;
        if (folder && found) {
          const name = expect.getState().testPath.replace(/[^a-zA-Z0-9.-]/g, '_');
          writeFileSync(folder + '/' + name, JSON.stringify({ file: expect.getState().testPath, ids: Object.keys(found.static) }));
        }
      });`,
    );
    writeFileSync(
      this.config,
      `import { jestProject } from './scripts/jest-project.mjs';
      const project = jestProject('core', ${JSON.stringify(join(tree, 'packages/core'))});
      export default {
        ...project,
        setupFilesAfterEnv: [...project.setupFilesAfterEnv, ${JSON.stringify(join(tree, 'keep-coverage.cjs'))}],
      };`,
    );
  }

  /**
   * Runs every test with no break, which must pass.
   *
   * @returns the test files that reach each break, the quickest first, by the break's ID
   */
  async reach() {
    rmSync(this.coverage, { recursive: true, force: true });
    mkdirSync(this.coverage, { recursive: true });
    const report = join(this.tree, 'report.json');
    const { passed, output } = await this.#run(
      ['--json', `--outputFile=${report}`, '--testPathIgnorePatterns', '/node_modules/', leftOut.source],
      { COVERAGE_OF_BREAKS: this.coverage },
      10 * longestMs,
    );
    if (!passed) throw new Error(`The tests fail before anything is broken:\n${output.slice(-4000)}`);
    const took = new Map(
      JSON.parse(readFileSync(report, 'utf8')).testResults.map((file) => [file.name, file.endTime - file.startTime]),
    );
    const reached = new Map();
    for (const name of readdirSync(this.coverage)) {
      const { file, ids } = JSON.parse(readFileSync(join(this.coverage, name), 'utf8'));
      for (const id of ids) reached.set(id, [...(reached.get(id) ?? []), file]);
    }
    for (const files of reached.values()) files.sort((a, b) => (took.get(a) ?? 0) - (took.get(b) ?? 0));
    return reached;
  }

  /** Whether one of the test files fails with one break on. */
  async isNoticed(id, files) {
    // Most breaks are noticed by the quickest, and a run has to load these alone.
    for (const group of groupsOf(files)) {
      const args = ['--runInBand', '--bail', '--runTestsByPath', ...group];
      if (!(await this.#run(args, { __STRYKER_ACTIVE_MUTANT__: id })).passed) return true;
    }
    return false;
  }

  #run(args, env, timeoutMs = longestMs) {
    const jest = join(this.tree, 'node_modules/jest/bin/jest.js');
    const child = spawn(process.execPath, [jest, '--config', this.config, '--silent', ...args], {
      cwd: this.tree,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    return new Promise((resolve) => {
      child.on('close', (code) => resolve({ passed: code === 0, output }));
    });
  }
}

/** The quickest files in a first run, all others in a second one. */
function groupsOf(files) {
  const quick = 3;
  return [files.slice(0, quick), files.slice(quick)].filter((group) => group.length > 0);
}
