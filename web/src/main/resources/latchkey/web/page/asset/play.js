// The simulator: choosing a story, and doing things to a world that is played.
import { ask, askJson, element, say } from './everywhere.js';

const USUAL = ['reset-password', 'reset-rdp', 'sign-in', 'restart', 'start', 'deallocate', 'wait', 'await', 'redeploy', 'delete-extension', 'run-vm-assist', 'start-service', 'join-administrators'];
const words = (kebab) => kebab.replaceAll('-', ' ');
const time = (iso) => iso.slice(0, 19).replace('T', ' ');

const story = document.getElementById('story-form');
if (story) choose();

function choose() {
  const filter = document.getElementById('story-filter');
  const count = document.getElementById('stories-count');
  const labels = [...story.querySelectorAll('.story')];
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const one of labels) one.hidden = wanted !== '' && !one.textContent.toLowerCase().includes(wanted);
    count.textContent = labels.filter((one) => !one.hidden).length;
  });
  const offer = () => {
    const chosen = story.querySelector('input[name=scenario]:checked');
    const words = new Set((chosen?.dataset.offers ?? '').split(' '));
    for (const option of story.querySelectorAll('select[name=axis] option')) {
      option.disabled = option.value !== '' && !words.has(option.value);
      if (option.disabled && option.selected) option.parentElement.value = '';
    }
  };
  story.addEventListener('change', offer);
  offer();
  document.getElementById('roll').addEventListener('click', () => {
    document.getElementById('seed').value = 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % 1000000);
  });
  story.addEventListener('submit', async (event) => {
    event.preventDefault();
    const scenario = story.querySelector('input[name=scenario]:checked')?.value;
    const variant = [...story.querySelectorAll('select[name=axis]')].map((one) => one.value).filter(Boolean).join('+');
    const seed = Number(document.getElementById('seed').value || 1);
    try {
      const play = await askJson('POST', '/api/plays', { scenario, seed, variant, faultOff: document.getElementById('fault-off').checked });
      location.assign(play.url);
    } catch (failure) { say(failure.message); }
  });
}

const box = document.getElementById('play');
if (box) play(`/api/plays/${box.dataset.play}`);

function play(api) {
  let last = Number(box.dataset.last);
  const events = document.getElementById('events');
  events.scrollTop = events.scrollHeight;

  async function done(state) {
    const told = await ask('GET', `${api}/events?after=${last}`);
    for (const one of told.events) {
      events.append(line(one));
      last = one.number;
    }
    if (told.events.length) events.scrollTop = events.scrollHeight;
    show(state);
    filterEvents();
    say(told.events.length ? `${told.events.length} events, the last: ${words(told.events.at(-1).what)}.` : 'Nothing happened.');
  }

  async function act(method, path, value) {
    try {
      await done(value ? await askJson(method, path, value) : await ask(method, path));
    } catch (failure) { say(failure.message); }
  }

  form('faults-form', 'fault', (word, values) => act('POST', `${api}/faults`, { faults: [{ [word]: values }] }));
  form('steps-form', 'step', (word, values) => act('POST', `${api}/steps`, { steps: [{ [word]: values }] }));
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.dataset.step) act('POST', `${api}/steps`, { steps: [JSON.parse(button.dataset.step)] });
    if (button?.dataset.mend) act('DELETE', `${api}/faults/${button.dataset.mend}`);
  });
  document.getElementById('diagnose').addEventListener('click', () => diagnose(api));
  document.getElementById('end-play').addEventListener('click', async () => {
    try {
      await ask('DELETE', api);
      location.assign('/simulator');
    } catch (failure) { say(failure.message); }
  });
  const filter = document.getElementById('event-filter');
  filter.addEventListener('input', filterEvents);
  function filterEvents() {
    const wanted = filter.value.trim().toLowerCase();
    for (const one of events.children) one.hidden = wanted !== '' && !one.textContent.toLowerCase().includes(wanted);
  }
}

function tone(what) {
  if (/fault-begins|refused|failed|crash|timed-out|blocked|gave-up/.test(what)) return 'bad';
  return /fault-ends|succeeded|admitted|signed-in|healthy/.test(what) ? 'good' : 'calm';
}

function line(one) {
  const more = element('span', { class: 'dim' });
  for (const [name, value] of Object.entries(one.with)) {
    more.append(element('span', { class: 'with' }, `${name} `, element('b', {}, value.length > 140 ? `${value.slice(0, 139)}…` : value)), ' ');
  }
  return element('li', { class: `event fresh ${tone(one.what)}` },
    element('time', {}, time(one.at)), element('span', { class: 'rule' }, one.where), element('span', { class: 'what' }, words(one.what)), more);
}

