// Lanes over time; zoom with the keys + and -, move with the arrows, or with the wheel and a drag.

const SVG = 'http://www.w3.org/2000/svg';
const LANE = 30;
const TOP = 26;
const LEFT = 92;
const box = document.getElementById('timeline');
const items = box ? JSON.parse(box.dataset.items) : [];

function svg(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const UNITS = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10800, 21600, 43200, 86400, 172800, 604800, 2592000, 31536000];

function ticks(from, to, most) {
  const span = (to - from) / 1000;
  const unit = (UNITS.find((one) => span / one <= most) || UNITS[UNITS.length - 1]) * 1000;
  const all = [];
  for (let at = Math.ceil(from / unit) * unit; at <= to; at += unit) all.push(at);
  return { all, unit };
}

function moment(at, unit) {
  const text = new Date(at).toISOString();
  return unit >= 86400000 ? text.slice(0, 10) : unit >= 60000 ? text.slice(5, 16).replace('T', ' ') : text.slice(11, 19);
}

if (items.length > 0) {
  const lanes = [...new Set(items.map((item) => item.lane))];
  const first = Math.min(...items.map((item) => item.from));
  const last = Math.max(...items.map((item) => item.to));
  const edge = Math.max(1000, (last - first) * 0.04);
  const whole = [first - edge, last + edge];
  let [from, to] = whole;

  const draw = () => {
    const width = Math.max(320, box.clientWidth);
    const rows = [];
    const heights = new Map();
    let y = TOP;
    for (const lane of lanes) {
      const files = lane === 'Files' ? items.filter((item) => item.lane === lane).length : 1;
      heights.set(lane, y);
      y += LANE * Math.max(1, files * 0.55);
      rows.push(lane);
    }
    const scale = (at) => LEFT + ((at - from) / (to - from)) * (width - LEFT - 12);
    const picture = svg('svg', {
      width, height: y + 6, viewBox: `0 0 ${width} ${y + 6}`, tabindex: '0', role: 'application',
      'aria-roledescription': 'timeline',
      'aria-label': `Timeline, ${items.length} items. Plus and minus zoom, arrows move, 0 shows all. The table below says the same.`,
    });
    const { all, unit } = ticks(from, to, Math.max(2, Math.floor((width - LEFT) / 110)));
    for (const at of all) {
      picture.append(svg('line', { class: 'grid', x1: scale(at), x2: scale(at), y1: TOP - 6, y2: y }));
      picture.append(svg('text', { class: 'tick', x: scale(at) + 3, y: 13 }, moment(at, unit)));
    }
    for (const lane of rows) {
      picture.append(svg('line', { class: 'grid', x1: 0, x2: width, y1: heights.get(lane) - 3, y2: heights.get(lane) - 3 }));
      picture.append(svg('text', { class: 'lane', x: 2, y: heights.get(lane) + 15 }, lane));
    }
    let file = 0;
    for (const item of items) {
      if (item.to < from || item.from > to) { if (item.lane === 'Files') file += 1; continue; }
      const x = Math.max(LEFT, scale(item.from));
      const end = Math.min(width - 8, scale(item.to));
      const mark = shape(item, x, end, heights.get(item.lane) + (item.lane === 'Files' ? LANE * 0.55 * file : 0));
      if (item.lane === 'Files') file += 1;
      mark.prepend(svg('title', {}, `${item.label}\n${new Date(item.from).toISOString()}${item.to > item.from ? ` to ${new Date(item.to).toISOString()}` : ''}`));
      picture.append(item.link ? svg('a', { href: item.link, 'aria-label': item.label }, mark) : mark);
    }
    picture.addEventListener('keydown', keys);
    picture.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.shiftKey) return;
      event.preventDefault();
      const at = from + ((event.offsetX - LEFT) / (width - LEFT)) * (to - from);
      zoom(event.deltaY > 0 ? 1.25 : 0.8, at);
    }, { passive: false });
    drag(picture, width);
    const focused = box.querySelector('svg') === document.activeElement;
    box.replaceChildren(picture);
    if (focused) picture.focus({ preventScroll: true });
  };

  function shape(item, x, end, y) {
    const group = svg('g', { class: `item ${item.tone}` });
    if (item.to > item.from && end - x > 3) {
      group.append(svg('rect', { x, y: y + 5, width: Math.max(3, end - x), height: item.lane === 'Files' ? 9 : 16, rx: 3 }));
      if (item.lane !== 'Starts' && end - x > 60) {
        group.append(svg('text', { class: 'label', x: x + 5, y: y + (item.lane === 'Files' ? 12.5 : 17) }, short(item.label, (end - x - 10) / 6.4)));
      }
    } else if (item.lane === 'Starts') {
      group.append(svg('line', { class: 'stroke', x1: x, x2: x, y1: y + 3, y2: y + 22 }));
    } else {
      group.append(svg('path', { d: `M${x} ${y + 4}l8 9-8 9-8-9z` }));
    }
    return group;
  }

  function short(text, length) {
    return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1))}…`;
  }

  function zoom(factor, at = (from + to) / 2) {
    const span = Math.min(whole[1] - whole[0], Math.max(1000, (to - from) * factor));
    const share = (at - from) / (to - from);
    from = at - span * share;
    to = from + span;
    move(0);
  }

  function move(share) {
    const by = (to - from) * share;
    from += by;
    to += by;
    if (from < whole[0]) { to += whole[0] - from; [from] = whole; }
    if (to > whole[1]) { from -= to - whole[1]; [, to] = whole; }
    from = Math.max(from, whole[0]);
    draw();
  }

  function all() {
    [from, to] = whole;
    draw();
  }

  function keys(event) {
    const action = {
      '+': () => zoom(0.6), '=': () => zoom(0.6), '-': () => zoom(1.6), 0: all, Home: all,
      ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2),
    }[event.key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  }

  function drag(picture, width) {
    picture.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || event.target.closest('a')) return;
      const start = event.clientX;
      const before = [from, to];
      const moved = (next) => {
        [from, to] = before;
        move(-(next.clientX - start) / (width - LEFT));
      };
      const done = () => {
        removeEventListener('pointermove', moved);
        removeEventListener('pointerup', done);
      };
      addEventListener('pointermove', moved);
      addEventListener('pointerup', done);
    });
  }

  const tools = document.getElementById('timeline-tools');
  tools.hidden = false;
  tools.addEventListener('click', (event) => {
    const way = event.target.dataset.zoom;
    if (way === 'in') zoom(0.6);
    if (way === 'out') zoom(1.6);
    if (way === 'all') all();
  });
  new ResizeObserver(() => draw()).observe(box);
  draw();
}
