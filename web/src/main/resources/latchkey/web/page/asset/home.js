// The drop zone: files, folders, archives, pasted text.
import { ask, element, say } from './everywhere.js';

const PIECE = 8 * 1024 * 1024;
const TRIES = 6;
const drop = document.getElementById('drop');
const list = document.getElementById('uploads');
const keep = document.getElementById('keep');

const kept = () => (keep?.checked ? '&keep=originals' : '');
const wait = (millis) => new Promise((done) => setTimeout(done, millis));

/** A header of the tar format; long and foreign names go into a record of their own before it. */
function header(name, size, type) {
  const bytes = new Uint8Array(512);
  const text = new TextEncoder();
  const put = (value, at, length) => bytes.set(text.encode(value).slice(0, length), at);
  const octal = (value, width) => value.toString(8).padStart(width - 1, '0') + '\0';
  put(name, 0, 100);
  put(octal(0o644, 8), 100, 8);
  put(octal(0, 8), 108, 8);
  put(octal(0, 8), 116, 8);
  put(size < 8589934592 ? octal(size, 12) : '77777777777\0', 124, 12);
  put(octal(0, 12), 136, 12);
  put('        ', 148, 8);
  put(type, 156, 1);
  put('ustar\u000000', 257, 8);
  const sum = bytes.reduce((all, one) => all + one, 0);
  put(sum.toString(8).padStart(6, '0') + '\0 ', 148, 8);
  return bytes;
}

function padding(size) {
  return new Uint8Array((512 - (size % 512)) % 512);
}

function extended(path, size) {
  const text = new TextEncoder();
  const record = (key, value) => {
    const body = ` ${key}=${value}\n`;
    let length = text.encode(body).length;
    while (String(length).length + text.encode(body).length !== length) {
      length = String(length).length + text.encode(body).length;
    }
    return length + body;
  };
  return text.encode(record('path', path) + record('size', size));
}

/** Many files as one tar; the browser reads them only when they are sent. */
function pack(files) {
  const parts = [];
  for (const { path, file } of files) {
    const more = extended(path, file.size);
    parts.push(header('more', more.length, 'x'), more, padding(more.length));
    parts.push(header('file', file.size, '0'), file, padding(file.size));
  }
  parts.push(new Uint8Array(1024));
  return new Blob(parts);
}

async function walk(entry, path, files) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    files.push({ path: path + file.name, file });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const one of some) await walk(one, `${path}${entry.name}/`, files);
  }
}

/** One line of the list of uploads: name, bar, words, and a way out. */
function shown(name) {
  const bar = element('progress', { max: '100', value: '0', 'aria-label': `Upload of ${name}` });
  const words = element('span', { class: 'dim small' }, 'waiting');
  const stop = element('button', { type: 'button', class: 'plain' }, 'Cancel');
  list.hidden = false;
  list.append(element('li', {}, element('strong', {}, name), bar, words, stop));
  const control = new AbortController();
  stop.addEventListener('click', () => {
    control.abort();
    words.textContent = 'cancelled';
    stop.remove();
  });
  return {
    signal: control.signal,
    progress(done, all) {
      bar.value = all ? (done * 100) / all : 100;
      words.textContent = `${Math.round(bar.value)} % of ${(all / 1048576).toFixed(1)} MB`;
    },
    note(text) { words.textContent = text; },
    end() { stop.remove(); },
  };
}

/** Sends one file in pieces; after a cut it goes on where the server got to. */
async function send(name, blob, line) {
  const query = `name=${encodeURIComponent(name)}&size=${blob.size}`;
  const upload = await ask('POST', `/api/uploads?${query}`);
  let at = 0;
  let failures = 0;
  while (at < blob.size) {
    if (line.signal.aborted) {
      await ask('DELETE', `/api/uploads/${upload.id}`);
      return null;
    }
    const end = Math.min(at + PIECE, blob.size);
    try {
      const answer = await fetch(`/api/uploads/${upload.id}`, {
        method: 'PUT',
        body: blob.slice(at, end),
        headers: { 'Content-Range': `bytes ${at}-${end - 1}/${blob.size}` },
        signal: line.signal,
      });
      if (answer.ok) {
        at = end;
        failures = 0;
        line.progress(at, blob.size);
        continue;
      }
      if (answer.status === 413) throw new Error((await answer.json()).error);
    } catch (failure) {
      if (line.signal.aborted) continue;
      if (!(failure instanceof TypeError)) throw failure;
    }
    failures += 1;
    if (failures > TRIES) throw new Error('The upload was cut too often; try again.');
    line.note('cut off; going on soon');
    await wait(250 * 2 ** failures);
    at = (await ask('GET', `/api/uploads/${upload.id}`).catch(() => ({ received: at }))).received;
  }
  return upload.id;
}

