// Asks the demo product what the contract lets one ask, and what it does not, as every role, and looks at every answer: no 5xx,
// no status that the operation does not name, no body outside its schema. See README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Agent, request } from 'undici';
import { parse } from 'yaml';
import { NUMBERS, Raw, TEXTS, random, resolve, value, write } from './values.mjs';

const { values: options } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://127.0.0.1:8080' },
    contract: { type: 'string', default: new URL('../../../openapi/karier.yaml', import.meta.url).pathname },
    requests: { type: 'string', default: '20000' },
    roles: { type: 'string', default: 'anonymous,asn,atasan,pelatihan,asesor,pimpinan,auditor,nasional,integrasi,sdm,admin' },
    agency: { type: 'string', default: 'lampung' },
    other: { type: 'string', default: 'bandung' },
    at: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '0' },
    out: { type: 'string', default: 'findings.json' },
  },
});
const doc = parse(readFileSync(options.contract, 'utf8'));
const agent = new Agent({ connections: Number(options.at), headersTimeout: 30_000, bodyTimeout: 30_000 });
const ajv = new Ajv2020({ strict: false, allErrors: false, unicodeRegExp: false, validateFormats: true });
addFormats(ajv);
ajv.addSchema({ $id: 'contract', components: doc.components, paths: doc.paths });
const checks = new Map();
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const PASSWORD = 'karier-demo';
const FOREIGN = ['application/xml', 'text/plain', 'application/json', 'x/y', ''];

const operations = Object.entries(doc.paths).flatMap(([path, item]) =>
  METHODS.filter((method) => item[method]).map((method) => ({
    path,
    method,
    id: item[method].operationId,
    parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((p) => resolve(doc, p)),
    body: item[method].requestBody ? resolve(doc, item[method].requestBody).content : null,
    responses: item[method].responses,
  })),
);

/** The check of an answer's body, by operation, status and type. */
function check(operation, status, type) {
  const key = `${operation.id} ${status} ${type}`;
  if (!checks.has(key)) {
    const response = resolve(doc, operation.responses[status]);
    const schema = response.content?.[type]?.schema;
    checks.set(key, schema ? ajv.compile(rooted(schema)) : null);
  }
  return checks.get(key);
}

function rooted(schema) {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
}

const pools = new Map();
const tags = new Map();
const cursors = new Map();
const findings = new Map();
let keys = [];

function remember(map, key, found, most = 60) {
  const list = map.get(key) ?? [];
  if (!list.includes(found)) {
    list.push(found);
    if (list.length > most) {
      list.shift();
    }
    map.set(key, list);
  }
}

/** What a later request may name: the ids of a list under its address, tags and cursors. */
function harvest(url, path, answer, headers) {
  const place = url.split('?')[0];
  if (headers.etag) {
    tags.set(place, headers.etag);
  }
  if (headers.location) {
    const cut = headers.location.lastIndexOf('/');
    remember(pools, headers.location.slice(0, cut), headers.location.slice(cut + 1));
  }
  if (Array.isArray(answer?.items)) {
    for (const item of answer.items) {
      const id = item.id ?? item.employeeId ?? item.code ?? item.version;
      // the accounts of this very run stay as they are
      if (id !== undefined && !String(item.username ?? item.clientId ?? '').match(/\.(lampung|bandung)$|^nasional$|^integrasi/)) {
        remember(pools, place, String(id));
      }
    }
    if (answer.next) {
      remember(cursors, path, answer.next, 20);
    }
  }
}

function parameter(r, operation, p, done, wrong) {
  if (p.in === 'path') {
    const known = pools.get(done) ?? [];
    const dice = r.next();
    if (known.length && dice > wrong * 0.8) {
      return r.of(known);
    }
    const all = [...pools.values()].flat();
    return dice < wrong * 0.3 || !all.length ? r.of([r.uuid(), r.of(TEXTS.filter((t) => t && t !== '.' && t !== '..'))]) : r.of([r.uuid(), r.of(all)]);
  }
  if (p.name === 'cursor' && cursors.has(operation.path) && r.chance(0.8)) {
    return r.of(cursors.get(operation.path));
  }
  const made = value(r, doc, p.schema ?? {}, wrong);
  return made instanceof Raw ? made.text : typeof made === 'object' && made !== null ? (Array.isArray(made) ? made.map(String).join(',') : 'x') : String(made);
}

/** A text as it may stand in an address; half surrogates cannot be sent. */
function encoded(text) {
  return encodeURIComponent(text.toWellFormed ? text.toWellFormed() : text.replace(/[\ud800-\udfff]/g, '?'));
}

