// Preloaded into a process that is measured: says on IPC how much memory it had at most.
process.on('exit', () => process.send({ peakKib: process.resourceUsage().maxRSS }));
process.channel?.unref();
