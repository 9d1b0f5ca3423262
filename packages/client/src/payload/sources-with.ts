import { eventPaths } from '@loop-adapters/core/bare';
import { hostValues } from '../host/host-values.js';

/** Where `composePayload` puts what the page knows. */
const pagePaths: Readonly<Record<string, string>> = { device: 'page.model', device_type: 'page.platform' };

/**
 * The core's setting `sources` with the places of the app's and the page's values at the end of each list.
 *
 * @param table the core's own paths
 * @param replaced the user's setting `sources`
 * @returns source paths by parameter, in the order in which the core tries them
 */
export function sourcesWith(
  table: readonly { readonly name: string; readonly sources: readonly string[] }[],
  replaced: Readonly<Record<string, readonly string[] | undefined>>,
): Record<string, readonly string[]> {
  const sources: Record<string, readonly string[]> = {};
  for (const [name, paths] of Object.entries(replaced)) if (paths !== undefined) sources[name] = paths;
  for (const { setting, parameter } of hostValues) {
    if (parameter === null) continue;
    const own = replaced[parameter] ?? table.filter(({ name }) => name === parameter).flatMap(eventPaths);
    const pagePath = pagePaths[parameter];
    sources[parameter] = [...own, `settings.${setting}`, ...(pagePath === undefined ? [] : [pagePath])];
  }
  return sources;
}
