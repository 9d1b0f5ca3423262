import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorText } from '../error-text.js';
import { bootId } from './file-time.js';

/**
 * What tells one process from every other one: containers share host names and numbers, a number is used again, and a
 * machine that is started anew begins with the same ones.
 */
export interface ProcessIdentity {
  /** The start of the machine; its name where the system does not say. */
  readonly machine: string;
  /** Where its number counts: each container has a space of its own. */
  readonly space: string;
  readonly pid: number;
  /** When it was started, as the system counts it; empty where that is not to be had. */
  readonly started: string;
}

export function ownIdentity(): ProcessIdentity {
  const boot = bootId();
  return {
    machine: boot === '' ? hostname() : boot,
    space: processSpace(),
    pid: process.pid,
    started: startOf(process.pid),
  };
}

/**
 * Whether a process is gone, as far as this one can see.
 *
 * @returns null if it can't: it runs, or ran, in another container or on another machine
 */
export function isGone(other: ProcessIdentity, own: ProcessIdentity): boolean | null {
  if (other.machine !== own.machine || other.space !== own.space) return null;
  return !runs(other.pid) || startOf(other.pid) !== other.started;
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** The 22nd field of what Linux says of a process. The second one is a name in parentheses that may hold anything. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return errorText(error, 'code') === 'EPERM';
  }
}
