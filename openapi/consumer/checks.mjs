// The front end's day, tried out on a demo that is running: the same statements in Node and in a page of a browser.
import * as day from "./out/day.js";

export const SIGN_IN = { username: "sdm.lampung", password: "karier-demo" };

function check(holds, what) {
  if (!holds) {
    throw new Error(`not so: ${what}`);
  }
}

async function refusal(promise) {
  return promise.then(
    () => null,
    (error) => error,
  );
}

/** @returns one sentence of what was done; an error if anything is otherwise than promised */
export async function theDay(server) {
  day.connect(server);
  check((await refusal(day.signIn(SIGN_IN.username, "wrong"))) !== null, "a wrong password is refused");
  const me = await day.signIn(SIGN_IN.username, SIGN_IN.password);
  check(me.agency.code === "lampung", "who signs in sees her own agency");

  const token = await (
    await fetch(`${server}/api/v1/auth/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "password", ...SIGN_IN }),
    })
  ).json();
  const ask = (path, headers = {}, options = {}) =>
    fetch(server + path, { ...options, headers: { Authorization: `Bearer ${token.access_token}`, ...headers } });
  const [unit] = (await (await ask("/api/v1/units?limit=1")).json()).items;
  const [, person] = (await (await ask("/api/v1/employees?limit=2")).json()).items;

  check((await day.namesIn(unit.id)).length > 0, "somebody is in a unit");
  const cleared = await day.clearTitles(person.id);
  check(cleared.id === person.id && cleared.frontTitles === undefined, "null clears");
  check((await day.screen(person.id)).length > 1, "a person has ranks");
  const [retires, ...steps] = await day.retirement("1968-04-11", "PENGAWAS");
  check(/^\d{4}-\d\d-\d\d \(.+\)$/.test(retires) && steps.length > 0, "a calculation says its steps");
  check((await day.careerOn(person.id, "2026-01-01")).length > 1, "a career has points");
  const problems = await day.tryImport("nip_baru;nama\n123;CONTOH\n");
  check(problems.length > 0, "a short NIP is told");
  const location = await day.upload(new File(["nip_baru;nama\n123;CONTOH\n"], "pegawai.csv", { type: "text/csv" }));
  check(/\/api\/v1\/imports\//.test(location), "an upload says where its job is");

  await changesWithTheTag(ask, `/api/v1/employees/${person.id}`);
  await readsAgain(ask);
  return `${me.displayName}, ${person.fullName}, ${retires}`;
}

/** The tag of a reading, as it came, admits one change; the second with the same tag is too late. */
async function changesWithTheTag(ask, address) {
  const read = await ask(address);
  const tag = read.headers.get("ETag");
  check(tag !== null, "a page of another origin may read the tag");
  const titles = (await read.json()).backTitles === "S.E." ? "S.H." : "S.E.";
  const patch = (ifMatch, backTitles) =>
    ask(
      address,
      { "Content-Type": "application/merge-patch+json", ...(ifMatch === null ? {} : { "If-Match": ifMatch }) },
      { method: "PATCH", body: JSON.stringify({ backTitles }) },
    );
  check((await patch(null, titles)).status === 428, "a change says which version it is of");
  const changed = await patch(tag, titles);
  check(changed.status === 200 && (await changed.json()).backTitles === titles, "a change with its tag is taken");
  const late = await patch(tag, null);
  check(late.status === 412 && (await late.json()).code === "STALE_VERSION", "a stale change is refused");
}

/** Whoever watches the wire sees the second answer as a 304; the program gets the whole list both times. */
async function readsAgain(ask) {
  const list = "/api/v1/employees?limit=50";
  const first = await (await ask(list, {}, { cache: "no-cache" })).json();
  const second = await (await ask(list, {}, { cache: "no-cache" })).json();
  check(first.items.length === 50 && second.items.length === 50, "a list can be read twice");
}
