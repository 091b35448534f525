export { findBrowser, type Browser, type BrowserPlaces } from './find-browser.ts';
