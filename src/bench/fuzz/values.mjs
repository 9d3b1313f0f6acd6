// Values for a schema of the contract: its examples, others that fit it, and what nobody should send.

/** A small generator of its own, so that a run can be repeated by its seed. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p) => next() < p,
    of: (list) => list[below(list.length)],
    uuid: () => 'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => below(16).toString(16)),
  };
}

/** A number as it is to stand in the JSON, digit for digit. */
export class Raw {
  constructor(text) {
    this.text = text;
  }
}

export const TEXTS = [
  '', ' ', 'é', 'Ñandú', '\u0000', 'a\u0000b', '\u202eabc', '\u200b', '\ufeff', '💥', '👩‍👩‍👧', 'e\u0301', '\ud800', '\r\nX: y',
  '\t', "'", "' or 1=1 -- ", '"', '\\', '%', '%00', '_', '${jndi:ldap://x}', '{{7*7}}', '<script>', '../../etc/passwd',
  'null', 'undefined', 'NaN', '-1', '0', '1e999999999', '9'.repeat(40), 'a'.repeat(101), 'a'.repeat(5000),
  'a b c d e f g h i j k l m n o p q r s t', '2026-02-30', '0000-00-00', '9999-12-31', '-0001-01-01', '+999999999-12-31',
  '2024-02-29', '2026-13-01T00:00:00Z', '00000000-0000-0000-0000-000000000000', 'ACTIVE', 'III/c', 'sealed:AAAA', 'İ', 'ß',
];
export const NUMBERS = [
  '0', '-0', '-1', '1', '2147483647', '2147483648', '-2147483649', '9223372036854775807', '9223372036854775808', '1e308', '1e309',
  '1e999999999', '1e-999999999', '-1e999999999', '1e2147483648', '0.1', '0.0000000000000000000000000001', '100.005',
  '123456789012345678901234567890', '1.' + '0'.repeat(400) + '1', '9'.repeat(900),
];
const WRONG = [null, true, false, [], {}, '', 'x', new Raw('7'), [null], [[[[]]]], { a: { b: { c: 1 } } }];

export function resolve(doc, schema) {
  let found = schema;
  for (let i = 0; found && found.$ref && i < 20; i++) {
    const target = found.$ref.replace(/^#\//, '').split('/').reduce((node, part) => node?.[part.replace(/~1/g, '/').replace(/~0/g, '~')], doc);
    const { $ref, ...rest } = found;
    found = { ...target, ...rest };
  }
  return found ?? {};
}

/** How much of what is sent is wrong on purpose. */
export function value(r, doc, schema, wrong, depth = 0) {
  const s = resolve(doc, schema);
  if (r.chance(wrong / 2)) {
    return r.of([...WRONG, r.of(TEXTS), new Raw(r.of(NUMBERS))]);
  }
  if (s.examples?.length && r.chance(0.5)) {
    return structuredClone(r.of(s.examples));
  }
  const choice = s.oneOf ?? s.anyOf;
  if (choice) {
    return value(r, doc, r.of(choice), wrong, depth + 1);
  }
  if (s.allOf) {
    return Object.assign({}, ...s.allOf.map((part) => value(r, doc, part, wrong, depth + 1)));
  }
  if (s.enum) {
    return r.of(s.enum);
  }
  if (s.const !== undefined) {
    return s.const;
  }
  const type = Array.isArray(s.type) ? r.of(s.type) : s.type;
  switch (type ?? (s.properties ? 'object' : 'string')) {
    case 'object':
      return object(r, doc, s, wrong, depth);
    case 'array': {
      const size = depth > 6 ? 0 : r.chance(wrong / 6) ? 300 : r.below(4);
      return Array.from({ length: size }, () => value(r, doc, s.items ?? {}, wrong, depth + 1));
    }
    case 'integer':
      return r.chance(wrong) ? new Raw(r.of(NUMBERS)) : Math.max(s.minimum ?? 0, 0) + r.below(30);
    case 'number':
      return r.chance(wrong) ? new Raw(r.of(NUMBERS)) : new Raw((r.next() * 120).toFixed(r.below(4)));
    case 'boolean':
      return r.chance(0.5);
    case 'null':
      return null;
    default:
      return text(r, s, wrong);
  }
}

function object(r, doc, s, wrong, depth) {
  const made = {};
  const required = new Set(s.required ?? []);
  for (const [name, member] of Object.entries(s.properties ?? {})) {
    const wanted = required.has(name) ? !r.chance(wrong / 4) : depth < 6 && r.chance(0.5);
    if (wanted) {
      made[name] = value(r, doc, member, wrong, depth + 1);
    }
  }
  if (!s.properties && depth < 4) {
    for (let i = r.below(3); i > 0; i--) {
      made['m' + i] = value(r, doc, { type: r.of(['string', 'integer', 'object', 'array']) }, wrong, depth + 1);
    }
  }
  if (r.chance(wrong / 6)) {
    made[r.of(TEXTS).slice(0, 50)] = r.of(WRONG);
  }
  return made;
}

function text(r, s, wrong) {
  if (r.chance(wrong)) {
    return r.of(TEXTS);
  }
  switch (s.format) {
    case 'uuid':
      return r.uuid();
    case 'date':
      return `${1950 + r.below(90)}-${String(1 + r.below(12)).padStart(2, '0')}-${String(1 + r.below(28)).padStart(2, '0')}`;
    case 'date-time':
      return '2026-11-21T02:15:00Z';
    case 'email':
      return 'contoh@example.id';
  }
  if (s.pattern === '[0-9]{18}' || /\{18\}/.test(s.pattern ?? '')) {
    return '19960818202204' + '1' + String(r.below(1000)).padStart(3, '0');
  }
  if (/\{16\}/.test(s.pattern ?? '')) {
    return '99999901' + String(r.below(1e8)).padStart(8, '0');
  }
  const words = ['Sari', 'Bidang', 'Contoh', 'III/c', 'S1', 'A', 'x1', 'André', 'PNS', '800/1/2026'];
  return r.of(words).slice(0, s.maxLength ?? 50).padEnd(Math.min(s.minLength ?? 0, 200), 'x');
}

/** JSON in which a raw number stands as it was written, and now and then a member twice. */
export function write(made, r, wrong) {
  const raws = [];
  let json = JSON.stringify(made, (name, v) => (v instanceof Raw ? `@raw${raws.push(v.text) - 1}@` : v));
  if (json === undefined) {
    return 'null';
  }
  json = json.replace(/"@raw(\d+)@"/g, (all, i) => raws[i]);
  if (r.chance(wrong / 8)) {
    return r.of([json.slice(0, -1), json + json, '', '[', '{"a":', json.replace('{', '{"version":1,"version":2,'),
      '['.repeat(2000), '\ufeff' + json, '{"a":"\\ud800"}', '{"a":NaN}', '\u0000']);
  }
  return json;
}
