import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** The product's own pages are the frames, with their style sheets; only what runs in them is the gallery's. */
const frames: Plugin = {
  name: 'gallery-frames',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('src="./main.tsx"', 'src="/gallery/frame.tsx"'),
  },
};

export default defineConfig({
  root,
  plugins: [frames],
  server: { open: '/gallery/' },
  build: {
    outDir: 'dist/gallery',
    target: 'es2023',
    minify: false,
    rolldownOptions: {
      input: ['gallery/index.html', 'src/popup/index.html', 'src/page/index.html'],
      // The stand-in for the browser is there before the code that asks for one, in whatever chunks they are.
      output: { strictExecutionOrder: true },
    },
  },
});
