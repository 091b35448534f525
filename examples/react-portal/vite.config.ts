import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  // The server puts a fresh nonce in this place with each answer.
  html: { cspNonce: 'NONCE' },
  build: { outDir: isSsrBuild ? 'dist/server' : 'dist/page', modulePreload: { polyfill: false } },
  // The server's half runs where the sources of the workspace are; only libraries of npm stay outside.
  ssr: { noExternal: [/^@tabard\//] },
}));
