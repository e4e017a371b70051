// Builds the window's page. The result must live under a strict Content-Security-Policy: nothing inline, no data:
// addresses, no preload polyfill. The words are read from the repository's data folder.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The second plugin only acts under vitest: it picks the browser side of Svelte and unmounts after each test.
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  build: {
    target: "safari17",
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"], setupFiles: ["src/test.ts"] },
});
