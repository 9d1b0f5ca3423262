/** The event of a trial: its number is its name, and its ID. */
export function trialEvent(number) {
  return {
    id: `message ${number}`,
    params: {
      app: 'com.example.app',
      ct: 'us',
      device: 'Pixel6',
      et: 'custom',
      ip: '192.168.1.1',
      uid: 'abcdef-1234-5678',
      device_type: 'android',
      'value[event]': String(number),
    },
  };
}