async function handIn(name, blobs) {
  const line = shown(name);
  try {
    const ids = [];
    for (const { label, blob } of blobs) {
      const id = await send(label, blob, line);
      if (id === null) return;
      ids.push(id);
    }
    line.note('handed in');
    line.end();
    const answer = await ask('POST', `/api/cases?name=${encodeURIComponent(name)}&uploads=${ids.join(',')}${kept()}`);
    location.assign(answer.url);
  } catch (failure) {
    line.note(failure.message);
    line.end();
    say(failure.message);
  }
}

/** A folder becomes one archive; several single files stay what they are. */
async function takeFiles(files) {
  const whole = files.filter((one) => one.file.size > 0);
  if (whole.length === 0) {
    say('There is nothing in it.');
    return;
  }
  const folders = whole.some((one) => one.path.includes('/'));
  if (folders || whole.length > 20) {
    const top = whole[0].path.includes('/') ? whole[0].path.split('/')[0] : `${whole.length} files`;
    const inside = whole.map(({ path, file }) => ({
      path: path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path,
      file,
    }));
    await handIn(top, [{ label: `${top}.tar`, blob: pack(inside) }]);
  } else {
    const name = whole.length === 1 ? whole[0].path : `${whole[0].path} and ${whole.length - 1} more`;
    await handIn(name, whole.map(({ path, file }) => ({ label: path, blob: file })));
  }
}

if (drop) {
  const files = document.getElementById('files');
  const folder = document.getElementById('folder');
  const paste = document.getElementById('paste');
  const opener = document.getElementById('paste-open');
  const text = document.getElementById('paste-text');

  document.getElementById('pick-files').addEventListener('click', () => files.click());
  document.getElementById('pick-folder').addEventListener('click', () => folder.click());
  files.addEventListener('change', () =>
    takeFiles([...files.files].map((file) => ({ path: file.name, file }))));
  folder.addEventListener('change', () =>
    takeFiles([...folder.files].map((file) => ({ path: file.webkitRelativePath, file }))));

  opener.addEventListener('click', () => {
    paste.hidden = !paste.hidden;
    opener.setAttribute('aria-expanded', String(!paste.hidden));
    if (!paste.hidden) text.focus();
  });
  paste.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) {
      say('Paste something first.');
      return;
    }
    const name = `pasted: ${words.split('\n')[0].slice(0, 60)}`;
    handIn(name, [{ label: 'pasted.txt', blob: new Blob([text.value]) }]);
  });

  // The whole page takes what is dropped, so that a near miss does not open the file instead.
  let depth = 0;
  const over = (event) => [...event.dataTransfer.types].includes('Files');
  addEventListener('dragenter', (event) => {
    if (over(event)) { depth += 1; drop.classList.add('over'); }
  });
  addEventListener('dragleave', (event) => {
    if (over(event)) { depth -= 1; if (depth <= 0) drop.classList.remove('over'); }
  });
  addEventListener('dragover', (event) => { if (over(event)) event.preventDefault(); });
  addEventListener('drop', async (event) => {
    if (!over(event)) return;
    event.preventDefault();
    depth = 0;
    drop.classList.remove('over');
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = [];
    for (const entry of entries) await walk(entry, '', found);
    await takeFiles(found);
  });
  addEventListener('paste', (event) => {
    const words = event.clipboardData?.getData('text');
    if (event.target.closest('input, textarea') || !words) return;
    paste.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    text.value = words;
    text.focus();
  });
}