function make(r, operation, token) {
  const wrong = r.of([0, 0.05, 0.15, 0.4]);
  let url = '';
  for (const part of operation.path.split('/').slice(1)) {
    const name = part.match(/^\{(.+)\}$/)?.[1];
    const p = name && operation.parameters.find((one) => one.in === 'path' && one.name === name);
    url += '/' + (p ? encoded(parameter(r, operation, p, url, wrong)) : part);
  }
  const query = [];
  for (const p of operation.parameters.filter((one) => one.in === 'query')) {
    if (p.required ? !r.chance(wrong / 4) : r.chance(0.3)) {
      query.push(`${encoded(p.name)}=${encoded(parameter(r, operation, p, '', wrong))}`);
    }
  }
  if (r.chance(wrong / 10)) {
    query.push(`${encoded(r.of(TEXTS))}=${encoded(r.of([...TEXTS, ...NUMBERS]))}`);
  }
  if (query.length) {
    url += '?' + query.join('&');
  }
  const headers = { 'accept-language': r.of(['id', 'en', 'fr', '*']) };
  if (token) {
    headers.authorization = `Bearer ${token}`;
  }
  if (operation.method !== 'get' && r.chance(0.3)) {
    const key = keys.length && r.chance(0.3) ? r.of(keys) : r.of([r.uuid(), 'k'.repeat(1 + r.below(70)), 'a b']);
    keys = [...keys.slice(-40), key];
    headers['idempotency-key'] = key;
  }
  if (['patch', 'delete', 'put'].includes(operation.method) && !r.chance(wrong / 3)) {
    headers['if-match'] = r.chance(wrong) ? r.of(['*', '"99"', 'W/"1"', '"1", "2"', 'x', '""']) : (tags.get(url.split('?')[0]) ?? '"0"');
  }
  if (operation.method === 'get' && r.chance(0.1)) {
    headers['if-none-match'] = tags.get(url.split('?')[0]) ?? r.of(['*', '"x"', 'W/"1"']);
  }
  if (r.chance(wrong / 12)) {
    headers.accept = r.of(['text/html', 'application/xml', 'image/*', 'application/json;q=0', '*/*', 'x']);
  }
  let body;
  if (operation.body) {
    const type = r.of(Object.keys(operation.body));
    headers['content-type'] = r.chance(wrong / 10) ? r.of(FOREIGN) : type;
    body = content(r, operation, type, wrong, headers);
    if (headers['content-type'] === '') {
      delete headers['content-type'];
    }
  }
  return { url, method: operation.method.toUpperCase(), headers, body };
}

function content(r, operation, type, wrong, headers) {
  const media = operation.body[type];
  const example = Object.values(media.examples ?? {})[0]?.value ?? media.example;
  const made = example !== undefined && r.chance(0.4) ? structuredClone(example) : value(r, doc, media.schema ?? {}, wrong);
  if (type.includes('json') && !type.includes('ndjson')) {
    return write(typeof made === 'string' && example === made ? JSON.parse(made) : made, r, wrong);
  }
  if (type.includes('form-urlencoded')) {
    return Object.entries(made ?? {}).map(([name, v]) => `${encoded(name)}=${encoded(String(v instanceof Raw ? v.text : v))}`).join('&');
  }
  if (type.includes('multipart')) {
    const edge = 'edge' + r.below(1000);
    headers['content-type'] = `multipart/form-data; boundary=${edge}`;
    const part = `--${edge}\r\nContent-Disposition: form-data; name="${r.of(['file', 'file', 'x', 'é'])}"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nnip_baru;nama\n1;x\r\n`;
    return part.repeat(1 + r.below(3)) + (r.chance(0.7) ? `--${edge}--\r\n` : '');
  }
  return r.chance(0.6) && typeof example === 'string' ? example : r.of([...TEXTS, 'a;b\n1;2\n', '{"a":1}\n', 'nip_baru;nama;tanggal_lahir\n199001012015012999;"x\n']);
}

function found(kind, operation, role, sent, status, answer) {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const key = `${kind.split('\n')[0]} | ${operation.id} | ${status}`;
  const known = findings.get(key);
  if (known) {
    known.count++;
    return;
  }
  findings.set(key, { what: kind, operation: operation.id, role, status, count: 1, request: { ...sent, headers: { ...sent.headers, authorization: sent.headers.authorization && 'Bearer …' } , body: sent.body?.slice?.(0, 3000) }, answer: text?.slice(0, 3000) });
}

async function send(operation, sent, role, tally) {
  const stream = operation.path.endsWith('/events');
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), stream ? 1500 : 40_000);
  try {
    const response = await request(options.base + sent.url, { method: sent.method, headers: sent.headers, body: sent.body, dispatcher: agent, signal: stop.signal });
    const status = response.statusCode;
    const type = String(response.headers['content-type'] ?? '').split(';')[0];
    tally[status] = (tally[status] ?? 0) + 1;
    if (type === 'text/event-stream') {
      response.body.on('error', () => {});
      response.body.destroy();
      return status;
    }
    const text = await response.body.text();
    judge(operation, sent, role, status, type, text, response.headers);
    return status;
  } catch (failed) {
    if (!(stream && stop.signal.aborted)) {
      found(`no answer: ${failed.code ?? failed.name}`, operation, role, sent, 0, String(failed));
    }
    return 0;
  } finally {
    clearTimeout(timer);
  }
}

