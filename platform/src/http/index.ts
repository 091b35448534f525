export { startHttp, type HttpServer } from './start-http.ts';
