// Uses Swagger UI as a newcomer does, in a real browser: signs in at the first click, and tries two operations out
// without touching a field: node consumer/swagger.mjs http://127.0.0.1:8080
import assert from "node:assert/strict";
import { SIGN_IN } from "./checks.mjs";
import { launch } from "./chromium.mjs";

const PATIENCE = 120_000;

const server = process.argv[2];
assert.ok(server, "say where the demo listens: node consumer/swagger.mjs http://127.0.0.1:8080");

const browser = await launch();
try {
  const page = await browser.newPage();
  // the page of all operations takes its time on a busy machine
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${server}/q/swagger-ui/`, { waitUntil: "networkidle0" });

  await page.waitForSelector("button.authorize");
  await page.click("button.authorize");
  await page.waitForSelector("#oauth_username");
  await page.type("#oauth_username", SIGN_IN.username);
  await page.type("#oauth_password", SIGN_IN.password);
  const answered = answerOf(page);
  await page.evaluate(() =>
    document.querySelector("#oauth_username").closest(".auth-container").querySelector("button.authorize").click(),
  );
  const token = await answered;
  assert.equal(token.request().headers().authorization, "Basic Og==", "Swagger UI names no client, as it does");
  assert.equal(token.status(), 200, "the sign-in of Swagger UI works at the first click");
  await page.click(".close-modal");

  const people = await tryOut(page, "employees-listEmployees");
  assert.deepEqual(people.filled, { limit: "50", total: "false" }, "nothing but defaults is filled in for a list");
  assert.equal(people.status, 200, "the list opens with the token of the sign-in");
  assert.ok(people.answer.items.length > 1, "whoever tries the list out sees people");

  const me = await tryOut(page, "identity-getMe");
  assert.equal(me.status, 200, "what is for people only opens too");

  const again = await tryOut(page, "identity-issueToken");
  assert.deepEqual(again.filled, { grant_type: "password", ...SIGN_IN }, "the form of a password is filled in, no more");
  assert.equal(again.status, 200, "the form gives a token as it is");
  console.log(`Swagger UI signed in at the first click and listed ${people.answer.items.length} people`);
} finally {
  await browser.close();
}

/** Opens an operation, presses "Try it out" and "Execute", and tells what the fields held and what came back. */
async function tryOut(page, operation) {
  const block = `#operations-${operation}`;
  await page.waitForSelector(`${block} .opblock-summary-control`);
  await page.$eval(`${block} .opblock-summary-control`, (opened) => opened.click());
  await page.waitForSelector(`${block} .try-out__btn`);
  await page.$eval(`${block} .try-out__btn`, (pressed) => pressed.click());
  await page.waitForSelector(`${block} .btn.execute`);
  const filled = await page.$$eval(`${block} tr.parameters, ${block} tr[data-param-name]`, (rows) =>
    Object.fromEntries(
      rows
        .map((row) => [
          row.dataset.propertyName ?? row.dataset.paramName,
          row.querySelector("input:not([type=checkbox]), select, textarea")?.value ?? "",
        ])
        .filter(([, value]) => value !== ""),
    ),
  );
  const answered = answerOf(page);
  await page.$eval(`${block} .btn.execute`, (pressed) => pressed.click());
  const answer = await answered;
  return { filled, status: answer.status(), answer: await answer.json() };
}

function answerOf(page) {
  return page.waitForResponse((answer) => answer.url().includes("/api/v1/"), { timeout: PATIENCE });
}
