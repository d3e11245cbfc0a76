// On every page: coming in, copying, small requests, keys.

const said = document.getElementById('said');

export function say(words) {
  if (!said) return;
  said.textContent = words;
  said.classList.add('shown');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => said.classList.remove('shown'), 4000);
}

/** A request to our own API; an error becomes its sentence. */
export async function ask(method, path, body, headers = {}) {
  const answer = await fetch(path, { method, body, headers, credentials: 'same-origin' });
  const text = await answer.text();
  let content = null;
  try { content = text ? JSON.parse(text) : null; } catch { content = null; }
  if (!answer.ok) {
    const failure = new Error((content && content.error) || `The server said ${answer.status}.`);
    failure.status = answer.status;
    throw failure;
  }
  return content;
}

export function askJson(method, path, value) {
  return ask(method, path, JSON.stringify(value), { 'Content-Type': 'application/json' });
}

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    say('The browser did not allow copying; select the text instead.');
  }
}

// Coming in: the token stands in the fragment, which no server sees, and leaves it at once.
async function comeIn(token) {
  await ask('POST', '/api/session', null, { Authorization: `Bearer ${token}` });
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
}

const signIn = document.getElementById('sign-in');
const given = location.hash.match(/^#token=([a-z0-9]+)$/);
if (given) {
  comeIn(given[1]).catch((failure) => say(failure.message));
} else if (signIn && !sessionStorage.getItem('tried')) {
  // A link from another site comes without our cookie the first time; asked again it has it.
  sessionStorage.setItem('tried', '1');
  ask('GET', '/api/openapi.json').then(() => location.reload(), () => {});
} else if (!signIn) {
  sessionStorage.removeItem('tried');
}
signIn?.addEventListener('submit', (event) => {
  event.preventDefault();
  const token = document.getElementById('token').value.trim().replace(/^.*#token=/, '');
  comeIn(token).catch((failure) => say(failure.message));
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.copy !== undefined) await copy(button.dataset.copy);
  if (button.dataset.copyLink !== undefined) await copy(location.href);
  if (button.dataset.print !== undefined) printOpen();
  if (button.dataset.keysHelp !== undefined) openKeys();
  if (button.dataset.post) {
    try {
      await ask('POST', button.dataset.post);
      location.reload();
    } catch (failure) { say(failure.message); }
  }
  if (button.dataset.delete) await remove(button);
  if (button.dataset.signOut !== undefined) await signOut();
});

async function signOut() {
  try {
    await ask('DELETE', '/api/session');
    location.assign('/');
  } catch (failure) { say(failure.message); }
}

/** Deleting asks twice: the second press is the answer. */
async function remove(button) {
  if (!button.dataset.sure) {
    button.dataset.sure = '1';
    button.textContent = 'Really delete for good?';
    return;
  }
  try {
    await ask('DELETE', button.dataset.delete);
    location.assign('/');
  } catch (failure) { say(failure.message); }
}

function printOpen() {
  const closed = [...document.querySelectorAll('details:not([open]):not(.menu)')];
  closed.forEach((one) => { one.open = true; });
  window.print();
  closed.forEach((one) => { one.open = false; });
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

// Keys: single letters, off for whoever does not want them, and never while typing.
const dialog = document.getElementById('keys');
const keysOn = document.getElementById('keys-on');
if (keysOn) {
  keysOn.checked = localStorage.getItem('keys') !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem('keys', keysOn.checked ? 'on' : 'off'));
}

function openKeys() {
  if (dialog && !dialog.open) dialog.showModal();
}

function step(selector, by) {
  const all = [...document.querySelectorAll(selector)].filter((one) => one.offsetParent !== null);
  if (all.length === 0) return;
  const at = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by))];
  if (!next.hasAttribute('tabindex')) next.setAttribute('tabindex', '-1');
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

const actions = {
  '/': () => (document.getElementById('find') || document.getElementById('seek'))?.focus(),
  '?': openKeys,
  j: () => step('[data-finding]', 1),
  k: () => step('[data-finding]', -1),
  n: () => step('.proof', 1),
  p: () => step('.proof', -1),
  c: () => {
    const near = document.activeElement?.closest('[data-finding]') || document;
    const first = near.querySelector('[data-command]');
    if (first) copy(first.dataset.copy);
  },
  y: () => {
    const near = document.activeElement?.closest('[data-finding]');
    copy(near ? location.origin + near.dataset.finding : location.href);
  },
  t: () => {
    const drawn = document.querySelector('#timeline svg');
    drawn?.focus();
    drawn?.scrollIntoView({ block: 'center' });
  },
  u: () => {
    const steps = document.querySelectorAll('.crumbs a');
    if (steps.length) location.assign(steps[steps.length - 1].href);
  },
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, dialog');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (localStorage.getItem('keys') === 'off' && event.key !== '?') return;
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
