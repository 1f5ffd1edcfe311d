import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'src/consoles');

/** Four pages, built to dist/consoles and served by the service itself; every asset is a file, for the strict CSP. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/consoles'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14', 'firefox90'],
    // No data: URLs, and no polyfill that would weigh on the citizen's page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(
        ['index', 'operator', 'office', 'board'].map((page) => [page, resolve(root, `${page}.html`)]),
      ),
    },
  },
});
