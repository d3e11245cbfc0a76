// Lines of a file of any length: only what can be seen is in the page.
import { ask, element, say } from './everywhere.js';

const ROW = 20;
const TALLEST = 8_000_000;
const PAGE = 200;

class Viewer {
  constructor(root) {
    this.root = root;
    this.box = root.querySelector('.viewer-box');
    this.space = root.querySelector('.viewer-space');
    this.lines = root.querySelector('.viewer-lines');
    this.total = Number(root.dataset.total);
    this.pages = new Map();
    this.top = 1;
    this.marked = [0, 0];
    this.scaled = this.total * ROW > TALLEST;
    this.height = Math.max(ROW, Math.min(this.total * ROW, TALLEST));
    this.space.style.height = `${this.height}px`;
    this.quiet = false;
    this.box.addEventListener('scroll', () => this.scrolled());
    this.box.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.box.addEventListener('keydown', (event) => this.key(event));
    this.lines.addEventListener('click', (event) => this.clicked(event));
    root.querySelector('[data-jump]').addEventListener('submit', (event) => {
      event.preventDefault();
      const wanted = Number(event.target.querySelector('input').value);
      if (wanted > 0) this.goTo(wanted, wanted, true);
    });
    new ResizeObserver(() => this.draw()).observe(this.box);
    addEventListener('hashchange', () => this.fromHash());
    if (!this.fromHash()) {
      const line = Number(root.dataset.line);
      if (line > 0) this.goTo(line, line, false);
      else this.draw();
    }
  }

  get rows() { return Math.max(1, Math.floor(this.box.clientHeight / ROW)); }

  get lastTop() { return Math.max(1, this.total - this.rows + 1); }

