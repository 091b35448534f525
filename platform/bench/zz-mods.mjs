const m = process.argv[2];
const t0 = performance.now();
const r0 = process.memoryUsage().rss;
await import(m);
console.log(
  m.padEnd(32),
  (performance.now() - t0).toFixed(0) + ' ms',
  ((process.memoryUsage().rss - r0) / 1048576).toFixed(1) + ' MiB',
);
