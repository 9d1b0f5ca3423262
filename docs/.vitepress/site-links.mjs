import { relative } from 'node:path';
import { root, targetOf } from './pages.mjs';

/**
 * Lets the links of a page work on the site as they do in the repository: what is a page here leads to it, every other
 * file to the repository's own page of it.
 *
 * @param markdown markdown-it
 * @param repository the repository's address
 */
export function siteLinks(markdown, repository) {
  markdown.core.ruler.push('site-links', ({ tokens, env }) => {
    const path = env.realPath ?? env.path;
    // VitePress reads a title by itself too, which has no page around it.
    if (path === undefined) return;
    const file = relative(root, path);
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const link = token.type === 'link_open' ? token.attrGet('href') : null;
      if (link === null || /^(?:\w+:|\/)/.test(link)) continue;
      const target = targetOf(file, link);
      // A link that leads nowhere stays as it is, and VitePress ends the build over it.
      if (target !== null) token.attrSet('href', target.page ?? `${repository}/${target.file}`);
    }
  });
}

/** The anchor of a heading, as the repository's own pages make it. */
export function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
