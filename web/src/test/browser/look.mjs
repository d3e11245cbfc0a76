// Takes pictures of pages for the eye: node look.mjs ADDRESS TOKEN FOLDER PATH=NAME...
import { chromium } from 'playwright-core';
const [address, token, folder, ...wanted] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const looks = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' } };
for (const [look, options] of Object.entries(looks)) {
  const context = await browser.newContext({ viewport: { width: Number(process.env.W || 1280), height: Number(process.env.H || 900) }, ...options });
  const page = await context.newPage();
  page.on('console', (m) => console.log(look, m.type(), m.text()));
  page.on('pageerror', (e) => console.log(look, 'error', e.message));
  await page.goto(`${address}/#token=${token}`);
  await page.waitForSelector('.bar');
  for (const one of wanted) {
    const at = one.lastIndexOf('=');
    const [path, name] = [one.slice(0, at), one.slice(at + 1)];
    await page.goto(address + path);
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: process.env.FULL === '1' });
  }
  await context.close();
}
await browser.close();
