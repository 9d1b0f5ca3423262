import Analytics from 'analytics';
import loopPlugin from 'analytics-plugin-loop';
import { startPage } from '../start-page.js';

startPage(Analytics, loopPlugin);
