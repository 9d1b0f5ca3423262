/** Offers the tests a way to start `analytics` with the plugin, and keeps what they want to see. */
export function startPage(Analytics, loopPlugin) {
  window.reports = [];
  window.payloads = [];
  window.startLoop = (settings, { before = [], after = [] } = {}) => {
    const recorder = {
      name: 'recorder',
      track: ({ payload }) => void window.payloads.push(payload),
      identify: ({ payload }) => void window.payloads.push(payload),
      page: ({ payload }) => void window.payloads.push(payload),
    };
    const loop = loopPlugin({ report: (report) => window.reports.push(report), ...settings });
    window.analytics = Analytics({ app: 'example', plugins: [recorder, ...before, loop, ...after] });
  };
}
