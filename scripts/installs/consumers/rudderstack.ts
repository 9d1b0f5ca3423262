import { createLoopIntegration } from '@loop-adapters/rudderstack';

createLoopIntegration({ sourceHash: 'XYZ123', app: { id: 'com.example.app' } });
// @ts-expect-error A misspelled option.
createLoopIntegration({ sorceHash: 'XYZ123' });
