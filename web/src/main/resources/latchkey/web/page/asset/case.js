// A case: its analysis while it runs, and the work of people on it.
import { askJson, element, say } from './everywhere.js';

const box = document.querySelector('[data-case]');

if (box && (box.dataset.state === 'queued' || box.dataset.state === 'running')) watch(box.dataset.case);

function watch(id) {
  const bar = document.getElementById('progress');
  const words = document.getElementById('progress-words');
  const phase = document.getElementById('phase');
  const first = document.getElementById('first');
  const events = new EventSource(`/api/cases/${id}/events`);
  const over = ['done', 'failed', 'cancelled'];
  events.addEventListener('state', (event) => {
    const { state } = JSON.parse(event.data);
    phase.textContent = state;
    if (over.includes(state)) {
      events.close();
      location.reload();
    }
  });
  events.addEventListener('progress', (event) => {
    const told = JSON.parse(event.data);
    if (told.all > 0) bar.value = (told.done * 100) / told.all;
    words.textContent = told.phase === 'keeping'
      ? `keeping file ${told.done} of ${told.all}`
      : `read ${(told.done / 1048576).toFixed(1)} of ${(told.all / 1048576).toFixed(1)} MB`;
    phase.textContent = told.phase;
  });
  events.addEventListener('verdict', (event) => {
    const verdict = JSON.parse(event.data);
    first.textContent = verdict.headline;
    box.classList.remove('calm');
    box.classList.add(verdict.outcome === 'cause-found' ? 'bad' : verdict.outcome === 'healthy' || verdict.outcome === 'resolved' ? 'good' : 'open');
    say(`First answer: ${verdict.headline}`);
  });
}

const status = document.getElementById('status-form');
status?.addEventListener('change', async (event) => {
  try {
    await askJson('PUT', `/api/cases/${status.dataset.id}/status`, { status: event.target.value });
    say(`Status: ${event.target.value}.`);
  } catch (failure) { say(failure.message); }
});

const tags = document.getElementById('tags-form');
tags?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const wanted = document.getElementById('tags').value.split(',').map((tag) => tag.trim()).filter(Boolean);
  try {
    await askJson('PUT', `/api/cases/${tags.dataset.id}/tags`, { tags: wanted });
    say('Tags saved.');
  } catch (failure) { say(failure.message); }
});

const notes = document.getElementById('note-form');
notes?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const field = document.getElementById('note');
  if (!field.value.trim()) return;
  try {
    const note = await askJson('POST', `/api/cases/${notes.dataset.id}/notes`, { text: field.value });
    document.getElementById('notes').append(
      element('li', {}, element('p', { class: 'small dim' }, `${note.author}, just now`), element('p', { class: 'wrap' }, note.text)));
    field.value = '';
    say('Note kept.');
  } catch (failure) { say(failure.message); }
});

const access = document.getElementById('access-form');
access?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const members = [...access.querySelectorAll('[data-person]')]
    .map((row) => ({ person: row.dataset.person, right: row.querySelector('select').value }))
    .filter((member) => member.right !== 'none');
  const added = document.getElementById('add-person')?.value;
  if (added) members.push({ person: added, right: document.getElementById('add-right').value });
  try {
    await askJson('PUT', `/api/cases/${access.dataset.id}/access`, { team: access.elements.team.checked, members });
    location.reload();
  } catch (failure) { say(failure.message); }
});

const keeping = document.getElementById('keep-form');
keeping?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const days = document.getElementById('keep-days').value;
  try {
    await askJson('PUT', `/api/cases/${keeping.dataset.id}/keep`, { days: days === '' ? null : Number(days) });
    location.reload();
  } catch (failure) { say(failure.message); }
});

const filter = document.getElementById('rule-filter');
filter?.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const group of document.querySelectorAll('details.rules')) {
    let shown = 0;
    for (const rule of group.querySelectorAll('.rulelist > li')) {
      rule.hidden = wanted !== '' && !rule.textContent.toLowerCase().includes(wanted);
      shown += rule.hidden ? 0 : 1;
    }
    group.hidden = shown === 0;
    if (wanted) group.open = shown > 0;
  }
});

// A link to a place inside a fold opens the fold.
function unfold() {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const fold = target?.closest('details');
  if (fold) fold.open = true;
}
addEventListener('hashchange', unfold);
unfold();
