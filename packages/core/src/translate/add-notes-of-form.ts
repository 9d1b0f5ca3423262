import type { Source, Sources } from './extract.js';
import type { Pass } from './pass.js';

/** Notes what should be an object and is text or a list: a bridge wrote JSON into JSON, and nothing of it can be read. */
export function addNotesOfForm(pass: Pass, sources: Sources): void {
  for (const name of ['context', 'properties', 'traits'] as const) {
    for (const source of sources[name]) addNoteOfForm(pass, name, source);
  }
}

function addNoteOfForm(pass: Pass, name: 'context' | 'properties' | 'traits', source: Source): void {
  const value = pass.valueAt(source);
  if (value === undefined) return;
  if (Array.isArray(value)) pass.addNote('object_as_list', name, source.text);
  else if (typeof value === 'string' && value.trim() !== '') pass.addNote('object_as_text', name, source.text);
}
