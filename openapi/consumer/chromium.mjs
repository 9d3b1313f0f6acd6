// The Chromium of this machine; nothing is downloaded.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = [
  process.env.KARIER_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

export async function launch() {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) {
    throw new Error("no Chromium here: install it, or say where it is in KARIER_CHROMIUM");
  }
  return puppeteer.launch({
    executablePath,
    headless: true,
    // its sandbox needs rights that root in a container has not
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
  });
}
