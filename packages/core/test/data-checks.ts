import { readCoreExamples } from '@loop-adapters/testing/core-examples';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createTranslator, inEnglish } from '../src/index.js';
import { nodeHash } from '../src/hash/node-hash.js';
import { readCorpus } from './corpora/corpus.js';
import { kindsOf } from './corpora/kinds.js';
import { measure } from './corpora/measure.js';
import { vectorEvent } from './vector-event.js';

const core = join(__dirname, '..');

interface Vector {
  readonly kind: 'email' | 'phone' | 'nid';
  readonly input: string;
  readonly country?: string;
  /** Null for what is no such identifier. */
  readonly normalized: string | null;
  readonly sha256?: string;
}

const keys = { email: 'value[ml_sh2]', phone: 'value[mb_sh2]', nid: 'value[nid_sh2]' };

/** The cases of the core's data files, in one process: the first that is not as it is written; null if all are. */
export function firstFault(): string | null {
  return faultOfExamples() ?? faultOfVectors() ?? faultOfCorpora();
}

function faultOfExamples(): string | null {
  for (const { topic, examples } of readCoreExamples(inEnglish as Parameters<typeof readCoreExamples>[0])) {
    for (const { name, settings, event, known, outcome } of examples) {
      const found = createTranslator(settings, nodeHash).translate(event, known);
      if (!isDeepStrictEqual(plain(found), plain(outcome))) return `example ${topic}: ${name}`;
    }
  }
  return null;
}

function faultOfVectors(): string | null {
  const vectors = readJson('vectors/identifiers.json') as readonly Vector[];
  const translator = createTranslator({ sourceHash: 'XYZ123', eventKey: null }, nodeHash);
  for (const { kind, input, country, normalized, sha256 } of vectors) {
    const outcome = translator.translate(vectorEvent(kind, input, country));
    const hash = outcome.status === 'ready' ? (outcome.request.params[keys[kind]] ?? null) : 'not ready';
    if (hash !== (normalized === null ? null : sha256)) return `vector ${kind}`;
  }
  return null;
}

function faultOfCorpora(): string | null {
  const known = readJson('corpora/known-misses.json') as Readonly<Record<string, readonly { what: string }[]>>;
  for (const name of ['cases.json', 'personal.json', 'own-personal.json', 'harmless.json', 'own-harmless.json']) {
    const corpus = readCorpus(name, readFileSync(join(core, 'corpora', name), 'utf8'));
    const { left } = measure(corpus);
    const expected = (known[name] ?? []).map(({ what }) => what);
    if (!isDeepStrictEqual(left, expected)) return `corpus ${name}`;
    if (name !== 'cases.json' && !isDeepStrictEqual(kindsOf(corpus), readJson(`corpora/kinds/${name}`))) {
      return `kinds of ${name}`;
    }
  }
  return null;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(core, path), 'utf8'));
}

/** Without what JSON does not hold: an absent value and one that is undefined are the same. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