  fromHash() {
    const range = location.hash.match(/^#L(\d+)(?:-L?(\d+))?$/);
    if (!range) return false;
    this.goTo(Number(range[1]), Number(range[2] || range[1]), false);
    return true;
  }

  goTo(from, to, tell) {
    const first = Math.max(1, Math.min(from, this.total));
    const last = Math.max(first, Math.min(to, this.total));
    this.marked = [first, last];
    if (tell && this.root.closest('.lookout')) history.replaceState(null, '', `#L${first}${last > first ? `-L${last}` : ''}`);
    this.show(first - Math.floor(this.rows / 3));
    this.box.focus({ preventScroll: true });
    say(`Line ${first}`);
  }

  /** Puts that line on top; of a very long file the bar only points at where we are. */
  show(line) {
    this.top = Math.max(1, Math.min(Math.round(line), this.lastTop));
    const room = this.height - this.box.clientHeight;
    const at = this.scaled
      ? ((this.top - 1) / Math.max(1, this.lastTop - 1)) * room
      : (this.top - 1) * ROW;
    if (Math.abs(this.box.scrollTop - at) > 0.5) {
      this.quiet = true;
      this.box.scrollTop = at;
    }
    this.draw();
  }

  scrolled() {
    if (this.quiet) {
      this.quiet = false;
      return;
    }
    const room = Math.max(1, this.height - this.box.clientHeight);
    this.top = this.scaled
      ? 1 + Math.round((this.box.scrollTop / room) * (this.lastTop - 1))
      : 1 + Math.floor(this.box.scrollTop / ROW);
    this.draw();
  }

  wheel(event) {
    if (!this.scaled || event.ctrlKey || event.deltaY === 0) return;
    event.preventDefault();
    const by = event.deltaMode === 1 ? event.deltaY : event.deltaY / ROW;
    this.show(this.top + (Math.abs(by) < 1 ? Math.sign(by) : by));
  }

  key(event) {
    const step = {
      ArrowDown: 1, ArrowUp: -1, PageDown: this.rows - 1, PageUp: 1 - this.rows,
      Home: -this.total, End: this.total,
    }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.show(this.top + step);
  }

  clicked(event) {
    const number = event.target.closest('.nr');
    if (!number) return;
    event.preventDefault();
    const line = Number(number.dataset.n);
    const from = event.shiftKey && this.marked[0] ? Math.min(this.marked[0], line) : line;
    const to = event.shiftKey && this.marked[0] ? Math.max(this.marked[0], line) : line;
    this.marked = [from, to];
    if (this.root.closest('.lookout')) history.replaceState(null, '', `#L${from}${to > from ? `-L${to}` : ''}`);
    this.draw();
    say(`Line ${from}${to > from ? ` to ${to}` : ''} marked; the address is its link.`);
  }

  async page(number) {
    if (!this.pages.has(number)) {
      if (this.pages.size > 40) this.pages.delete(this.pages.keys().next().value);
      const from = number * PAGE + 1;
      this.pages.set(number, ask('GET', `${this.root.dataset.lines}?from=${from}&count=${PAGE}`).then((got) => got.lines));
      this.pages.get(number).catch(() => this.pages.delete(number));
    }
    return this.pages.get(number);
  }

  async draw() {
    const from = this.top;
    const to = Math.min(this.total, from + this.rows + 1);
    const ticket = Symbol('draw');
    this.ticket = ticket;
    const wanted = [];
    for (let page = Math.floor((from - 1) / PAGE); page <= Math.floor((to - 1) / PAGE); page += 1) wanted.push(this.page(page));
    let lines;
    try {
      lines = (await Promise.all(wanted)).flat();
    } catch (failure) {
      say(failure.message);
      return;
    }
    if (this.ticket !== ticket) return;
    const digits = String(this.total).length;
    this.lines.style.transform = `translateY(${this.scaled ? this.box.scrollTop : (from - 1) * ROW}px)`;
    this.lines.replaceChildren(...lines.filter((line) => line.n >= from && line.n <= to).map((line) => this.row(line, digits)));
  }

  row(line, digits) {
    const isMarked = line.n >= this.marked[0] && line.n <= this.marked[1];
    const number = element('a', { class: 'nr', href: `${this.root.dataset.page}#L${line.n}`, 'data-n': line.n, tabindex: '-1', 'aria-label': `Line ${line.n}` }, String(line.n).padStart(digits, '\u2007'));
    const text = element('span', { class: 'tx' }, isMarked ? element('mark', {}, line.text || ' ') : line.text || ' ');
    return element('div', { class: `code-line${isMarked ? ' quoted' : ''}${line.level ? ` is-${line.level}` : ''}` }, number, text, line.cut ? element('span', { class: 'dim' }, ' … cut') : '');
  }
}

const viewer = document.querySelector('.viewer');
const shown = viewer ? new Viewer(viewer) : null;

const finder = document.querySelector('[data-find]');
finder?.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});

async function find() {
  const said = document.getElementById('find-said');
  const hits = document.getElementById('hits');
  const fields = new FormData(finder);
  const query = new URLSearchParams([...fields].filter(([, value]) => value));
  said.textContent = 'Reading …';
  const before = performance.now();
  try {
    const found = await ask('GET', `${finder.dataset.find}?${query}`);
    hits.replaceChildren(...found.hits.map(hit));
    const time = ((performance.now() - before) / 1000).toFixed(2);
    const count = found.hits.length;
    said.textContent = `${count} ${count === 1 ? 'line' : 'lines'}${found.whole ? '' : ' so far, there are more'}; read ${(found.bytesRead / 1048576).toFixed(1)} MB in ${time} s.`;
  } catch (failure) {
    said.textContent = failure.message;
    hits.replaceChildren();
  }
}

function hit(one) {
  const link = element('a', { href: `${finder.dataset.case}/file/${one.hash}#L${one.line}` },
    element('span', { class: 'place' }, `${one.file}:${one.line}`),
    element('span', { class: 'tx' }, one.before, element('mark', {}, one.match), one.after));
  link.addEventListener('click', (event) => {
    if (shown && viewer.dataset.page.endsWith(one.hash) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      shown.goTo(one.line, one.line, true);
    }
  });
  return element('li', {}, link);
}

if (finder && finder.querySelector('#find').value) find();