// lines of a report: no JSON document as a whole, and none at all when there is nothing to report
const isText = (type) => /ndjson|csv/.test(type);

function judge(operation, sent, role, status, type, text, headers) {
  if (status >= 500) {
    found('server error', operation, role, sent, status, text);
    return;
  }
  const declared = operation.responses[status] ?? operation.responses[`${String(status)[0]}XX`] ?? operation.responses.default;
  if (!declared) {
    found('status not documented', operation, role, sent, status, text);
    return;
  }
  if (text === '') {
    if (resolve(doc, declared).content && ![204, 304].includes(status) && !isText(type)) {
      found('no body where one is documented', operation, role, sent, status, text);
    }
    return;
  }
  const types = resolve(doc, declared).content ?? {};
  if (!types[type]) {
    found(`type not documented: ${type}`, operation, role, sent, status, text);
    return;
  }
  if (type.includes('json') && !isText(type)) {
    let answer;
    try {
      answer = JSON.parse(text);
    } catch {
      found('body is no JSON', operation, role, sent, status, text);
      return;
    }
    const valid = check(operation, status, type);
    if (valid && !valid(answer)) {
      const [first] = valid.errors;
      found(`outside its schema: ${first.instancePath.replace(/\/\d+/g, '/*')} ${first.message}`, operation, role, sent, status, text);
    }
    harvest(sent.url, operation.path, answer, headers);
  }
}

async function signIn(role, agency) {
  if (role === 'anonymous') {
    return null;
  }
  const machine = role === 'integrasi';
  const name = role === 'nasional' ? 'nasional' : machine ? `integrasi-${agency}` : `${role}.${agency}`;
  const form = machine
    ? `grant_type=client_credentials&client_id=${name}&client_secret=${PASSWORD}`
    : `grant_type=password&username=${name}&password=${PASSWORD}`;
  for (let i = 0; i < 20; i++) {
    const response = await request(`${options.base}/api/v1/auth/token`, { method: 'POST', body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' }, dispatcher: agent });
    const answer = await response.body.json();
    if (response.statusCode === 200) {
      return answer.access_token;
    }
    if (response.statusCode < 500 && response.statusCode !== 429) {
      throw new Error(`${name} cannot sign in: ${response.statusCode} ${JSON.stringify(answer)}`);
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`${name} cannot sign in`);
}

/** Lists that tell ids, read by somebody who may: of this agency, and a few of another. */
async function learn() {
  for (const [role, agency] of [['sdm', options.agency], ['admin', options.agency], ['auditor', options.agency], ['sdm', options.other]]) {
    const token = await signIn(role, agency);
    const reads = operations.filter((o) => o.method === 'get' && !o.path.endsWith('/events'));
    for (let round = 0; round < 2; round++) {
      for (const operation of reads) {
        const r = random(round + 1);
        const sent = make({ ...r, of: r.of, chance: () => false, next: () => 0.99 }, { ...operation, parameters: operation.parameters.filter((p) => p.in === 'path' || p.required) }, token);
        await send(operation, sent, role, {});
      }
    }
  }
}

async function run(role) {
  const r = random(Number(options.seed) * 1000 + [...role].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7));
  let token = await signIn(role, options.agency);
  let signedIn = Date.now();
  let renewing = null;
  const until = Number(options.seconds) ? Date.now() + Number(options.seconds) * 1000 : Infinity;
  const tally = {};
  let left = Number(options.requests);
  const worker = async () => {
    while (left > 0 && Date.now() < until) {
      left--;
      if (Date.now() - signedIn > 300_000) {
        signedIn = Date.now();
        renewing = signIn(role, options.agency);
        token = await renewing;
      }
      const operation = r.of(operations);
      const sent = make(r, operation, token);
      await send(operation, sent, role, tally);
    }
  };
  const began = Date.now();
  await Promise.all(Array.from({ length: Number(options.at) }, worker));
  const asked = Number(options.requests) - left;
  const rate = Math.round((asked * 1000) / (Date.now() - began));
  console.log(`${role.padEnd(10)} ${asked} requests, ${rate}/s, ${JSON.stringify(tally)}`);
}

await learn();
for (const role of options.roles.split(',')) {
  await run(role);
}
writeFileSync(options.out, JSON.stringify([...findings.values()], null, 2));
for (const [key, one] of findings) {
  console.log(`${String(one.count).padStart(6)} × ${key} (${one.role})`);
}
console.log(findings.size ? `${findings.size} findings, see ${options.out}` : 'nothing found');
process.exit(findings.size ? 1 : 0);
