// A front end's day against the contract. It is compiled, never run: what the contract does not promise does not compile.
import createClient from "openapi-fetch";
import type { components, paths } from "./karier";

type Problem = components["schemas"]["Problem"];

const api = createClient<paths>({ baseUrl: "https://karier.example.id" });

/** Sign in as a person; the refresh token is rotated at each use. */
export async function signIn(username: string, password: string): Promise<string> {
  const { data, error } = await api.POST("/api/v1/auth/token", {
    body: { grant_type: "password", username, password },
    bodySerializer: (form) => new URLSearchParams(form as Record<string, string>),
  });
  if (error !== undefined) {
    throw new Error("not signed in");
  }
  return data.access_token;
}

/** All names of a unit, page by page; the last page has no next. */
export async function namesIn(unit: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, error }: { data?: components["schemas"]["EmployeePage"]; error?: Problem } = await api.GET(
      "/api/v1/employees",
      { params: { query: { unit, limit: 200, sort: "name", ...(cursor === null ? {} : { cursor }) } } },
    );
    if (data === undefined) {
      throw new Error(explain(error));
    }
    names.push(...data.items.map((person) => person.fullName));
    cursor = data.next;
  } while (cursor !== null);
  return names;
}

/** Change a profile that was read before: If-Match cannot be forgotten, null clears. */
export async function clearTitles(id: string): Promise<"done" | "changed by somebody else"> {
  const read = await api.GET("/api/v1/employees/{id}", { params: { path: { id } } });
  const tag = read.response.headers.get("ETag") ?? "";
  const { error, response } = await api.PATCH("/api/v1/employees/{id}", {
    params: { path: { id }, header: { "If-Match": tag, "Idempotency-Key": crypto.randomUUID() } },
    body: { frontTitles: null, backTitles: null },
  });
  if (response.status === 412) {
    return "changed by somebody else";
  }
  if (error !== undefined) {
    throw new Error(explain(error));
  }
  return "done";
}

/** Every error is a problem with a stable code and the places that are wrong. */
function explain(problem: Problem | undefined): string {
  const places = (problem?.errors ?? []).map((place) => `${place.pointer}: ${place.detail}`);
  return [problem?.code ?? "NO_ANSWER", problem?.detail ?? "", ...places].join("\n");
}
