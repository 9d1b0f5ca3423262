/* global loop */
/*
 * Loop for RudderStack: turns app events into requests to Loop's Mobile API.
 *
 * 1. Paste this whole file into RudderStack's Transformations editor.
 * 2. Save your source hashes as secrets of the workspace, under the names
 *    LOOP_SOURCE_HASH_ANDROID and LOOP_SOURCE_HASH_IOS (or write them below).
 * 3. Connect a Webhook destination with the URL https://api.retargetly.com/mobile and the method GET.
 */

const settings = {
  // Only if you do not save them as secrets.
  sourceHash: { android: '', ios: '' },

  // For events that do not carry them. Delete the // and fill in.
  // app: { id: 'com.example.app', name: 'Example App' },
  // country: 'AR',
  // device: { model: 'Pixel6' },

  // 'all', 'none', or a list of names: ['category', 'price'].
  properties: 'all',

  // Names that are never sent.
  exclude: [],

  // Consent categories that an event must grant, such as 'Advertising'. Empty: consent is not checked.
  consent: { required: [] },
};

// Group and alias events can't go to Loop: 'drop' leaves them out, 'keep' passes them on unchanged.
// Only keep them if another destination uses this Transformation too.
const otherEvents = 'drop';

export function transformEvent(event) {
  return loop.transformEvent(event, settings, otherEvents);
}

// From here on: the code that does the work. There is nothing to change below.
