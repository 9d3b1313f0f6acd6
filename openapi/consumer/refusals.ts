// What must not compile: each line below is wrong, and the compiler has to say so. A contract that has become too loose
// to catch one of them fails the build ("unused @ts-expect-error").
import createClient from "openapi-fetch";
import type { components, paths } from "./karier";

type Schemas = components["schemas"];

const api = createClient<paths>({ baseUrl: "https://karier.example.id" });
const path = { id: "01980a52-7c1e-7000-8000-000000000042" };

// @ts-expect-error a change needs If-Match
void api.PATCH("/api/v1/employees/{id}", { params: { path }, body: { frontTitles: null } });

void api.PATCH("/api/v1/employees/{id}", {
  params: { path, header: { "If-Match": '"3"' } },
  // @ts-expect-error a name cannot be cleared
  body: { name: null },
});

// @ts-expect-error no parameter of that name
void api.GET("/api/v1/employees", { params: { query: { page: 2 } } });

// @ts-expect-error no status of that name
void api.GET("/api/v1/employees", { params: { query: { status: "AKTIF" } } });

// @ts-expect-error nobody retires without a day of birth
void api.POST("/api/v1/calculations/retirement", { body: { postLevel: "PENGAWAS" } });

// @ts-expect-error an import is of a kind
void api.POST("/api/v1/imports", { body: "nip_baru;nama" });

// @ts-expect-error no address of that name
void api.GET("/api/v1/pegawai");

export const wrong = {
  // @ts-expect-error a profile has no member of that name
  patch: { titles: null } satisfies Schemas["EmployeeProfilePatch"],
  // @ts-expect-error the last page has no next
  next: (page: Schemas["EmployeePage"]): string => page.next,
  // @ts-expect-error not everybody holds a position
  title: (person: Schemas["Employee"]): string => person.position.title,
  // @ts-expect-error a job that runs has no outcome yet
  created: (job: Schemas["Job"]): number => job.outcome.created,
  // @ts-expect-error a new unit has a code
  unit: { name: "Bidang Mutasi", kind: "BIDANG", openedOn: "2026-01-02" } satisfies Schemas["NewUnit"],
};
