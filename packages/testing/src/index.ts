export { findBrowser, type Browser, type BrowserPlaces } from './find-browser.ts';
export { freePort } from './free-port.ts';
export { processEnvironment } from './process-environment.ts';
