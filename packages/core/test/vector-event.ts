/**
 * An event that goes out, of a person with one trait, as the vectors need it.
 *
 * @param country of the event; Switzerland if left out: its phones are not read in national form, so what has no country
 *   here has none there
 */
export function vectorEvent(trait: string, value: string, country = 'CH'): object {
  return {
    type: 'track',
    context: {
      app: { namespace: 'com.example.app' },
      device: { type: 'android', model: 'Pixel6', advertisingId: 'abcdef-1234-5678' },
      ip: '192.168.1.1',
      location: { country },
      traits: { [trait]: value },
    },
  };
}
