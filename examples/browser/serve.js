// Serves the page: node serve.js [port]

import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { bundlePage } from "./bundle.js";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", py: "text/plain; charset=utf-8" };

/**
 * Starts a server of the page on this machine only; port 0 takes any free one.
 *
 * @param {number} port
 */
export async function servePage(port) {
  const files = await bundlePage();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
    const content = files.get(name);
    if (content === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": TYPES[/** @type {keyof typeof TYPES} */ (name.split(".").at(-1))] })
        .end(content);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  return server;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const server = await servePage(Number(process.argv[2] ?? 8000));
  console.log(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`);
}
