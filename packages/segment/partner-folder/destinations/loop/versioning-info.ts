/** LOOP_MOBILE_API_VERSION
 * Loop's Mobile API has one version, and no place for its number: neither the URL nor a header names it. The URL is made
 * by @loop-adapters/core, so a second version would come with a new version of that package.
 */
export const LOOP_MOBILE_API_VERSION = '1';
