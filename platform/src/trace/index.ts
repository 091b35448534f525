export { buildInput, withIds, type IdPlace } from './build-input.ts';
export { findTraces, productMark } from './find-traces.ts';
export { runTraceCheck, type Surface, type TraceOptions } from './run-trace-check.ts';
export { showReport } from './show-report.ts';
export { endingLast } from './ending-last.ts';
