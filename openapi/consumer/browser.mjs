// Runs the front end's day in a page of another origin, and looks at the wire through Chromium's own protocol:
// node consumer/browser.mjs http://127.0.0.1:8080
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { launch } from "./chromium.mjs";

/** The origin of karier.cors.origins in the demo. */
const PORT = 5173;

const FILES = new Map([
  ["/", ["page.html", "text/html; charset=utf-8"]],
  ["/consumer/checks.mjs", ["checks.mjs", "text/javascript"]],
  ["/consumer/out/day.js", ["out/day.js", "text/javascript"]],
  ["/openapi-fetch/index.mjs", ["../node_modules/openapi-fetch/dist/index.mjs", "text/javascript"]],
]);

const server = process.argv[2];
assert.ok(server, "say where the demo listens: node consumer/browser.mjs http://127.0.0.1:8080");

const site = createServer(async (asked, answer) => {
  const [file, type] = FILES.get(new URL(asked.url, "http://localhost").pathname) ?? [];
  if (file === undefined) {
    answer.writeHead(404).end();
  } else {
    answer.writeHead(200, { "Content-Type": type }).end(await readFile(new URL(file, import.meta.url)));
  }
});
await new Promise((listening) => site.listen(PORT, "localhost", listening));
const browser = await launch();
try {
  const page = await browser.newPage();
  const sent = await watch(page);
  await page.goto(`http://localhost:${PORT}/?server=${encodeURIComponent(server)}`);
  const { told, error } = await page.evaluate(() => window.outcome);
  assert.equal(error, undefined, error);
  console.log(`the day went well in ${await browser.version()}: ${told}`);
  look(await sent());

  const foreign = await (await browser.newPage()).goto("data:text/html,<title>anybody</title>");
  assert.ok(foreign);
  const refused = await (await browser.pages()).at(-1).evaluate(
    (address) => fetch(address).then(() => "read", () => "refused"),
    `${server}/api/v1/me`,
  );
  assert.equal(refused, "refused", "an origin that is not on the list reads nothing");
} finally {
  await browser.close();
  site.close();
}

/** What goes over the wire: the page itself sees neither a 304 nor what is compressed. */
async function watch(page) {
  const wire = await page.createCDPSession();
  const requests = new Map();
  const of = (id) => requests.get(id) ?? requests.set(id, { bytes: 0 }).get(id);
  wire.on("Network.requestWillBeSent", ({ requestId, request, type }) =>
    Object.assign(of(requestId), { method: request.method, url: request.url, type }));
  wire.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode, headers }) =>
    Object.assign(of(requestId), {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    }));
  wire.on("Network.dataReceived", ({ requestId, dataLength }) => (of(requestId).bytes += dataLength));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    (of(requestId).encoded = encodedDataLength));
  await wire.send("Network.enable");
  return async () => {
    await wire.detach();
    return [...requests.values()].filter(({ url }) => url?.startsWith(server));
  };
}

function look(requests) {
  const preflights = requests.filter(({ method }) => method === "OPTIONS");
  assert.ok(preflights.length > 0, "the browser asked first whether it may");
  const patches = requests.filter(({ method, status }) => method === "PATCH" && status === 200);
  assert.ok(patches.length > 0, "a page of another origin has changed something");
  const lists = requests.filter(({ url, method }) => method === "GET" && url.endsWith("/employees?limit=50"));
  const whole = lists.find(({ status }) => status === 200);
  assert.equal(whole.headers["content-encoding"], "gzip", "a list comes compressed");
  assert.ok(whole.encoded < whole.bytes / 2, `${whole.encoded} bytes came for ${whole.bytes}`);
  const again = lists.find(({ status }) => status === 304);
  assert.ok(again, "the browser was told that its copy is still right");
  console.log(
    `${requests.length} requests, ${preflights.length} preflights; a list of ${whole.bytes} bytes came in`
      + ` ${whole.encoded} as gzip, then 304`,
  );
}
