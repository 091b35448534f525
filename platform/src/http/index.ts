export { ownRoutes } from './create-koa.ts';
export { startHttp, type HttpServer } from './start-http.ts';
