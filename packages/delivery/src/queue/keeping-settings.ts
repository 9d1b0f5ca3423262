/** How long things are kept: settings that both engines have. */
export const keepingEntries = {
  duplicateHours: {
    type: 'number',
    min: 0,
    max: 8760,
    default: 24,
    description: 'How long an `id` is remembered: a copy that comes later is a new event. 0 remembers none. In hours.',
  },
  deadLetterDays: {
    type: 'number',
    min: 1,
    max: 3650,
    default: 30,
    description: 'How long a dead letter is kept. In days.',
  },
  maxDeadLetters: {
    type: 'number',
    min: 1,
    max: 100_000_000,
    default: 100_000_000,
    description:
      'How many dead letters are kept: the oldest go first. Left out, none goes for their number while it is younger than `deadLetterDays`.',
  },
  leaseMs: {
    type: 'number',
    min: 100,
    max: 3_600_000,
    default: 30_000,
    description:
      'How long a process may be silent before its events are handed to another; in milliseconds. A process that was killed costs its events this delay at most.',
  },
} as const;