/** Clock, what is broken, and the machines, as they are now. */
function show(state) {
  document.getElementById('clock').textContent = `${time(state.now)} UTC`;
  document.getElementById('broken-words').textContent = state.wrong.join(', ') || 'nothing';
  document.getElementById('nothing-broken').hidden = state.wrong.length > 0;
  document.getElementById('broken').replaceChildren(...state.wrong.map((fault) => element('li', { class: 'row between' },
    element('span', {}, fault), element('button', { type: 'button', class: 'copy', 'data-mend': fault }, 'Mend'))));
  document.getElementById('astray-words').textContent = state.truth.astray.length
    ? `By now the world stands otherwise than the story ends, so its truth may be history: ${state.truth.astray.join('; ')}.`
    : 'The world stands as the story says it ends.';
  document.getElementById('machines').replaceChildren(...state.truth.machines.flatMap((machine) => [
    element('p', {}, element('strong', {}, machine.name), ' ', element('span', { class: `chip ${machine.up ? 'good' : 'bad'}` }, machine.up ? 'up' : 'down')),
    element('ul', { class: 'plainlist small' }, ...machine.accounts.map((account) => element('li', {}, `${account.name} `,
      element('span', { class: 'dim' }, `${account.administrator ? 'administrator' : 'user'}${account.enabled ? '' : ', disabled'}${account.locked ? ', locked out' : ''}`)))),
    ...(machine.stoppedServices.length ? [element('p', { class: 'small dim' }, `Stopped: ${machine.stoppedServices.join(', ')}`)] : []),
  ]));
}


/** A form of what can be said with the chosen word; what is left empty is not said. */
function form(id, name, send) {
  const made = document.getElementById(id);
  const select = document.getElementById(name);
  const fields = document.getElementById(`${name}-fields`);
  const title = document.getElementById(`${name}-title`);
  const moves = new Map(JSON.parse(made.dataset.moves).map((move) => [move.word, move]));
  const option = (word) => element('option', { value: word }, word);
  const usual = name === 'step' ? USUAL.filter((word) => moves.has(word)) : [];
  const rest = [...moves.keys()].filter((word) => !usual.includes(word) && word !== 'end-fault').sort();
  if (usual.length) select.append(element('optgroup', { label: 'Usual' }, ...usual.map(option)), element('optgroup', { label: 'More' }, ...rest.map(option)));
  else select.append(...rest.map(option));
  const draw = () => {
    const move = moves.get(select.value);
    if (title) title.textContent = `${move.title}.`;
    fields.replaceChildren(...move.fields.map((field) => element('p', {},
      element('label', { for: `${name}-${field.name}` }, field.name, field.required ? ' *' : ''), input(field, `${name}-${field.name}`))));
  };
  select.addEventListener('change', draw);
  draw();
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = {};
    for (const one of fields.querySelectorAll('input, select')) if (one.value !== '') values[one.name] = one.value;
    send(select.value, values);
  });
}

function input(field, id) {
  const choices = field.kind === 'flag' ? ['yes', 'no'] : field.choices;
  if (choices.length) {
    return element('select', { id, name: field.name, required: field.required },
      ...(field.required ? [] : [element('option', { value: '' }, field.otherwise || 'not said')]), ...choices.map((one) => element('option', { value: one }, one)));
  }
  const hint = field.otherwise || field.meaning || { duration: 'PT10M', number: 'number', instant: '2024-04-17T07:00:00Z' }[field.kind] || '';
  return element('input', { id, name: field.name, required: field.required, placeholder: hint, autocomplete: 'off', title: field.meaning || null });
}

/** The bundle goes the way of every upload; its verdict is set beside the truth. */
async function diagnose(api) {
  try {
    const made = await ask('POST', `${api}/case`);
    const rows = document.getElementById('verdicts');
    const says = element('p', { class: 'duel-says' }, 'Reading');
    const because = element('p', { class: 'small' });
    const panel = element('li', {}, element('p', { class: 'small dim' }, 'Latchkey says, ', element('a', { href: made.url }, 'just now')), says, because);
    rows.append(panel);
    say('Collected; the analysis runs.');
    const events = new EventSource(`/api/cases/${made.id}/events`);
    events.addEventListener('state', async (event) => {
      if (!['done', 'failed', 'cancelled'].includes(JSON.parse(event.data).state)) return;
      events.close();
      const row = await ask('GET', `/api/cases/${made.id}`);
      const said = row.outcome === 'cause-found' ? row.cause : row.outcome ?? row.state;
      const agrees = said === rows.dataset.key;
      panel.className = agrees ? 'good' : 'open';
      says.textContent = row.headline ?? words(said);
      because.replaceChildren(element('span', { class: `chip ${agrees ? 'good' : 'open'}` }, agrees ? 'as the world' : 'not as the world'), ' ', row.failure ?? words(said));
      say(`Latchkey says: ${row.headline ?? said}`);
    });
  } catch (failure) { say(failure.message); }
}
