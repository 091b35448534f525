import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import portal from './portal.vue';

/** The page at a path, as the browser will find it: tags with their attributes, which wake up when their code arrives. */
export function render(path: string): Promise<string> {
  return renderToString(createSSRApp(portal, { path }));
}
