import { loopPlugin } from 'analytics-plugin-loop';

loopPlugin({ sourceHash: 'XYZ123', app: { id: 'com.example.app' } });
// @ts-expect-error A misspelled option.
loopPlugin({ sorceHash: 'XYZ123' });
