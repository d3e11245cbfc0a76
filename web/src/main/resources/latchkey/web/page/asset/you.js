// You: tokens for scripts.
import { ask, askJson, say } from './everywhere.js';

const form = document.getElementById('token-form');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const made = await askJson('POST', '/api/tokens', { name: document.getElementById('token-name').value });
    const secret = document.getElementById('secret');
    secret.value = made.token;
    document.getElementById('copy-secret').dataset.copy = made.token;
    document.getElementById('made').hidden = false;
    secret.focus();
    secret.select();
    say('The token is made. It is shown this once.');
  } catch (failure) { say(failure.message); }
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-take-back]');
  if (!button) return;
  try {
    await ask('DELETE', `/api/tokens/${button.dataset.takeBack}`);
    location.reload();
  } catch (failure) { say(failure.message); }
});
