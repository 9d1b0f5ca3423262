import { createClient, type ClientSettings, type ClientTools } from '@loop-adapters/client';

declare const tools: ClientTools;

export const settings: ClientSettings = { sourceHash: 'XYZ123', app: { id: 'com.example.app' } };
createClient(settings, tools);
// @ts-expect-error A misspelled option.
createClient({ sorceHash: 'XYZ123' }, tools);
