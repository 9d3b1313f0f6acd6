// A front end's day against the contract. What the contract does not promise does not compile; run.mjs runs it.
import createClient from "openapi-fetch";
import type { components, paths } from "./karier";

type Schemas = components["schemas"];

let api = createClient<paths>({ baseUrl: "https://karier.example.id" });

/** Where the server is; before anything else. */
export function connect(baseUrl: string): void {
  api = createClient<paths>({ baseUrl });
}

/** A refusal as the server says it: a stable code for the program, a sentence and places for the reader. */
export class Refused extends Error {
  constructor(
    readonly problem: Schemas["Problem"],
    readonly retryAfter: number | null,
  ) {
    const places = (problem.errors ?? []).map((place) => `${place.pointer}: ${place.detail}`);
    super([problem.title, problem.detail, ...places].join("\n"));
  }
}

function refused(problem: Schemas["Problem"], response: Response): Refused {
  const seconds = response.headers.get("Retry-After");
  return new Refused(problem, seconds === null ? null : Number(seconds));
}

/** Sign in as a person; whatever follows carries the token. */
export async function signIn(username: string, password: string): Promise<Schemas["Me"]> {
  const { data, error } = await api.POST("/api/v1/auth/token", {
    body: { grant_type: "password", username, password },
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    bodySerializer: (form) => new URLSearchParams(form as Record<string, string>),
  });
  if (error !== undefined) {
    throw new Error("error_description" in error ? error.error_description : error.detail);
  }
  api.use({
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${data.access_token}`);
      request.headers.set("Accept-Language", "id");
      return request;
    },
  });
  const me = await api.GET("/api/v1/me");
  if (me.error !== undefined) {
    throw refused(me.error, me.response);
  }
  return me.data;
}

/** All names of a unit and of the units below it, page by page; the last page has no next. */
export async function namesIn(unit: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Schemas["EmployeePage"] = await employees(unit, cursor);
    names.push(...page.items.map((person) => `${person.fullName}, ${person.position?.title ?? "tanpa jabatan"}`));
    cursor = page.next;
  } while (cursor !== null);
  return names;
}

async function employees(unit: string, cursor: string | null): Promise<Schemas["EmployeePage"]> {
  const { data, error, response } = await api.GET("/api/v1/employees", {
    params: { query: { unit, status: "ACTIVE", limit: 200, sort: "name", ...(cursor === null ? {} : { cursor }) } },
  });
  if (error !== undefined) {
    throw refused(error, response);
  }
  return data;
}

/** Change a profile that was read before: If-Match cannot be forgotten, null clears, one key makes a repeat safe. */
export async function clearTitles(id: string): Promise<Schemas["Employee"] | "changed by somebody else"> {
  const read = await api.GET("/api/v1/employees/{id}", { params: { path: { id } } });
  if (read.data === undefined) {
    throw refused(read.error, read.response);
  }
  const { data, error, response } = await api.PATCH("/api/v1/employees/{id}", {
    params: {
      path: { id },
      header: { "If-Match": `"${read.data.version}"`, "Idempotency-Key": crypto.randomUUID() },
    },
    body: { frontTitles: null, backTitles: null },
    headers: { "Content-Type": "application/merge-patch+json" },
  });
  if (error !== undefined) {
    if (error.code === "STALE_VERSION") {
      return "changed by somebody else";
    }
    throw refused(error, response);
  }
  return data;
}

/** One screen, one request: a person with the ranks and the penalties that the reader may see. */
export async function screen(id: string): Promise<string[]> {
  const { data, error, response } = await api.GET("/api/v1/employees/{id}", {
    params: { path: { id }, query: { expand: ["ranks", "disciplines"] } },
    querySerializer: { array: { style: "form", explode: false } },
  });
  if (data === undefined) {
    throw refused(error, response);
  }
  const ranks = (data.expanded?.ranks?.items ?? []).map((rank) => `${rank.rank} sejak ${rank.startsOn}`);
  const penalties = (data.expanded?.disciplines?.items ?? []).map((penalty) => penalty.penaltyName ?? penalty.level);
  return [data.fullName, ...ranks, ...penalties];
}

/** When somebody retires, and every step of the calculation with the clause behind it. */
export async function retirement(birthDate: string, postLevel: Schemas["PositionLevel"]): Promise<string[]> {
  const { data, error, response } = await api.POST("/api/v1/calculations/retirement", {
    body: { birthDate, postLevel },
  });
  if (error !== undefined) {
    throw refused(error, response);
  }
  const basis = data.ruleSet.legalBasis.map((law) => law.regulation).join(", ");
  return [`${data.effectiveOn} (${basis})`, ...data.steps.map((step) => step.text)];
}

/** A career as it stood on a day, with the decree behind every point of it. */
export async function careerOn(employeeId: string, asOf: string): Promise<string[]> {
  const { data, error, response } = await api.GET("/api/v1/employees/{employeeId}/timeline", {
    params: { path: { employeeId }, query: { asOf } },
  });
  if (data === undefined) {
    throw refused(error, response);
  }
  const today = `${data.rank?.code ?? "-"} ${data.position?.title ?? "-"}, ${data.age} tahun`;
  return [today, ...data.points.map((point) => `${point.date} ${point.what} (${point.decreeNumber ?? "tanpa SK"})`)];
}

/** Try a file of the SIASN profile columns out, and wait for what it would do. */
export async function tryImport(csv: string): Promise<Schemas["JobProblem"][]> {
  const started = await api.POST("/api/v1/imports", {
    params: { query: { kind: "employees", dryRun: true }, header: { "Idempotency-Key": crypto.randomUUID() } },
    headers: { "Content-Type": "text/csv; charset=UTF-8" },
    body: csv,
    bodySerializer: (text) => text,
  });
  if (started.error !== undefined) {
    throw refused(started.error, started.response);
  }
  let job = started.data;
  while (job.status === "QUEUED" || job.status === "RUNNING") {
    await new Promise((wake) => setTimeout(wake, 1000));
    const looked = await api.GET("/api/v1/imports/{id}", { params: { path: { id: job.id } } });
    if (looked.data === undefined) {
      throw refused(looked.error, looked.response);
    }
    job = looked.data;
  }
  if (job.problemCount === 0) {
    return [];
  }
  const found = await api.GET("/api/v1/imports/{id}/problems", { params: { path: { id: job.id } } });
  if (found.error !== undefined) {
    throw refused(found.error, found.response);
  }
  return found.data.items;
}

/** The same file as a browser's form sends it. */
export async function upload(file: File): Promise<string | null> {
  const { error, response } = await api.POST("/api/v1/imports", {
    params: { query: { kind: "employees" } },
    body: { file: file.name },
    bodySerializer: () => {
      const form = new FormData();
      form.append("file", file);
      return form;
    },
  });
  if (error !== undefined) {
    throw refused(error, response);
  }
  return response.headers.get("Location");
}
