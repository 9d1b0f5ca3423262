// The menus of the site, in both languages: by user, by task, reference. A page that is not translated yet is left out
// of the Spanish menu.
import { places } from './pages.mjs';

const sites = new Set(Object.values(places));

const byUser = [
  ['packages/segment', 'Segment', 'Segment'],
  ['packages/rudderstack', 'RudderStack', 'RudderStack'],
  ['packages/analytics-plugin-loop', 'getanalytics', 'getanalytics'],
  ['packages/cli', 'Terminal', 'Terminal'],
  ['relay', 'A relay of your own', 'Un relay propio'],
  ['privacy', 'Privacy officer', 'Responsable de privacidad'],
  ['packages/core', 'Your own code: core', 'Código propio: core'],
  ['packages/client', 'Your own code: in an app', 'Código propio: en una app'],
  ['packages/delivery', 'Your own code: sending', 'Código propio: envío'],
];

const byTask = [
  ['getting-started', 'Start from zero', 'Empezar desde cero'],
  ['trying-a-file', 'Try a file', 'Probar un archivo'],
  ['sending-an-old-file', 'Send an old file', 'Enviar un archivo viejo'],
  ['why-didnt-my-event-arrive', 'Why didn’t my event arrive?', '¿Por qué no llegó mi evento?'],
  ['relay-with-redis', 'Several relays on one Redis', 'Varios relays con un Redis'],
  ['sizing', 'How much a relay carries', 'Cuánto aguanta un relay'],
  ['queue', 'The queue', 'La cola'],
  ['security', 'Security', 'Seguridad'],
  ['examples', 'Example events', 'Eventos de ejemplo'],
];

const reference = [
  ['command-line', 'Commands', 'Comandos'],
  ['reference/settings', 'Settings', 'Configuración'],
  ['reference/parameters', 'Parameters', 'Parámetros'],
  ['reference/codes', 'Codes', 'Códigos'],
  ['reference/what-leaves', 'What leaves', 'Qué se envía'],
];

const project = [
  ['architecture', 'Architecture', 'Arquitectura'],
  ['all-pages', 'All pages', 'Todas las páginas'],
  ['contributing', 'How to contribute', 'Cómo contribuir'],
  ['changelog', 'Changes', 'Cambios'],
];

const groups = [
  { pages: byUser, en: 'For you', es: 'Según tu lugar' },
  { pages: byTask, en: 'Tasks', es: 'Tareas' },
  { pages: reference, en: 'Reference', es: 'Referencia' },
  { pages: project, en: 'The project', es: 'El proyecto' },
];

/**
 * @param language `en` or `es`
 * @returns the bar at the top (a list for each group) and the one at the side (all groups), as VitePress takes them
 */
export function navigationIn(language) {
  const prefix = language === 'en' ? '' : 'es/';
  const lists = groups
    .map((group) => ({
      text: group[language],
      items: group.pages
        .filter(([path]) => sites.has(`${prefix}${path}.md`))
        .map(([path, en, es]) => ({ text: { en, es }[language], link: `/${prefix}${path}` })),
    }))
    .filter(({ items }) => items.length > 0);
  return { nav: lists.slice(0, 3), sidebar: lists };
}
