import picocolors from 'picocolors';

import { Counts } from './counts.js';
import { formatCounts } from './format-counts.js';

const plain = picocolors.createColors(false);

describe('formatCounts', () => {
  it('shows what there was, the largest part first', () => {
    const counts = new Counts();
    const notes: [] = [];
    const problem = (code: 'missing_ip' | 'missing_ct') => ({ code, parameter: null, source: null, message: '' });
    const reason = { code: 'tracking_denied' as const, parameter: null, source: null, message: '' };
    counts.add({ status: 'ready', request: { method: 'GET', url: '', params: {} }, notes });
    counts.add({ status: 'skipped', reason, notes });
    counts.add({ status: 'invalid', problems: [problem('missing_ct'), problem('missing_ip')], notes });
    counts.add({ status: 'invalid', problems: [problem('missing_ip')], notes });
    counts.addFault('broken');
    expect(formatCounts(counts, 100, plain)).toEqual([
      '  read                 4',
      '  ready                1',
      '  skipped              1  tracking_denied 1',
      '  invalid              2  missing_ip 2 · missing_ct 1',
      '  broken in the input  1',
    ]);
  });

  it('wraps a long list of parts under itself', () => {
    const counts = new Counts();
    for (const code of ['missing_ip', 'missing_ct', 'missing_app'] as const) {
      counts.add({ status: 'invalid', problems: [{ code, parameter: null, source: null, message: '' }], notes: [] });
    }
    expect(formatCounts(counts, 42, plain)).toEqual([
      '  read     3',
      '  ready    0',
      '  invalid  3  missing_app 1 · missing_ct 1',
      '              missing_ip 1',
    ]);
  });
});
