import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "./serve.js";

/** Debian's Chromium; `npm test` installs it. */
const CHROMIUM = "/usr/bin/chromium";

describe("the page in headless Chromium", () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await servePage(0);
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction("document.querySelector('#program').value !== ''");
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function run(program?: string): Promise<{ output: string | null; status: string | null }> {
    if (program !== undefined) await page.fill("#program", program);
    await page.click("#run");
    await page.waitForFunction("!document.querySelector('#run').disabled", undefined, { timeout: 60_000 });
    return { output: await page.textContent("#output"), status: await page.locator("#status").textContent() };
  }

  it("runs n-body as it stands", async () => {
    const { output, status } = await run();
    expect(status).toMatch(/^exit code 0/);
    expect(output).toBe("energy -0.169075164 -> -0.169089263\n");
  }, 90_000);

  it("runs an edited program, hot enough to be compiled", async () => {
    const { output, status } = await run("total = 0\nfor i in range(3000000):\n    total += i * i % 7\nprint(total)\n");
    expect(status).toMatch(/^exit code 0/);
    expect(output).toBe("5999999\n");
  }, 90_000);

  it("shows a traceback", async () => {
    const { output, status } = await run("def f():\n    return [][1]\nf()\n");
    expect(status).toMatch(/^exit code 1/);
    expect(output).toMatch(/^Traceback[\s\S]*IndexError: list index out of range\n$/);
  }, 60_000);

  it("can be stopped", async () => {
    await page.fill("#program", "while True: pass\n");
    await page.click("#run");
    await page.click("#stop");
    expect(await page.locator("#status").textContent()).toBe("stopped");
  }, 60_000);
});
