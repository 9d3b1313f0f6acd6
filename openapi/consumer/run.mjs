// Runs the front end's day in Node, and looks at the wire: node consumer/run.mjs http://127.0.0.1:8080
import assert from "node:assert/strict";
import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { SIGN_IN, theDay } from "./checks.mjs";

const server = process.argv[2];
assert.ok(server, "say where the demo listens: node consumer/run.mjs http://127.0.0.1:8080");
console.log(`the day went well in Node: ${await theDay(server)}`);

/** An answer as its bytes are: node:http takes nothing apart and keeps nothing. */
function raw(path, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(server + path, { method, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const signedIn = await raw("/api/v1/auth/token", {
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams({ grant_type: "password", ...SIGN_IN }).toString(),
});
const Authorization = `Bearer ${JSON.parse(signedIn.bytes).access_token}`;
for (const path of ["/api/v1/employees?limit=50", "/api/v1/positions?limit=50", "/api/v1/reference/ranks"]) {
  const plain = await raw(path, { headers: { Authorization } });
  const packed = await raw(path, { headers: { Authorization, "Accept-Encoding": "gzip" } });
  assert.equal(packed.headers["content-encoding"], "gzip", `${path} is compressed when it is asked for`);
  assert.ok(packed.bytes.length < plain.bytes.length / 2, `${path} is less than half as long compressed`);
  const items = (bytes) => JSON.parse(bytes).items;
  assert.deepEqual(items(gunzipSync(packed.bytes)), items(plain.bytes), `${path} says the same compressed`);
  const again = await raw(path, {
    headers: { Authorization, "Accept-Encoding": "gzip", "If-None-Match": packed.headers.etag },
  });
  assert.equal(again.status, 304, `${path} has not changed`);
  assert.equal(again.bytes.length, 0, `a 304 of ${path} has no body`);
  console.log(`${path}: ${plain.bytes.length} bytes, ${packed.bytes.length} as gzip, then 304 with none`);
}
