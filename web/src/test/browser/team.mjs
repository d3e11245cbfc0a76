// A team in a real browser: node team.mjs ADDRESS
// Signs in with the provider, shares a case, sets how long it is kept, signs out; every page in every look.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [address] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
let failures = 0;

function check(name, holds, more = '') {
  if (!holds) failures += 1;
  console.log(`${holds ? 'ok' : 'not ok'} ${name}${holds || !more ? '' : `: ${more}`}`);
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  narrow: { viewport: { width: 320, height: 640 } },
};

async function open(look) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...look });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (failure) => wrong.push(failure.message));
  page.on('console', (line) => { if (/Content Security Policy|Trusted/i.test(line.text())) wrong.push(line.text()); });
  return { context, page, wrong };
}

async function look(page, name, kind) {
  await page.evaluate(() => document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; }));
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')))`);
  check(`axe finds nothing: ${name}, ${kind}`, found.length === 0, found.join('; '));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`nothing sticks out: ${name}, ${kind}`, wide <= 1, `${wide} px`);
}

async function signIn(page, path) {
  await page.goto(address + path);
  await page.locator('main a.button', { hasText: 'Sign in' }).click();
  await page.waitForSelector('.bar');
}

async function wholeStory() {
  const { context, page, wrong } = await open({});
  await signIn(page, '/?q=nothing');
  check('one comes back to where one wanted', page.url() === `${address}/?q=nothing`, page.url());
  await page.goto(`${address}/`);
  await page.locator('#paste-open').click();
  await page.fill('#paste-text', '2026-10-06T07:06:48Z [Error]: VMAccess Extension does not support Domain Controller.');
  await page.locator('#paste button').click();
  await page.waitForURL(/\/c\/[a-z0-9]{16}$/, { timeout: 60000 });
  await page.waitForSelector('#access-form', { timeout: 90000 });
  const theCase = new URL(page.url()).pathname;
  check('the owner is named as text', (await page.textContent('#members')).includes('Ann <b>Lee</b>'));
  await page.selectOption('#add-person', { label: 'Bob' });
  await page.selectOption('#add-right', 'write');
  await Promise.all([page.waitForEvent('load'), page.locator('#access-form button').click()]);
  check('somebody is let in', (await page.locator('#members [data-person] select').inputValue()) === 'write');
  await page.selectOption('#members [data-person] select', 'none');
  await page.locator('#access-form [name=team]').check();
  await Promise.all([page.waitForEvent('load'), page.locator('#access-form button').click()]);
  check('and out again, and the team in', (await page.locator('#members [data-person]').count()) === 0 && (await page.locator('#access-form [name=team]').isChecked()));
  await page.selectOption('#keep-days', '30');
  await Promise.all([page.waitForEvent('load'), page.locator('#keep-form button').click()]);
  check('the page says when the case goes', /deleted for good on \d/.test(await page.textContent('section[aria-labelledby=keeps]')));
  check('who did it stands there', (await page.textContent('aside')).includes('let Bob write'));
  await page.locator('header nav a', { hasText: 'You' }).click();
  await page.fill('#token-name', 'nightly');
  await page.locator('#token-form button').click();
  await page.waitForSelector('#made:not([hidden])');
  const made = await page.inputValue('#secret');
  const asked = await page.request.get(`${address}/api/me`, { headers: { Authorization: `Bearer ${made}` } });
  check('a token that was made opens the door', asked.ok());
  await page.reload();
  check('and is shown once', !(await page.content()).includes(made));
  await page.locator('[data-take-back]').click();
  await page.waitForFunction(() => document.querySelectorAll('[data-take-back]').length === 0);
  await page.locator('[data-sign-out]').click();
  await page.waitForSelector('main a.button');
  await page.goto(address + theCase);
  check('after signing out nothing is shown', (await page.locator('main a.button').count()) === 1);
  check('no error or policy breach', wrong.length === 0, wrong.join('; '));
  await context.close();
  return theCase;
}

try {
  const theCase = await wholeStory();
  for (const [kind, options] of Object.entries(LOOKS)) {
    const { context, page, wrong } = await open(options);
    await page.goto(address);
    await look(page, 'sign in', kind);
    await page.goto(`${address}/sign-in/callback?state=x`);
    await look(page, 'refused', kind);
    await signIn(page, '/you');
    await page.fill('#token-name', kind);
    await page.locator('#token-form button').click();
    await page.waitForSelector('#made:not([hidden])');
    await page.goto(`${address}/you`);
    await look(page, 'you', kind);
    await page.goto(address + theCase);
    await look(page, 'case', kind);
    check(`${kind}: no error or policy breach`, wrong.length === 0, wrong.join('; '));
    await context.close();
  }
} catch (failure) {
  check('the run comes to its end', false, failure.message);
}
await browser.close();
process.exit(Math.min(failures, 100));
