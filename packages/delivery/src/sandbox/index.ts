export { startSandbox, type Sandbox } from './start-sandbox.js';
export type { SandboxOptions, SandboxOptionsInput } from './sandbox-options.js';
export type { Arrival, SandboxAnswer, SandboxProblem, SandboxRequest } from './arrivals.js';
export type { Fault } from './fault.js';
