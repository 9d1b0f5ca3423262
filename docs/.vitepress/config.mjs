import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { navigationIn } from './navigation.mjs';
import { places, root } from './pages.mjs';
import { anchorOf, siteLinks } from './site-links.mjs';
import { spanishSearch, spanishWords } from './spanish-words.mjs';

const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const address = repository.url.replace(/^git\+|\.git$/g, '');
const editPattern = `${address}/edit/main/:path`;

/**
 * What a built page may load: its own files, nothing else. `connect-src` forbids every request that a script could make,
 * so nothing that a reader types can leave the page. (The development server has no such rule: it needs its socket.)
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ');

export default defineConfig({
  title: 'Loop Adapters',
  description: 'Events of Segment, RudderStack and getanalytics, sent to the Loop Mobile API',
  srcDir: '..',
  outDir: './.vitepress/dist',
  cacheDir: './.vitepress/cache',
  // Every Markdown file that is no page.
  srcExclude: ['bench/**', 'scripts/**', 'packages/*/!(README).md', 'packages/*/*/**'],
  rewrites: places,
  cleanUrls: false,
  // Which file was changed when is the repository's to say.
  lastUpdated: false,
  markdown: {
    languageAlias: { conf: 'ini' },
    anchor: { slugify: anchorOf },
    config: (markdown) => markdown.use(siteLinks, address),
  },
  transformHead: () => [
    ['meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }],
    ['meta', { name: 'referrer', content: 'no-referrer' }],
  ],
  // No picture: a browser would ask the server's root for one.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        ...navigationIn('en'),
        outline: { level: [2, 3] },
        editLink: { pattern: editPattern, text: 'Edit this page' },
      },
    },
    es: {
      label: 'Español',
      lang: 'es',
      description: 'Eventos de Segment, RudderStack y getanalytics, enviados a la Mobile API de Loop',
      themeConfig: {
        ...navigationIn('es'),
        ...spanishWords,
        editLink: { pattern: editPattern, text: 'Editar esta página' },
      },
    },
  },
  themeConfig: {
    // Not every page is there in both languages, so the switch leads to the other front page.
    i18nRouting: false,
    search: { provider: 'local', options: { locales: { es: { translations: spanishSearch } } } },
  },
});
