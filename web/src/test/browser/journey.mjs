// The whole job in a real browser: node journey.mjs ADDRESS TOKEN FOLDER-FOR-PICTURES SAMPLE.zip
// Prints one line per check, "ok" or "not ok", and exits with the number of failures.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [address, token, pictures, sample] = process.argv.slice(2);
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

/** A page whose errors, dialogs and foreign requests count as failures. */
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (failure) => wrong.push(failure.message));
  page.on('dialog', (dialog) => { wrong.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', (line) => { if (/Content Security Policy|Trusted/i.test(line.text())) wrong.push(line.text()); });
  page.on('request', (request) => { if (!request.url().startsWith(address) && !request.url().startsWith('data:')) wrong.push(`asked ${request.url()}`); });
  await page.goto(`${address}/#token=${token}`);
  await page.waitForSelector('.bar');
  return { context, page, wrong };
}

async function waitForVerdict(page) {
  await page.waitForURL(/\/c\/[a-z0-9]{16}$/, { timeout: 60000 });
  await page.waitForSelector('.verdict .facts', { timeout: 90000 });
}

async function clipboard(page) {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function byMouse() {
  const { context, page, wrong } = await open();
  check('the token leaves the address', !page.url().includes('token'));
  await page.setInputFiles('#files', sample);
  await waitForVerdict(page);
  const home = page.url();
  check('the verdict is one sentence', /password rules on fabrikam-vm7 at/.test(await page.textContent('h1')));
  check('the quoted line is marked', (await page.locator('.code-line.quoted mark').first().textContent()).includes('0x800708C5'));
  await page.locator('[data-command]').first().click();
  const command = await page.locator('.command code').first().textContent();
  check('the copied command is the shown one', (await clipboard(page)) === command);
  await page.locator('.proof .place a').nth(1).click();
  await page.waitForSelector('.viewer .code-line.quoted');
  check('a line link opens its line', /#L\d+$/.test(page.url()) && (await page.locator('.viewer .quoted').textContent()).includes('0x800708C5'));
  await page.fill('#find', 'password policy');
  await page.locator('.finder button[type=submit]').click();
  await page.waitForSelector('#hits li');
  check('lines are found across the case', (await page.locator('#hits mark').first().textContent()).toLowerCase() === 'password policy');
  await page.goto(home);
  await page.fill('#note', 'told the customer <b>now</b>');
  await page.locator('#note-form button').click();
  await page.waitForSelector('#notes li');
  await page.locator('label.pick', { hasText: 'waiting' }).click();
  await page.waitForFunction(() => document.getElementById('said').textContent.includes('waiting'));
  await page.fill('#seek', 'note:customer status:waiting');
  await page.press('#seek', 'Enter');
  await page.waitForSelector('.cases');
  check('a case is found by its note and status', (await page.locator('.case').count()) === 1);
  await page.goto(home);
  await page.locator('.menu summary').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.menu a', { hasText: 'One HTML page' }).click()]);
  check('the export is a file', /latchkey-.*\.html$/.test(file.suggestedFilename()));
  check('by mouse: no error, dialog, foreign request or policy breach', wrong.length === 0, wrong.join('; '));
  await context.close();
  return home;
}

async function byKeyboard() {
  const { context, page, wrong } = await open();
  // From the top of the page to the paste box with Tab and Enter alone.
  for (let i = 0; i < 20; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.id === 'paste-open')) break;
  }
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('2026-10-06T07:06:48Z [Error]: VMAccess Extension does not support Domain Controller.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await waitForVerdict(page);
  check('by keyboard: a pasted error has a verdict', (await page.textContent('h1')).length > 10);
  const cases = page.url();
  await page.keyboard.press('j');
  check('j goes to a finding', await page.evaluate(() => !!document.activeElement.dataset.finding));
  await page.keyboard.press('n');
  check('n goes to a proof', await page.evaluate(() => document.activeElement.classList.contains('proof')));
  await page.keyboard.press('y');
  check('y copies a link to the finding', /\/c\/[a-z0-9]{16}(\/f\/\d+)?$/.test(await clipboard(page)));
  await page.keyboard.press('?');
  check('? shows the keys', await page.evaluate(() => document.getElementById('keys').open));
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  check('/ goes to the search', await page.evaluate(() => document.activeElement.id === 'seek'));
  await page.keyboard.insertText('verdict:password');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=verdict/);
  await page.goto(cases);
  await page.keyboard.press('u');
  await page.waitForURL(`${address}/`);
  check('u goes up', true);
  const visible = await page.evaluate(async () => {
    const odd = [];
    for (const one of document.querySelectorAll('a[href], button, input:not([hidden]), summary, select, textarea')) {
      if (!one.checkVisibility({ checkVisibilityCSS: true }) || one.disabled) continue;
      one.focus();
      if (document.activeElement !== one) odd.push(one.outerHTML.slice(0, 80));
    }
    return odd;
  });
  check('everything can have the focus', visible.length === 0, visible.join('; '));
  check('by keyboard: no error, dialog, foreign request or policy breach', wrong.length === 0, wrong.join('; '));
  await context.close();
}

/** A story is chosen, played, broken, mended and diagnosed without a mouse; then one is drawn and its cause named. */
async function simulator() {
  const { context, page, wrong } = await open();
  await page.goto(`${address}/simulator`);
  await page.focus('#story-filter');
  await page.keyboard.insertText('healthy-reset');
  await page.waitForFunction(() => document.getElementById('stories-count').textContent === '1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  check('a scenario is chosen by keyboard', (await page.evaluate(() => document.querySelector('input[name=scenario]:checked')?.value)) === 'healthy-reset');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/simulator\/[a-z0-9]{16}$/);
  const played = page.url();
  await page.focus('#fault');
  await page.keyboard.type('disk');
  check('a fault says what it is', (await page.textContent('#fault-title')).length > 10);
  await page.selectOption('#fault', 'disk-full');
  await page.locator('#faults-form button').press('Enter');
  await page.waitForSelector('[data-mend=disk-full]');
  check('what is broken is told', (await page.textContent('#events')).includes('fault begins') && (await page.textContent('#broken-words')).includes('disk-full'));
  await page.locator('[data-mend=disk-full]').press('Enter');
  await page.waitForFunction(() => document.getElementById('broken-words').textContent === 'nothing');
  await page.selectOption('#step', 'wait');
  await page.fill('#step-for', 'PT30M');
  const before = await page.textContent('#clock');
  await page.locator('#steps-form button').press('Enter');
  await page.waitForFunction((old) => document.getElementById('clock').textContent !== old, before);
  check('time passes when somebody waits', true);
  await page.locator('#diagnose').press('Enter');
  await page.waitForSelector('#verdicts li.good', { timeout: 90000 });
  check('the verdict stands beside the truth', (await page.textContent('#verdicts')).includes('as the world'));
  await page.goto(`${address}/training`);
  await page.fill('#draw-seed', process.env.DRAW);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/c\/[a-z0-9]{16}$/);
  await page.waitForSelector('#answer-form', { timeout: 90000 });
  const sealed = page.url();
  check('a sealed case shows no verdict', !(await page.textContent('main')).includes('What to do'));
  await lookAt({ sealed: new URL(sealed).pathname });
  await page.fill('#answer-filter', 'security software');
  await page.locator('.answer input:visible').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#answered-title', { timeout: 30000 });
  check('the right answer is right', (await page.textContent('.verdict .badge')).trim() === 'right');
  check('simulator: no error, dialog, foreign request or policy breach', wrong.length === 0, wrong.join('; '));
  await context.close();
  return { simulator: '/simulator', play: new URL(played).pathname, training: '/training', answered: new URL(sealed).pathname };
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  narrow: { viewport: { width: 320, height: 640 } },
};

async function lookAtAll(home, more) {
  const id = home.match(/\/c\/([a-z0-9]{16})/)[1];
  const { context: first, page: start } = await open();
  const files = await start.evaluate(async (one) => (await (await fetch(`/api/cases/${one}/files`)).json()).files, id);
  await first.close();
  await lookAt({
    home: '/', search: '/?q=password', nothing: '/?q=nothingatall', case: `/c/${id}`, finding: `/c/${id}/f/1`, consequence: `/c/${id}/f/2`,
    lines: `/c/${id}/file/${files[0].hash}#L3`, find: `/c/${id}/find?q=password`, compare: `/compare?before=${id}&after=${id}`, sorry: '/c/nothere', ...more,
  });
  await takePictures(id, more);
}

async function lookAt(pages) {
  for (const [look, options] of Object.entries(LOOKS)) {
    const { context, page, wrong } = await open(options);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(address + path);
      if (name === 'lines' || name === 'finding') await page.waitForSelector('.viewer .code-line');
      await page.evaluate(() => document.querySelectorAll('details:not(.menu)').forEach((one) => { one.open = true; }));
      if (name === 'case' || name === 'home') await page.keyboard.press('Tab');
      // Through the protocol of the browser, as the page's own policy lets no foreign script in.
      const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')))`);
      check(`axe finds nothing: ${name}, ${look}`, found.length === 0, found.join('; '));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`nothing sticks out: ${name}, ${look}`, wide <= 1, `${wide} px`);
    }
    check(`${look}: no error or policy breach`, wrong.length === 0, wrong.join('; '));
    await context.close();
  }
}

async function takePictures(id, more) {
  if (!pictures) return;
  for (const look of ['light', 'dark']) {
    const { context, page } = await open({ ...LOOKS[look], viewport: { width: 1280, height: 860 } });
    const files = await page.evaluate(async (one) => (await (await fetch(`/api/cases/${one}/files`)).json()).files, id);
    const longest = files.reduce((a, b) => (a.lines > b.lines ? a : b));
    for (const [name, path] of Object.entries({ home: '/', case: `/c/${id}`, finding: `/c/${id}/f/1`, lines: `/c/${id}/file/${longest.hash}#L38`, ...more })) {
      await page.goto(address + path);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.getElementById('said').classList.remove('shown'));
      await page.screenshot({ path: `${pictures}/${name}-${look}.png` });
    }
    await context.close();
  }
}

try {
  const home = await byMouse();
  await byKeyboard();
  await lookAtAll(home, await simulator());
} catch (failure) {
  check('the run comes to its end', false, failure.message);
}
await browser.close();
process.exit(Math.min(failures, 100));
