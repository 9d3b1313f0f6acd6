// Runs the front end's day against a demo server: node consumer/run.mjs http://127.0.0.1:8080
import assert from "node:assert/strict";
import * as day from "./out/day.js";

const server = process.argv[2];
assert.ok(server, "say where the demo listens: node consumer/run.mjs http://127.0.0.1:8080");
day.connect(server);

await assert.rejects(day.signIn("sdm.lampung", "wrong"), "a wrong password is refused");
const me = await day.signIn("sdm.lampung", "karier-demo");
assert.equal(me.agency.code, "lampung");

const token = await fetch(`${server}/api/v1/auth/token`, {
  method: "POST",
  body: new URLSearchParams({ grant_type: "password", username: "sdm.lampung", password: "karier-demo" }),
}).then((answer) => answer.json());
const read = (path) =>
  fetch(server + path, { headers: { Authorization: `Bearer ${token.access_token}` } }).then((answer) => answer.json());
const [unit] = (await read("/api/v1/units?limit=1")).items;
const [, person] = (await read("/api/v1/employees?limit=2")).items;

assert.ok((await day.namesIn(unit.id)).length > 0, "somebody is in a unit");
const cleared = await day.clearTitles(person.id);
assert.equal(cleared.id, person.id);
assert.equal(cleared.frontTitles, undefined);
assert.ok((await day.screen(person.id)).length > 1, "a person with ranks");
const [retires, ...steps] = await day.retirement("1968-04-11", "PENGAWAS");
assert.match(retires, /^\d{4}-\d\d-\d\d \(.+\)$/);
assert.ok(steps.length > 0, "a calculation says its steps");
assert.ok((await day.careerOn(person.id, "2026-01-01")).length > 1, "a career has points");
const problems = await day.tryImport("nip_baru;nama\n123;CONTOH\n");
assert.ok(problems.length > 0, "a short NIP is told");
const location = await day.upload(new File(["nip_baru;nama\n123;CONTOH\n"], "pegawai.csv", { type: "text/csv" }));
assert.match(location, /\/api\/v1\/imports\//);
console.log(`the day went well: ${me.displayName}, ${person.fullName}, ${retires}`);
