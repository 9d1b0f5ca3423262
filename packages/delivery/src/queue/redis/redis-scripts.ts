import { createHash } from 'node:crypto';
import type { RedisClient } from './connect-redis.js';

/** A program that runs in Redis, all of it or nothing, with nobody in between. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

function script(lua: string): Script {
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}

/**
 * Claims identities for a piece that is about to be added. KEYS: claimed, added, the identities. ARGV: the piece, the
 * time, how long an identity is remembered (ms), how many events of the piece have none.
 *
 * Returns for each identity: empty if it is claimed now; `1` if it was seen; else the piece that has claimed it.
 */
export const claimScript = script(`
local claims, new = {}, 0
for i = 3, #KEYS do
  if redis.call('SET', KEYS[i], ARGV[1], 'NX', 'PX', ARGV[3]) then
    claims[i - 2] = ''
    new = new + 1
  else
    claims[i - 2] = redis.call('GET', KEYS[i])
  end
end
if new > 0 or ARGV[4] ~= '0' then
  redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
  redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
end
return claims`);

/**
 * Takes an identity over from a piece that was never added: its process was killed in between. KEYS: identity, claimed,
 * added. ARGV: the piece, the time, how long (ms), the other piece.
 *
 * Returns 1 if it is claimed now, 0 if it was kept meanwhile or somebody else was faster.
 */
export const takeOverScript = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[4] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1])
return 1`);

/**
 * Confirms that a piece is kept: its identities are seen from now on, and its events are in the books. Whoever comes
 * first does it: the process that has added the piece, or the one that delivers it. An identity that another piece has
 * taken over meanwhile marks its event, so that it is delivered once.
 *
 * KEYS: claimed, added, state, books, returning, the identities. ARGV: the piece, the time, how long (ms), its size,
 * `1` if this is the one that delivers, how many duplicates came with it, how many events it has, and for each identity
 * its event's number.
 *
 * Returns the state: a character for each event, or nothing.
 */
export const confirmScript = script(`
local isFirst = redis.call('ZREM', KEYS[1], ARGV[1]) == 1
if ARGV[6] ~= '0' then redis.call('HINCRBY', KEYS[4], 'duplicate', ARGV[6]) end
if ARGV[5] == '1' then
  redis.call('HDEL', KEYS[5], ARGV[1])
  if not isFirst and not redis.call('ZSCORE', KEYS[2], ARGV[1]) then
    redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
    isFirst = true
  end
end
if not isFirst then return redis.call('GET', KEYS[3]) or '' end
local size = tonumber(ARGV[4])
local accepted = tonumber(ARGV[7])
local state
if accepted < size then state = string.rep('.', accepted) .. string.rep('n', size - accepted) end
for i = 6, #KEYS do
  local holder = redis.call('GET', KEYS[i])
  if not holder or holder == ARGV[1] then
    redis.call('SET', KEYS[i], '1', 'PX', ARGV[3])
  else
    local at = tonumber(ARGV[i + 2])
    state = state or string.rep('.', size)
    state = string.sub(state, 1, at) .. 't' .. string.sub(state, at + 2)
    accepted = accepted - 1
  end
end
if state then redis.call('SET', KEYS[3], state) end
redis.call('HINCRBY', KEYS[4], 'accepted', accepted)
return state or ''`);

/**
 * Settles events of a piece, each of them once, however often it is asked. KEYS: state, added, books, letters,
 * letters-at. ARGV: the piece, its size, the time, how many are delivered, their numbers, and for each dead letter its
 * number, its key and its text.
 */
export const settleScript = script(`
if not redis.call('ZSCORE', KEYS[2], ARGV[1]) then return 0 end
local state = redis.call('GET', KEYS[1]) or string.rep('.', tonumber(ARGV[2]))
local marks = { string.byte(state, 1, -1) }
local last = 4 + tonumber(ARGV[4])
local delivered = 0
for i = 5, last do
  local at = tonumber(ARGV[i]) + 1
  if marks[at] == 46 then
    marks[at] = 100
    delivered = delivered + 1
  end
end
for i = last + 1, #ARGV, 3 do
  local at = tonumber(ARGV[i]) + 1
  if marks[at] == 46 then
    marks[at] = 120
    redis.call('HSET', KEYS[4], ARGV[i + 1], ARGV[i + 2])
    redis.call('ZADD', KEYS[5], ARGV[3], ARGV[i + 1])
  end
end
redis.call('SET', KEYS[1], string.char(unpack(marks)))
if delivered > 0 then redis.call('HINCRBY', KEYS[3], 'delivered', delivered) end
return delivered`);

/**
 * Takes dead letters out, to put them back into the queue as a piece. KEYS: letters, letters-at, returning, added.
 * ARGV: the piece, the time, the letters' keys. Returns their texts, as one JSON array; nothing if there is none left.
 */
export const takeLettersScript = script(`
local texts = {}
for i = 3, #ARGV do
  if redis.call('ZREM', KEYS[2], ARGV[i]) == 1 then
    texts[#texts + 1] = redis.call('HGET', KEYS[1], ARGV[i])
    redis.call('HDEL', KEYS[1], ARGV[i])
  end
end
if #texts == 0 then return false end
local all = '[' .. table.concat(texts, ',') .. ']'
redis.call('HSET', KEYS[3], ARGV[1], all)
redis.call('ZADD', KEYS[4], ARGV[2], ARGV[1])
return all`);

/** Deletes dead letters for good. KEYS: letters, letters-at, books. ARGV: their keys. Returns how many there were. */
export const dropLettersScript = script(`
local dropped = 0
for i = 1, #ARGV do
  if redis.call('ZREM', KEYS[2], ARGV[i]) == 1 then
    redis.call('HDEL', KEYS[1], ARGV[i])
    dropped = dropped + 1
  end
end
if dropped > 0 then redis.call('HINCRBY', KEYS[3], 'removed', dropped) end
return dropped`);

/**
 * Sets a piece aside that can't be read. KEYS: claimed, added, state, books, letters, letters-at. ARGV: the piece, the
 * time, and for each event its number, its key and its text.
 */
export const setAsideScript = script(`
if redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then redis.call('HINCRBY', KEYS[4], 'accepted', (#ARGV - 2) / 3) end
local state = redis.call('GET', KEYS[3])
for i = 3, #ARGV, 3 do
  local at = tonumber(ARGV[i]) + 1
  if not state or string.sub(state, at, at) == '.' then
    redis.call('HSET', KEYS[5], ARGV[i + 1], ARGV[i + 2])
    redis.call('ZADD', KEYS[6], ARGV[2], ARGV[i + 1])
  end
end
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[3])
return 1`);

/** Takes from what may go out in this second. KEYS: pace. ARGV: how many are wanted, the most per second. */
export const paceScript = script(`
local now = redis.call('TIME')
local second = tonumber(now[1])
local known = tonumber(redis.call('HGET', KEYS[1], 'second') or '0')
local spent = 0
if known == second then spent = tonumber(redis.call('HGET', KEYS[1], 'spent') or '0') end
local granted = math.max(0, math.min(tonumber(ARGV[1]), tonumber(ARGV[2]) - spent))
redis.call('HSET', KEYS[1], 'second', second, 'spent', spent + granted)
redis.call('EXPIRE', KEYS[1], 10)
return granted`);

/** Runs a script, by its name if Redis knows it. */
export async function runScript(
  redis: RedisClient,
  { sha, lua }: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return redis.eval(lua, keys.length, ...keys, ...args);
  }
}
