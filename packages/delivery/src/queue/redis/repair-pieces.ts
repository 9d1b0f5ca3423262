import { Job, type Queue as JobQueue } from 'bullmq';
import type { RedisClient } from './connect-redis.js';
import { jobName } from './piece.js';

/**
 * Makes jobs readable again whose data is no JSON: BullMQ stumbles over such a job before it hands it out, frees it, and
 * stumbles again, for ever. What was there becomes a text, so that the job is handed out as one that is no piece.
 */
export async function repairPieces(redis: RedisClient, jobs: JobQueue): Promise<void> {
  for (const id of await jobs.getRanges(['active'])) {
    const text = await redis.hget(jobs.toKey(id), 'data');
    if (text === null || isJson(text)) continue;
    await new Job<string>(jobs, jobName, text, {}, id).updateData(text);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
