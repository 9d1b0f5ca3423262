import { loadSource } from '../../../scripts/load-source.mjs';

/** The destination's definition as its sources are now. As CommonJS: Segment's package can't be loaded otherwise. */
export async function loadDestination() {
  const { default: commonJs } = await loadSource('src/loop/index.ts', { format: 'cjs' });
  return commonJs.default;
}
