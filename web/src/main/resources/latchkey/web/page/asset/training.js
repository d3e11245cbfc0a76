// Training: a case by lot, and the answer that breaks its seal.
import { askJson, say } from './everywhere.js';

const draw = document.getElementById('draw-form');
draw?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const seed = document.getElementById('draw-seed').value.trim();
  try {
    const made = await askJson('POST', '/api/training', seed ? { seed: Number(seed) } : {});
    location.assign(made.url);
  } catch (failure) { say(failure.message); }
});

const answer = document.getElementById('answer-form');
answer?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const chosen = answer.querySelector('input[name=cause]:checked');
  if (!chosen) {
    say('Choose a cause first.');
    return;
  }
  try {
    await askJson('POST', `/api/cases/${answer.dataset.id}/answer`, { cause: chosen.value });
    location.reload();
  } catch (failure) { say(failure.message); }
});

const filter = document.getElementById('answer-filter');
filter?.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const one of document.querySelectorAll('.answer')) {
    one.hidden = wanted !== '' && !`${one.textContent} ${one.firstElementChild.value}`.toLowerCase().includes(wanted);
  }
});
