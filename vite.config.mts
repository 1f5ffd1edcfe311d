import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'src/consoles');

/**
 * Puts the citizen's stylesheet into the page, so that the first paint needs one round trip. The service allows exactly
 * these styles by their hash, see src/adapters/http/pages.ts.
 */
function stylesInPage(page: string): Plugin {
  return {
    name: 'styles-in-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const html = bundle[page];
      if (html?.type !== 'asset') throw new Error(`there is no ${page}`);
      html.source = String(html.source).replace(
        /\s*<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"[^>]*>/g,
        (_link, file: string) => {
          const styles = bundle[file];
          if (styles?.type !== 'asset') throw new Error(`there is no ${file}`);
          delete bundle[file];
          return `\n    <style>${String(styles.source).trim()}</style>`;
        },
      );
    },
  };
}

/** Four pages, built to dist/consoles and served by the service itself; every asset is a file, for the strict CSP. */
export default defineConfig({
  root,
  plugins: [react(), stylesInPage('index.html')],
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
