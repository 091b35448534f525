import { isOutreachElement } from '@tabard/widgets/vue';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: isOutreachElement('ember') } } })],
  // The server puts a fresh nonce in this place with each answer.
  html: { cspNonce: 'NONCE' },
  build: { outDir: isSsrBuild ? 'dist/server' : 'dist/page', modulePreload: { polyfill: false } },
  // The server's half runs where the sources of the workspace are; only libraries of npm stay outside.
  ssr: { noExternal: [/^@tabard\//] },
}));
